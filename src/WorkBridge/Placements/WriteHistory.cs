using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Referrals;
using WorkBridge.Search;

namespace WorkBridge.Placements;

/// <summary>
/// Writes placements with a known outcome that came from a referral with its score, for the replay (docs/matching.md): of people
/// who agree to statistics, as <see cref="HistoryLine"/>s, none telling a kind of work of fewer people than are counted.
/// </summary>
public sealed class WriteHistory(WorkBridgeDb db, StabilityRules rules, Vocabulary vocabulary, MatchSettings settings, TimeProvider clock)
{
    /// <returns>How many lines there are under the header.</returns>
    public async Task<int> RunAsync(TextWriter to, CancellationToken ct)
    {
        var today = clock.Today();
        var known = await db.KnownPlacementsAsync(today, rules.On(today).DaysWithoutPaper, vocabulary, ct);
        var referrals = await db.Placements.Join(db.Referrals, p => p.ReferralId, r => r.Id, (_, r) => new { r.Id, r.PreparedAt, r.MatchJson })
            .Where(r => r.MatchJson != null).ToDictionaryAsync(r => r.Id, ct);
        var lines = new List<(HistoryLine, Guid)>();
        foreach (var placement in known)
        {
            if (placement.ReferralId is not { } id || !referrals.TryGetValue(id, out var referral) || SeenMatch.Read(referral.MatchJson) is not { } seen)
                continue;
            var score = seen.Score - seen.Parts.Where(p => p.Kind == PartKind.Lasting).Sum(p => p.Points);
            lines.Add((new HistoryLine(Clock.DayOf(referral.PreparedAt), placement.KnownOn, placement.Outcome.Cell, score, placement.Outcome.Lasted, seen.Rank), placement.Outcome.Person));
        }

        var coarse = HistoryLine.Coarse(lines, settings.LastingLeastPeople);
        await to.WriteLineAsync(HistoryLine.Header);
        foreach (var line in coarse)
            await to.WriteLineAsync(line.Write());
        return coarse.Count;
    }
}
