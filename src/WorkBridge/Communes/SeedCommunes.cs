using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Communes;

/// <summary>
/// Brings the table of communes up to the reference list: adds what is missing, renames what was renamed, removes nothing
/// (rows refer to it). One pass and one save; a second run changes nothing. Answers how many rows were added or renamed.
/// </summary>
public sealed class SeedCommunes(WorkBridgeDb db)
{
    public Task<int> RunAsync(CancellationToken ct) => RunAsync(CommuneList.Default, ct);

    public async Task<int> RunAsync(CommuneList list, CancellationToken ct)
    {
        var kept = await db.Communes.ToDictionaryAsync(c => c.Code, ct);
        var changed = 0;
        foreach (var listed in list.Communes)
        {
            if (!kept.TryGetValue(listed.Code, out var commune))
            {
                db.Communes.Add(new Commune(listed.Code, listed.Name, listed.Kind, listed.ProvinceCode, listed.ProvinceName, CommuneList.ValidFrom));
                changed++;
            }
            else if (commune.Rename(listed.Name, listed.Kind, listed.ProvinceCode, listed.ProvinceName))
                changed++;
        }

        await db.SaveChangesAsync(ct);
        return changed;
    }
}
