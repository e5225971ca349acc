using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Search;

namespace WorkBridge.Placements;

/// <summary>
/// The nightly count of placements that lasted, over all communes: of people whose consent to statistics stands today, so that
/// who took it back, or was removed, is in no later count. Kept are numbers by kind of work, none of fewer than
/// <see cref="MatchSettings.LastingLeastPeople"/> people. Run twice, it finds the same.
/// </summary>
public sealed class CountLasting(WorkBridgeDb db, StabilityRules rules, Vocabulary vocabulary, MatchSettings settings, TimeProvider clock)
{
    /// <returns>How many placements the kept numbers are from.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var known = await db.KnownPlacementsAsync(today, rules.On(today).DaysWithoutPaper, vocabulary, ct);
        var counts = LastingCount.Of(known.Select(k => k.Outcome), settings.LastingLeastPeople);
        var kept = await db.LastingCounts.SingleOrDefaultAsync(ct);
        if (kept is null)
            db.LastingCounts.Add(kept = new LastingCounts());
        kept.Replace(counts, clock.UtcNow());
        await db.SaveChangesAsync(ct);
        return counts.FirstOrDefault(c => c.Cell == LastingCell.All)?.Known ?? 0;
    }
}
