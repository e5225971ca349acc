using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Consents;
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
        var counts = LastingCount.Of(await OutcomesAsync(ct), settings.LastingLeastPeople);
        var kept = await db.LastingCounts.SingleOrDefaultAsync(ct);
        if (kept is null)
            db.LastingCounts.Add(kept = new LastingCounts());
        kept.Replace(counts, clock.UtcNow());
        await db.SaveChangesAsync(ct);
        return counts.FirstOrDefault(c => c.Cell == LastingCell.All)?.Known ?? 0;
    }

    private async Task<List<KnownOutcome>> OutcomesAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var counted = db.Consents.Where(c => c.Purpose == Purpose.Statistics).Standing(db, today).Select(c => c.ReturneeId);
        var placements = db.Placements.AsNoTracking().Where(p => counted.Contains(p.ReturneeId));
        var said = (await placements.Join(db.Outcomes, p => p.Id, o => o.PlacementId, (p, o) => new { o.PlacementId, o.Result, o.At, o.Id }).ToListAsync(ct))
            .OrderBy(o => o.At).ThenBy(o => o.Id)
            .ToLookup(o => o.PlacementId, o => new Said(o.Result, Clock.DayOf(o.At)));
        var communes = await db.Communes.AsNoTracking().ToDictionaryAsync(c => c.Code, ct);
        var rows = await (from p in placements
                          join o in db.Openings on p.OpeningId equals o.Id into openings
                          from opening in openings.DefaultIfEmpty()
                          join e in db.Employers on p.EmployerId equals e.Id into employers
                          from employer in employers.DefaultIfEmpty()
                          select new { p, opening, Size = employer == null ? EmployerSize.Unknown : employer.Size }).ToListAsync(ct);

        var outcomes = new List<KnownOutcome>();
        foreach (var row in rows.Where(r => r.opening?.Kind != OpeningKind.Training))
        {
            var begun = new Begun(row.p.StartsOn, row.p.State == PlacementState.Ended, row.p.EndReason);
            if (Lasted.Of(begun, said[row.p.Id], rules.On(today).DaysWithoutPaper) is not { } lasted)
                continue;
            var work = row.opening is null
                ? new OpeningFacts()
                : MatchFacts.Of(row.opening, row.opening.CommuneCode is { } place ? communes.GetValueOrDefault(place) : null, row.Size);
            var cell = LastingCell.Of(Home(communes, row.p.CommuneCode), work with { TradeCode = row.p.TradeCode ?? work.TradeCode }, vocabulary);
            outcomes.Add(new KnownOutcome(cell, row.p.ReturneeId, lasted));
        }

        return outcomes;
    }

    /// <summary>Where somebody of this commune lives, and nothing of the person.</summary>
    private static ProfileFacts Home(Dictionary<string, Commune> communes, string code) =>
        communes.GetValueOrDefault(code) is { } home ? new ProfileFacts { CommuneCode = home.Code, ProvinceCode = home.ProvinceCode, Point = home.Point } : new ProfileFacts();
}
