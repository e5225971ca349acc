using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Staff;

namespace WorkBridge.Training;

/// <summary>
/// Whoever teaches, or an officer, fills in the register of one day, for as many people as were marked. The same mark again changes nothing;
/// another one for the same day is kept beside the first and counts. The first day there starts the training.
/// </summary>
public sealed class MarkAttendance(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Somebody who is not there for whoever asks, training that is over, or a day that does not fit. Then nothing is kept.</exception>
    public Task RunAsync(DateOnly? day, IReadOnlyDictionary<Guid, AttendanceMark> marks, CancellationToken ct) => LostRace.RetryAsync(db, async () =>
    {
        var now = clock.UtcNow();
        var today = Clock.DayOf(now);
        if (day is not { } on)
            throw new RuleBroken(Rule.Incomplete, "Day", new("Chọn ngày điểm danh.", "Choose the day of the register."));
        if (on > today)
            throw new RuleBroken(Rule.DateTooFar, "Day", new("Ngày điểm danh không thể ở sau hôm nay.", "The day of the register cannot lie after today."));
        if (on < today.AddDays(-Attendance.DaysBack))
            throw new RuleBroken(Rule.DateInThePast, "Day", new($"Chỉ ghi được cho {Attendance.DaysBack} ngày gần đây.", $"Only the last {Attendance.DaysBack} days can be filled in."));
        if (marks.Count == 0)
            throw new RuleBroken(Rule.Incomplete, "Marks", new("Đánh dấu ít nhất một người.", "Mark at least one person."));
        var ids = marks.Keys.ToList();
        var placements = await db.Placements.OpenTo(user, db, today).Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        if (placements.Count != ids.Count)
            throw new RuleBroken(Rule.NotFound);
        var standing = (await db.CoursesAsync(placements, ct)).ToDictionary(c => c.Placement.Id);
        foreach (var placement in placements)
        {
            if (!standing[placement.Id].MayBeAssessed)
                throw new RuleBroken(Rule.WrongState);
            if (on < placement.StartsOn)
                throw new RuleBroken(Rule.DateBeforeStart, "Day", new("Ngày này trước ngày bắt đầu học.", "This day is before the training began."));
            var mark = marks[placement.Id];
            if (standing[placement.Id].Days.FirstOrDefault(d => d.Day == on)?.Mark == mark)
                continue;
            db.Attendances.Add(new Attendance(placement.Id, on, mark, user.Actor, now));
            // Whoever marks the same person at the same time takes the same version: the later one looks again.
            placement.Noted();
            if (mark is AttendanceMark.Present or AttendanceMark.PartOfDay && placement.State == PlacementState.Started)
                placement.Run(user.IsOfficer ? user.Actor : Actor.System, now);
        }

        await db.SaveChangesAsync(ct);
    });
}

internal static class Reach
{
    /// <summary>Training that whoever asks may write about: an officer's communes, a contact's own slots while consent stands.</summary>
    public static IQueryable<Placement> OpenTo(this IQueryable<Placement> placements, CurrentUser user, WorkBridgeDb db, DateOnly day) =>
        user.IsContact ? placements.TaughtBy(user, db, day) : placements.Of(user).Where(p => p.IsTraining);
}
