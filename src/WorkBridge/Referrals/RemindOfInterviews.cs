using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkBridge.Data;

namespace WorkBridge.Referrals;

/// <summary>
/// Promises employers a reminder the day before an interview, one for each appointment. Worked out from the rows and the clock, so that
/// it may run late, twice, or on several nodes.
/// </summary>
public sealed partial class RemindOfInterviews(WorkBridgeDb db, TimeProvider clock, ILogger<RemindOfInterviews> log)
{
    /// <summary>Returns how many reminders were promised.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var until = Clock.Utc(Clock.DayOf(now).AddDays(2), TimeOnly.MinValue);
        var ahead = db.Referrals.AsNoTracking().Where(r => r.State == ReferralState.InterviewSet && r.InterviewAt > now && r.InterviewAt < until);
        var rows = await ahead.ToListAsync(ct);
        if (rows.Count == 0)
            return 0;
        var appointments = await db.AppointmentsOfAsync(rows.ConvertAll(r => r.Id), ct);
        var keys = appointments.Select(a => ReferralMails.InterviewReminderKey(a.Key, a.Value.Id)).ToList();
        var promised = await db.Outbox.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToHashSetAsync(ct);
        var done = 0;
        foreach (var referral in rows)
        {
            if (!appointments.TryGetValue(referral.Id, out var appointment))
                continue;
            if (promised.Contains(ReferralMails.InterviewReminderKey(referral.Id, appointment.Id))
                || InterviewReminders.LeavesAt(referral.InterviewAt!.Value, appointment.At, now) is not { } leaves
                || !await db.ConsentStandsAsync(referral, Clock.DayOf(now), ct))
                continue;
            db.ChangeTracker.Clear();
            db.Outbox.Add(ReferralMails.InterviewReminder(referral, appointment.Id, await db.Employers.SingleAsync(e => e.Id == referral.EmployerId, ct), now, leaves));
            try
            {
                await db.SaveChangesAsync(ct);
                done++;
            }
            catch (DbUpdateException)
            {
                // Another node promised it between our look and our save.
                LogLost(referral.Id);
            }
        }

        return done;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The reminder of the interview of referral {Id} was promised elsewhere")]
    private partial void LogLost(Guid id);
}

internal static class Appointments
{
    /// <summary>The last appointment of each of these referrals, as the move that set it.</summary>
    public static async Task<Dictionary<Guid, StateMove>> AppointmentsOfAsync(this WorkBridgeDb db, IReadOnlyCollection<Guid> referralIds, CancellationToken ct)
    {
        var set = await db.StateMoves.AsNoTracking()
            .Where(m => m.Noun == nameof(Referral) && m.To == nameof(ReferralState.InterviewSet) && referralIds.Contains(m.NounId)).ToListAsync(ct);
        return set.GroupBy(m => m.NounId).ToDictionary(g => g.Key, g => g.OrderBy(m => m.At).ThenBy(m => m.Id).Last());
    }
}
