using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Mentors;

/// <summary>Somebody as the mentor knows them: a given name and initials. Where they live stands in no notice that they agreed to: the officer tells.</summary>
public sealed record Mentored(Mentorship Mentorship, string GivenName, string Initials, MentorVisit? Next, DateOnly? LastVisit)
{
    /// <summary>Whole days since the last visit, or since the mentor was assigned.</summary>
    public int DaysWithout(DateOnly today) => today.DayNumber - MentorLoad.SilentSince(Mentorship, LastVisit).DayNumber;
}

/// <summary>What somebody works as, since when, and when they are asked how it goes: nothing of pay, employer or notes.</summary>
public sealed record MentoredWork(string? TradeCode, bool IsTraining, DateOnly Since, DateOnly? NextFollowUp);

/// <summary>Everything that a mentor's page of one person shows.</summary>
public sealed record MentoredPerson(Mentored Who, IReadOnlyList<MentoredWork> Work, IReadOnlyList<MentorVisit> Visits);

/// <summary>The people a mentor may see today, in a fixed number of queries. The page writes down that they were seen.</summary>
public sealed class ReadMentored(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <summary>Those with the next visit first, then by name.</summary>
    public async Task<IReadOnlyList<Mentored>> RunAsync(CancellationToken ct) => await ListAsync(db.Mentorships.SeenBy(user, db, clock.Today()), ct);

    /// <summary>One of them; null where there is nothing to see for whoever asks.</summary>
    public async Task<MentoredPerson?> OneAsync(Guid mentorshipId, CancellationToken ct)
    {
        var today = clock.Today();
        if (await ListAsync(db.Mentorships.SeenBy(user, db, today).Where(m => m.Id == mentorshipId), ct) is not [var who])
            return null;
        var placements = await db.Placements.AsNoTracking().Where(p => p.ReturneeId == who.Mentorship.ReturneeId && p.State != PlacementState.Ended && p.ErasedOn == null).OrderBy(p => p.StartsOn).ToListAsync(ct);
        var ids = placements.ConvertAll(p => p.Id);
        var checks = (await db.FollowUps.AsNoTracking().Where(f => ids.Contains(f.PlacementId)).ToListAsync(ct)).ToLookup(f => f.PlacementId);
        var work = placements.ConvertAll(p => new MentoredWork(p.TradeCode, p.IsTraining, p.StartsOn, (FollowUpsDue.Current(p, [.. checks[p.Id]], today) ?? FollowUpsDue.Next(p, [.. checks[p.Id]], today))?.On));
        var visits = await db.MentorVisits.AsNoTracking().Where(v => v.MentorshipId == mentorshipId).ToListAsync(ct);
        return new MentoredPerson(who, work, [.. visits.OrderByDescending(v => v.State == VisitState.Planned).ThenByDescending(v => v.On ?? v.PlannedFor)]);
    }

    private async Task<List<Mentored>> ListAsync(IQueryable<Mentorship> seen, CancellationToken ct)
    {
        var rows = await (from mentorship in seen
                          join person in db.Returnees on mentorship.ReturneeId equals person.Id
                          select new
                          {
                              mentorship,
                              person,
                              Next = db.MentorVisits.FirstOrDefault(v => v.MentorshipId == mentorship.Id && v.State == VisitState.Planned),
                              Last = db.MentorVisits.Where(v => v.ReturneeId == mentorship.ReturneeId && v.State == VisitState.Done).Max(v => v.On),
                          }).AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(r => new Mentored(r.mentorship, r.person.GivenName, r.person.Initials, r.Next, r.Last))
            .OrderBy(r => r.Next?.PlannedFor ?? DateOnly.MaxValue).ThenBy(r => r.GivenName, StringComparer.Ordinal).ThenBy(r => r.Mentorship.Id)];
    }
}
