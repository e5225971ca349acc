using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Mentors;

/// <summary>The mentor, or an officer of the commune, plans the next visit. One is planned at a time; the same day once more is the same visit.</summary>
public sealed class PlanVisit(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">A mentorship that is not there for whoever asks, nobody to be helped, or a day that does not fit.</exception>
    public Task RunAsync(Guid mentorshipId, DateOnly? day, CancellationToken ct) => LostRace.RetryAsync(db, async () =>
    {
        var today = clock.Today();
        var mentorship = await db.Mentorships.OpenTo(user, db, today).SingleOrDefaultAsync(m => m.Id == mentorshipId && m.EndedAt == null, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (!await db.Returnees.MayBeHelped(today).AnyAsync(r => r.Id == mentorship.ReturneeId, ct))
            throw new RuleBroken(Rule.NotInProgramme);
        if (day is not { } on)
            throw new RuleBroken(Rule.Incomplete, "Day", new("Chọn ngày tới thăm.", "Choose the day of the visit."));
        if (on < today)
            throw new RuleBroken(Rule.DateInThePast, "Day");
        if (on > today.AddDays(MentorVisit.Ahead))
            throw new RuleBroken(Rule.DateTooFar, "Day");
        if (!mentorship.Covers(on))
            throw new RuleBroken(Rule.DateTooFar, "Day", new("Ngày này ở ngoài thời gian đồng hành.", "This day lies outside the time of the mentor."));
        var planned = await db.MentorVisits.Where(v => v.MentorshipId == mentorshipId && v.State == VisitState.Planned).Select(v => (DateOnly?)v.PlannedFor).SingleOrDefaultAsync(ct);
        if (planned == on)
            return;
        if (planned is not null)
            throw new RuleBroken(Rule.Duplicate, "Day", new("Đã hẹn một lần tới thăm. Ghi kết quả, hoặc bỏ lần ấy, rồi hẹn lần sau.", "A visit is planned already. Record it, or call it off, and plan the next one then."));
        db.MentorVisits.Add(MentorVisit.Plan(mentorship, on, user.Actor, clock.UtcNow()));
        await db.SaveChangesAsync(ct);
    });
}

/// <summary>Says what became of a planned visit, once. The same answer again changes nothing.</summary>
public sealed class ReportVisit(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">A visit that is not there for whoever asks, another answer before, nothing chosen, a day that does not fit, or words about the past.</exception>
    public Task RunAsync(Guid visitId, VisitReport report, CancellationToken ct) => LostRace.RetryAsync(db, async () =>
    {
        var today = clock.Today();
        var (visit, mentorship) = await db.VisitAsync(visitId, user, today, ct);
        if (report.Going is null == report.Failure is null)
            throw new RuleBroken(Rule.Incomplete, "Result", new("Chọn kết quả của lần tới thăm.", "Choose how the visit went."));
        if (visit.State == (report.Going is null ? VisitState.Failed : VisitState.Done) && (visit.Going, visit.Failure) == (report.Going, report.Failure))
            return;
        if (visit.State != VisitState.Planned)
            throw new RuleBroken(Rule.WrongState);
        if (report.On is not { } on)
            throw new RuleBroken(Rule.Incomplete, "On", new("Chọn ngày đã tới.", "Choose the day you went."));
        if (on > today)
            throw new RuleBroken(Rule.DateTooFar, "On", new("Ngày đã tới không thể ở sau hôm nay.", "The day you went cannot lie after today."));
        if (on < mentorship.From)
            throw new RuleBroken(Rule.DateBeforeStart, "On", new("Ngày này trước ngày bắt đầu đồng hành.", "This day is before the first day of the mentor."));
        var note = FreeText.Checked(report.Note, MentorVisit.NoteLength, "Note");
        if (report.Going is { } going)
            visit.Done(on, going, note, user.Actor, clock.UtcNow());
        else
            visit.Fail(on, report.Failure!.Value, note, user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    });
}

/// <summary>A planned visit will not be. Again changes nothing.</summary>
public sealed class CallOffVisit(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public Task RunAsync(Guid visitId, CancellationToken ct) => LostRace.RetryAsync(db, async () =>
    {
        var (visit, _) = await db.VisitAsync(visitId, user, clock.Today(), ct);
        if (visit.State == VisitState.CalledOff)
            return;
        visit.CallOff(user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    });
}

internal static class Visits
{
    /// <summary>A visit and its mentorship, as far as whoever asks may plan and report for it.</summary>
    public static async Task<(MentorVisit Visit, Mentorship Mentorship)> VisitAsync(this WorkBridgeDb db, Guid visitId, CurrentUser user, DateOnly today, CancellationToken ct)
    {
        var visit = await db.MentorVisits.SingleOrDefaultAsync(v => v.Id == visitId, ct) ?? throw new RuleBroken(Rule.NotFound);
        var mentorship = await db.Mentorships.OpenTo(user, db, today).AsNoTracking().SingleOrDefaultAsync(m => m.Id == visit.MentorshipId, ct) ?? throw new RuleBroken(Rule.NotFound);
        return (visit, mentorship);
    }
}
