using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Erasures;

/// <summary>
/// At every start, before the service answers: whoever was erased and is there again, as an older backup was restored, is erased
/// again. The file and the database learn from each other what only one of them knows.
/// </summary>
public sealed class EraseAgain(WorkBridgeDb db, ErasePerson erase, ErasureList list)
{
    /// <returns>How many people were erased again.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var beside = list.Read();
        var inside = await db.Erasures.AsNoTracking().ToListAsync(ct);
        list.Add([.. inside.Where(e => !beside.ContainsKey(e.Id))]);
        var known = inside.Select(e => e.Id).ToHashSet();
        db.Erasures.AddRange(beside.Where(e => !known.Contains(e.Key)).Select(e => new Erasure(e.Key, e.Value)));
        await db.SaveChangesAsync(ct);
        var back = await db.Returnees.Where(r => db.Erasures.Any(e => e.Id == r.Id)).Select(r => r.Id).ToListAsync(ct);
        // The backup has forgotten whom it was told: told twice is better than never.
        await erase.RunAsync(back, asked: true, ct);
        return back.Count;
    }
}
