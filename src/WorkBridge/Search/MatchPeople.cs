using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Search;

/// <summary>One person beside an opening.</summary>
public sealed record PersonMatch(Returnee Person, SkillProfile Profile, MatchScore Score, Consent? EmployerConsent, Referral? OpenReferral)
{
    /// <summary>Stands before a slightly better score because of a longer wait.</summary>
    public bool AheadByWaiting { get; init; }
}

/// <summary>The people for an opening, best first, and how many are not shown for which reason.</summary>
public sealed record PeopleForOpening(Opening Opening, string EmployerName, string? PlaceName, IReadOnlyList<PersonMatch> Matches, IReadOnlyDictionary<string, int> Hidden)
{
    /// <summary>Where a skill that somebody in the list lacks is taught now, by code of the skill.</summary>
    public IReadOnlyDictionary<string, CourseFound> Courses { get; init; } = new Dictionary<string, CourseFound>();
}

/// <summary>
/// For an opening: the people of the officer's communes who agreed to matching, in order, with reasons. The index proposes,
/// the database decides who may be seen, and the score shown is computed from the rows as they are now.
/// </summary>
public sealed class MatchPeople(WorkBridgeDb db, IndexKeeper keeper, FindCourses findCourses, LastingKnown known, CurrentUser user, Vocabulary vocabulary, TimeProvider clock, MatchSettings settings)
{
    /// <summary>Codes of <see cref="PeopleForOpening.Hidden"/> besides the exclusions of a score.</summary>
    public const string NoConsent = "no-consent";

    public const string OtherTrade = LeftOut.OtherTrade;

    /// <exception cref="RuleBroken">The opening is not there for this officer, or takes nobody now.</exception>
    public async Task<PeopleForOpening> RunAsync(Guid openingId, CancellationToken ct)
    {
        var today = clock.Today();
        var row = await (from o in db.Openings.LiveOrOf(user)
                         join e in db.Employers on o.EmployerId equals e.Id
                         join c in db.Communes on o.CommuneCode equals c.Code into places
                         from place in places.DefaultIfEmpty()
                         where o.Id == openingId
                         select new { Opening = o, Employer = e.Name, e.Size, place }).AsNoTracking().SingleOrDefaultAsync(ct)
            ?? throw new RuleBroken(Rule.NotFound);
        var facts = MatchFacts.Of(row.Opening, row.place, row.Size);
        var ids = keeper.Index.PeopleFor(facts, new Scope(user.CommuneCodes, null, null), settings.Candidates, settings.Weights).Select(c => c.Id).ToList();

        var people = await (from person in db.Returnees.Of(user).MayBeMatched(db, today)
                            join profile in db.SkillProfiles on person.Id equals profile.ReturneeId
                            join commune in db.Communes on person.CommuneCode equals commune.Code
                            where ids.Contains(person.Id)
                            select new { person, profile, commune }).AsNoTracking().ToListAsync(ct);
        var consents = await db.Consents.AsNoTracking()
            .Where(c => ids.Contains(c.ReturneeId) && c.Purpose == Purpose.Employer && c.EmployerId == row.Opening.EmployerId).Last(db)
            .ToDictionaryAsync(c => c.ReturneeId, ct);
        var referrals = await db.Referrals.AsNoTracking()
            .Where(r => r.OpeningId == openingId && ids.Contains(r.ReturneeId) && (ReferralMoves.Open.Contains(r.State) || r.State == ReferralState.Accepted))
            .ToListAsync(ct);
        var withProfile = db.Returnees.Of(user).Where(r => db.SkillProfiles.Any(p => p.ReturneeId == r.Id));
        var silent = await withProfile.CountAsync(ct) - await withProfile.MayBeMatched(db, today).CountAsync(ct);

        var lasting = await known.CurrentAsync(db, ct);
        var scored = people.ConvertAll(p => new PersonMatch(
            p.person,
            p.profile,
            Scoring.Score(MatchFacts.Of(p.profile, p.commune), facts, vocabulary, settings.Weights, lasting),
            consents.GetValueOrDefault(p.person.Id),
            referrals.Find(r => r.ReturneeId == p.person.Id)));
        var hidden = scored.Where(m => m.Score.Left() is not null)
            .CountBy(m => m.Score.Left()!, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        if (silent > 0)
            hidden[NoConsent] = silent;
        var order = Order(openingId, today, scored.Where(m => m.Score.Left() is null));
        return new PeopleForOpening(row.Opening, row.Employer, row.place?.Name, order, hidden)
        {
            Courses = people.Count == 0 ? new Dictionary<string, CourseFound>() : await findCourses.RunAsync(order.SelectMany(m => m.Score.MissingSkills), people[0].commune, ct),
        };
    }

    /// <summary>Best first; among near-equal people (fewer than <see cref="MatchSettings.NearTie"/> points apart) who waited longer without a referral; in all else equal, by the lot of the day.</summary>
    private List<PersonMatch> Order(Guid openingId, DateOnly today, IEnumerable<PersonMatch> matches) =>
    [
        .. FairOrder.Of(matches.OrderBy(m => FairOrder.Lot(openingId, today, m.Person.Id)), m => m.Score.Total, m => Clock.DayOf(m.Person.LastReferralAt ?? m.Person.CreatedAt), settings.NearTie)
            .Select(m => m.Ahead ? m.Item with { AheadByWaiting = true } : m.Item),
    ];
}
