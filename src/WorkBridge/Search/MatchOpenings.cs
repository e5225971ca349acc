using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Search;

/// <summary>How far a search reaches.</summary>
public enum Reach
{
    Commune,
    Province,
    Everywhere,
}

/// <summary>One opening beside a person.</summary>
public sealed record OpeningMatch(Opening Opening, string EmployerName, string? PlaceName, MatchScore Score, Consent? EmployerConsent, Referral? OpenReferral);

/// <summary>The openings for a person, best first, with the counts of a wider reach so that nothing found is never a dead end.</summary>
public sealed record OpeningsForPerson(Returnee Person, bool MayMatch, IReadOnlyList<OpeningMatch> Matches, IReadOnlyDictionary<Reach, int> Counts, IReadOnlyDictionary<string, int> Hidden)
{
    /// <summary>Where a skill that is missing somewhere in the list is taught now, by code of the skill.</summary>
    public IReadOnlyDictionary<string, CourseFound> Courses { get; init; } = new Dictionary<string, CourseFound>();
}

/// <summary>For a person who agreed to matching: live openings and training slots in order, with reasons.</summary>
public sealed class MatchOpenings(WorkBridgeDb db, IndexKeeper keeper, FindCourses findCourses, FindAlike findAlike, LastingKnown known, CurrentUser user, Vocabulary vocabulary, TimeProvider clock, MatchSettings settings)
{
    /// <param name="returneeId">The person.</param>
    /// <param name="reach">How far to look.</param>
    /// <param name="kind">Only openings of this kind; null for all.</param>
    /// <param name="like">Only openings like this one, wherever they are; null for all that fit.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="RuleBroken">The person is not there for this officer.</exception>
    public async Task<OpeningsForPerson> RunAsync(Guid returneeId, Reach reach, OpeningKind? kind, Guid? like, CancellationToken ct)
    {
        var today = clock.Today();
        var row = await (from person in db.Returnees.Of(user)
                         join commune in db.Communes on person.CommuneCode equals commune.Code
                         join p in db.SkillProfiles on person.Id equals p.ReturneeId into profiles
                         from profile in profiles.DefaultIfEmpty()
                         where person.Id == returneeId
                         select new { person, commune, profile }).AsNoTracking().SingleOrDefaultAsync(ct)
            ?? throw new RuleBroken(Rule.NotFound);
        if (row.profile is null || !await db.Returnees.MayBeMatched(db, today).AnyAsync(r => r.Id == returneeId, ct))
            return new OpeningsForPerson(row.person, false, [], new Dictionary<Reach, int>(), new Dictionary<string, int>());

        var facts = MatchFacts.Of(row.profile, row.commune);
        IReadOnlyCollection<OpeningKind>? kinds = kind is null ? null : [kind.Value];
        var counts = Enum.GetValues<Reach>().ToDictionary(r => r, r => keeper.Index.CountOpeningsFor(facts, ScopeOf(r, row.commune, kinds)));
        var ids = like is { } one
            ? [one, .. await findAlike.IdsAsync(one, settings.Candidates, ct)]
            : keeper.Index.OpeningsFor(facts, ScopeOf(reach, row.commune, kinds), settings.Candidates).Select(c => c.Id).ToList();
        // By their ids alone, and looked at here: asked for live ones, SQLite would walk through all that are live.
        var openings = await (from o in db.Openings
                              join e in db.Employers on o.EmployerId equals e.Id
                              join c in db.Communes on o.CommuneCode equals c.Code into places
                              from place in places.DefaultIfEmpty()
                              where ids.Contains(o.Id)
                              select new { o, Employer = e.Name, e.Size, place }).AsNoTracking().ToListAsync(ct);
        var consents = (await db.Consents.AsNoTracking().Where(c => c.ReturneeId == returneeId && c.Purpose == Purpose.Employer).Last(db).ToListAsync(ct))
            .ToDictionary(c => c.EmployerId!.Value);
        var referrals = await db.Referrals.AsNoTracking()
            .Where(r => r.ReturneeId == returneeId && (ReferralMoves.Open.Contains(r.State) || r.State == ReferralState.Accepted))
            .ToListAsync(ct);

        var lasting = await known.CurrentAsync(db, ct);
        var scored = openings.Where(m => m.o.IsLive && !(m.o.ClosesOn < today)).Select(m => new OpeningMatch(
            m.o,
            m.Employer,
            m.place?.Name,
            Scoring.Score(facts, MatchFacts.Of(m.o, m.place, m.Size), vocabulary, settings.Weights, lasting),
            consents.GetValueOrDefault(m.o.EmployerId),
            referrals.Find(r => r.OpeningId == m.o.Id))).ToList();
        var hidden = scored.Where(m => m.Score.Left() is not null)
            .CountBy(m => m.Score.Left()!, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        List<OpeningMatch> listed = [.. scored.Where(m => m.Score.Left() is null).OrderByDescending(m => m.Score.Total).ThenBy(m => m.Opening.LiveAt).ThenBy(m => m.Opening.Id)];
        return new OpeningsForPerson(row.person, true, listed, counts, hidden)
        {
            Courses = await findCourses.RunAsync(listed.SelectMany(m => m.Score.MissingSkills), row.commune, ct),
        };
    }

    private static Scope ScopeOf(Reach reach, Commune home, IReadOnlyCollection<OpeningKind>? kinds) => reach switch
    {
        Reach.Commune => new Scope([home.Code], null, kinds),
        Reach.Province => new Scope(null, home.ProvinceCode, kinds),
        _ => new Scope(null, null, kinds),
    };
}
