using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Mentors;

/// <summary>A mentor of a commune, and how many people they go along with now.</summary>
public sealed record MentorLoad(Guid Id, string Name, string? Unit, string? Phone, string? Email, bool Disabled, bool HasPassword, int People)
{
    /// <summary>The day from which the time without a visit counts: the last visit, or the beginning.</summary>
    public static DateOnly SilentSince(Mentorship mentorship, DateOnly? lastVisit)
    {
        var assigned = Clock.DayOf(mentorship.AssignedAt);
        var begun = mentorship.From > assigned ? mentorship.From : assigned;
        return lastVisit > begun ? lastVisit.Value : begun;
    }
}

/// <summary>The mentors of an officer's communes (or of one of them) with their load, the least loaded first.</summary>
public sealed class ReadMentors(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task<IReadOnlyList<MentorLoad>> RunAsync(string? communeCode, CancellationToken ct)
    {
        var today = clock.Today();
        var running = db.Mentorships.Running(today);
        var rows = await db.MentorsOf(user).Where(a => communeCode == null || a.Communes.Any(c => c.CommuneCode == communeCode))
            .Select(a => new MentorLoad(a.Id, a.DisplayName, a.Unit, a.PhoneNumber, a.Email, a.Disabled, a.PasswordHash != null, running.Count(m => m.MentorId == a.Id)))
            .ToListAsync(ct);
        return [.. rows.OrderBy(m => m.Disabled).ThenBy(m => m.People).ThenBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Id)];
    }
}

/// <summary>The mentor of one person for an officer: who it is now, who it was, and the visits so far.</summary>
public sealed record PersonMentor(Mentorship? Now, IReadOnlyList<(Mentorship Mentorship, string Name, string? Unit)> All, IReadOnlyList<MentorVisit> Visits, bool Agreed)
{
    public MentorVisit? Next => Visits.FirstOrDefault(v => v.State == VisitState.Planned && v.MentorshipId == Now?.Id);

    /// <summary>What became of the last visit, whether or not somebody was met.</summary>
    public MentorVisit? Last => Visits.Where(v => v.On is not null).MaxBy(v => v.On);

    public (string Name, string? Unit) NameOf(Guid mentorshipId) => All.Where(m => m.Mentorship.Id == mentorshipId).Select(m => (m.Name, m.Unit)).FirstOrDefault();
}

public sealed class ReadPersonMentor(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <summary>Nothing of a person of another commune.</summary>
    public async Task<PersonMentor> RunAsync(Guid returneeId, CancellationToken ct)
    {
        var today = clock.Today();
        var agreed = db.Mentorships.Agreed(db, today);
        var all = await (from mentorship in db.Mentorships.Of(user)
                         join account in db.Users on mentorship.MentorId equals account.Id
                         where mentorship.ReturneeId == returneeId
                         orderby mentorship.AssignedAt descending
                         select new { mentorship, account.DisplayName, account.Unit, Agreed = agreed.Any(m => m.Id == mentorship.Id) }).AsNoTracking().ToListAsync(ct);
        var visits = all.Count == 0 ? [] : await db.MentorVisits.AsNoTracking().Where(v => v.ReturneeId == returneeId).ToListAsync(ct);
        var now = all.FirstOrDefault(m => m.mentorship.EndedAt is null);
        return new PersonMentor(
            now?.mentorship,
            [.. all.Select(m => (m.mentorship, m.DisplayName, m.Unit))],
            [.. visits.OrderByDescending(v => v.State == VisitState.Planned).ThenByDescending(v => v.On ?? v.PlannedFor).ThenByDescending(v => v.PlannedAt)],
            now?.Agreed == true);
    }
}
