using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Staff;
using WorkBridge.Support;

namespace WorkBridge.Returnees;

/// <summary>The last answer on one purpose (and employer).</summary>
public sealed record GivenAnswer(Consent Act, string? Employer);

/// <summary>A referral as the person's page lists it.</summary>
public sealed record PersonReferral(Guid Id, string Title, string Employer, ReferralState State, DateTime PreparedAt);

/// <summary>Everything an officer's page of one person shows.</summary>
public sealed record PersonFile(Returnee Person, string Commune, PersonStanding Standing, SkillProfile? Profile, IReadOnlyList<EmploymentState> States, IReadOnlyList<GivenAnswer> Answers, IReadOnlyList<PersonReferral> Referrals, IReadOnlyList<SupportRequest> Support, IReadOnlyList<Restriction> Stopped, int Proposed, bool HasCard)
{
    /// <summary>The person had everything restricted: skills, wishes and notes are not shown.</summary>
    public bool IsRestricted => Stopped.Any(x => x.Scope == RequestScope.Everything);

    public ProfileContent Skills => Profile?.Content ?? new ProfileContent();

    public EmploymentState? Latest => States.Count == 0 ? null : States[0];

    public ProgrammePeriod? OpenPeriod => Person.Periods.FirstOrDefault(p => p.End is null);
}

/// <summary>Reads the file of a person of the officer's communes in a fixed number of queries; null for unknown or foreign. The page writes the reading down.</summary>
public sealed class ReadPerson(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task<PersonFile?> RunAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Returnees.Of(user).AsNoTracking().Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == id, ct);
        if (found is null)
            return null;
        var commune = await db.Communes.Where(c => c.Code == found.CommuneCode).Select(c => c.Name).SingleAsync(ct);
        var profile = await db.SkillProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.ReturneeId == id, ct);
        var states = await db.EmploymentStates.AsNoTracking().Where(s => s.ReturneeId == id)
            .OrderByDescending(s => s.On).ThenByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id).ToListAsync(ct);
        var answers = await (
            from consent in db.Consents.AsNoTracking().Where(c => c.ReturneeId == id).Last(db)
            join employer in db.Employers on consent.EmployerId equals employer.Id into employers
            from employer in employers.DefaultIfEmpty()
            orderby consent.Sequence
            select new GivenAnswer(consent, employer == null ? null : employer.Name)).ToListAsync(ct);
        var referrals = await (
            from referral in db.Referrals
            join employer in db.Employers on referral.EmployerId equals employer.Id
            where referral.ReturneeId == id
            orderby referral.PreparedAt descending
            select new PersonReferral(referral.Id, referral.Opening.Title, employer.Name, referral.State, referral.PreparedAt)).ToListAsync(ct);
        var support = await db.SupportRequests.AsNoTracking().Where(r => r.ReturneeId == id && r.EndedAt == null).OrderBy(r => r.AskedAt).ToListAsync(ct);
        var stopped = await db.Restrictions.AsNoTracking().Where(x => x.ReturneeId == id && x.LiftedAt == null).OrderBy(x => x.Since).ToListAsync(ct);
        var counted = await db.Returnees.Where(r => r.Id == id).Select(r => new
        {
            HasCard = db.PersonCards.Any(c => c.ReturneeId == r.Id && c.RevokedAt == null),
            Proposed = db.ProfileChanges.Count(c => c.ReturneeId == r.Id && c.State == ChangeState.Proposed),
        }).SingleAsync(ct);
        return new PersonFile(found, commune, FindPeople.StandingOf(found, clock.Today()), profile, states, answers, referrals, support, stopped, counted.Proposed, counted.HasCard);
    }
}
