using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Requests;
using WorkBridge.Search;

namespace WorkBridge.Placements;

/// <summary>A placement of which is known whether it lasted: since when, of what kind of work, and the referral it came from.</summary>
internal sealed record KnownPlacement(KnownOutcome Outcome, DateOnly KnownOn, Guid? ReferralId);

internal static class KnownPlacements
{
    /// <summary>
    /// Those of all communes, of people whose consent to statistics stands on this day and who have not objected; no course, which is meant to end. Of the
    /// person only the commune is read, for how far the work was.
    /// </summary>
    public static async Task<IReadOnlyList<KnownPlacement>> KnownPlacementsAsync(this WorkBridgeDb db, DateOnly today, int longest, Vocabulary vocabulary, CancellationToken ct)
    {
        var counted = db.Consents.Where(c => c.Purpose == Purpose.Statistics).Standing(db, today).Select(c => c.ReturneeId);
        var objected = db.Restrictions.Stopping(RequestScope.Statistics).Select(x => x.ReturneeId);
        var placements = db.Placements.AsNoTracking().Where(p => counted.Contains(p.ReturneeId) && !objected.Contains(p.ReturneeId));
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

        var known = new List<KnownPlacement>();
        foreach (var row in rows.Where(r => r.opening?.Kind != OpeningKind.Training))
        {
            var begun = new Begun(row.p.StartsOn, row.p.State == PlacementState.Ended, row.p.EndReason);
            if (Lasted.Of(begun, said[row.p.Id], longest) is not { } lasted)
                continue;
            var work = row.opening is null
                ? new OpeningFacts()
                : MatchFacts.Of(row.opening, row.opening.CommuneCode is { } place ? communes.GetValueOrDefault(place) : null, row.Size);
            var cell = LastingCell.Of(Home(communes, row.p.CommuneCode), work with { TradeCode = row.p.TradeCode ?? work.TradeCode }, vocabulary);
            known.Add(new KnownPlacement(new KnownOutcome(cell, row.p.ReturneeId, lasted), said[row.p.Id].Last().On, row.p.ReferralId));
        }

        return known;
    }

    /// <summary>Where somebody of this commune lives, and nothing of the person.</summary>
    private static ProfileFacts Home(Dictionary<string, Commune> communes, string code) =>
        communes.GetValueOrDefault(code) is { } home ? new ProfileFacts { CommuneCode = home.Code, ProvinceCode = home.ProvinceCode, Point = home.Point } : new ProfileFacts();
}
