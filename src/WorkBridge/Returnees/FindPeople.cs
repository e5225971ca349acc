using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Returnees;

/// <summary>Where somebody's consent to matching stands.</summary>
public enum MatchingConsent
{
    Stands,
    EndsSoon,
    NotAsked,
    Refused,
    Withdrawn,
    Ended,

    /// <summary>Agreed under a notice that no longer counts: somebody has to ask again.</summary>
    AskAgain,
}

/// <summary>What an officer looks for; a null leaves that side open.</summary>
public sealed record PeopleFilter
{
    public PersonStanding? Standing { get; set; }

    public WorkState? State { get; set; }

    public MatchingConsent? Consent { get; set; }
}

/// <summary>One person of the list.</summary>
public sealed record PersonLine(Guid Id, string Code, string CommuneCode, PersonalDetails Details, PersonStanding Standing, WorkState State, DateOnly? StateOn, MatchingConsent Consent, DateOnly? ConsentEnds)
{
    public string Initials => Returnee.InitialsOf(Details.Name);
}

/// <summary>
/// Finds people of the officer's own communes by their standing, work and consent. (A name is looked for at the top of every
/// page, by a form that leaves it in no address.) Three queries, whatever the number of people. Answers who was found, those
/// one helps before those only counted, by given name; and how many there are in all.
/// </summary>
public sealed class FindPeople(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public const int DaysSoon = 14;

    public async Task<(IReadOnlyList<PersonLine> Found, int All)> RunAsync(PeopleFilter filter, CancellationToken ct)
    {
        var today = clock.Today();
        var people = await db.Returnees.AsNoTracking().Of(user).Include(r => r.Periods).AsSplitQuery().ToListAsync(ct);
        var codes = user.CommuneCodes;
        var states = (await db.EmploymentStates.AsNoTracking().Where(s => codes.Contains(s.CommuneCode)).ToListAsync(ct))
            .GroupBy(s => s.ReturneeId)
            .ToDictionary(g => g.Key, g => g.OrderBy(s => s.On).ThenBy(s => s.RecordedAt).ThenBy(s => s.Id).Last());
        var mine = db.Returnees.Of(user).Select(r => r.Id);
        var consents = await db.Consents.AsNoTracking().Where(c => c.Purpose == Purpose.Matching && mine.Contains(c.ReturneeId)).Last(db).ToDictionaryAsync(c => c.ReturneeId, ct);

        var lines = people.Select(person =>
        {
            var state = states.GetValueOrDefault(person.Id);
            var (consent, ends) = ConsentOf(consents.GetValueOrDefault(person.Id), today);
            return new PersonLine(person.Id, person.Code, person.CommuneCode, person.Details, StandingOf(person, today), state?.State ?? WorkState.Unknown, state?.On, consent, ends);
        });
        return ([.. lines.Where(l => Fits(l, filter)).OrderBy(l => l.Standing == PersonStanding.CountedOnly).ThenBy(l => GivenName(l.Details.Name), StringComparer.CurrentCulture).ThenBy(l => l.Details.Name, StringComparer.CurrentCulture)], people.Count);
    }

    public static PersonStanding StandingOf(Returnee person, DateOnly today) =>
        person.InProgramme(today) ? PersonStanding.InProgramme : person.AskedForHelpAt is not null ? PersonStanding.AskedForHelp : PersonStanding.CountedOnly;

    public static (MatchingConsent Consent, DateOnly? Ends) ConsentOf(Consent? last, DateOnly today) => last switch
    {
        null => (MatchingConsent.NotAsked, null),
        { Decision: Decision.Refused } => (MatchingConsent.Refused, null),
        { Decision: Decision.Withdrawn } => (MatchingConsent.Withdrawn, null),
        { Decision: Decision.Superseded } when last.ExpiresOn >= today => (MatchingConsent.AskAgain, null),
        _ when !last.Stands(today) => (MatchingConsent.Ended, last.ExpiresOn),
        _ => (last.ExpiresOn <= today.AddDays(DaysSoon) ? MatchingConsent.EndsSoon : MatchingConsent.Stands, last.ExpiresOn),
    };

    private static bool Fits(PersonLine line, PeopleFilter filter)
    {
        if (filter.Standing is { } standing && line.Standing != standing || filter.State is { } state && line.State != state)
            return false;
        return filter.Consent is not { } consent || line.Consent == consent || (consent == MatchingConsent.Stands && line.Consent == MatchingConsent.EndsSoon);
    }

    private static string GivenName(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
