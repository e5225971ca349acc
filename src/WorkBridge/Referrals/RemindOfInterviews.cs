using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Referrals;

/// <summary>
/// Promises a reminder the day before an interview, one for each appointment, to the employer and to the person who agreed to be reminded. Worked out from the rows and the clock, so that
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
        var keys = appointments.SelectMany(a => new[] { ReferralMails.InterviewReminderKey(a.Key, a.Value.Id), ReferralMails.InterviewReminderForPersonKey(a.Key, a.Value.Id) }).ToList();
        var promised = await db.Outbox.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToHashSetAsync(ct);
        var done = 0;
        foreach (var referral in rows)
        {
            if (!appointments.TryGetValue(referral.Id, out var appointment)
                || (promised.Contains(ReferralMails.InterviewReminderKey(referral.Id, appointment.Id)) && promised.Contains(ReferralMails.InterviewReminderForPersonKey(referral.Id, appointment.Id))))
                continue;
            if (InterviewReminders.LeavesAt(referral.InterviewAt!.Value, appointment.At, now) is not { } leaves
                || !await db.ConsentStandsAsync(referral, Clock.DayOf(now), ct))
                continue;
            var mails = new List<OutboxMail> { ReferralMails.InterviewReminder(referral, appointment.Id, await db.Employers.AsNoTracking().SingleAsync(e => e.Id == referral.EmployerId, ct), now, leaves) };
            if (await db.ReminderAddressAsync(referral.ReturneeId, Clock.DayOf(now), ct) is not null)
                mails.Add(ReferralMails.InterviewReminderForPerson(referral, appointment.Id, now, leaves));
            foreach (var mail in mails.Where(m => !promised.Contains(m.Key)))
                done += await PromiseAsync(mail, ct) ? 1 : 0;
        }

        return done;
    }

    private async Task<bool> PromiseAsync(OutboxMail mail, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        db.Outbox.Add(mail);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node promised it between our look and our save.
            LogLost(mail.SubjectId);
            return false;
        }
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
