using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Holidays;

namespace WorkBridge.Referrals;

/// <summary>
/// Reminds employers and ends what was not answered in time. Everything due follows from the rows and the clock, so that it
/// may run late, twice, or on several nodes: a reminder has one key, a lapse is one move.
/// </summary>
public sealed partial class SweepReferrals(WorkBridgeDb db, HolidayCalendar holidays, TimeProvider clock, ILogger<SweepReferrals> log)
{
    private static readonly ReferralState[] Waiting = [ReferralState.Sent, ReferralState.Seen, ReferralState.UnderReview];

    /// <summary>Returns how many reminders were promised and referrals ended.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var oldEnough = now.AddDays(-ReferralsDue.FirstReminderDays + 1);
        var waiting = db.Referrals.Where(r => Waiting.Contains(r.State) && r.SentAt <= oldEnough);
        // One reading of what waits and one of what was promised of it, so that a sweep that has nothing to do asks nothing more.
        var promised = await waiting.Join(db.Outbox.Where(m => m.Kind == MailKinds.ReferralReminder), r => r.Id, m => m.SubjectId, (_, m) => m.Key).ToHashSetAsync(ct);
        var rows = await waiting.Select(r => new { r.Id, r.State, r.SentAt, r.AnswerBy }).ToListAsync(ct);
        var done = 0;
        foreach (var referral in rows)
        {
            var due = ReferralsDue.At(referral.State, referral.SentAt, referral.AnswerBy, now, holidays);
            if (due == ReferralDue.Nothing || (DaysOf(due) is { } days && promised.Contains(ReferralMails.ReminderKey(referral.Id, days))))
                continue;
            db.ChangeTracker.Clear();
            try
            {
                if (await ActAsync(referral.Id, now, ct))
                    done++;
            }
            catch (DbUpdateException)
            {
                // Another node did it between our look and our save, or the employer answered: nothing is lost.
                LogLost(referral.Id);
            }
        }

        return done;
    }

    private async Task<bool> ActAsync(Guid id, DateTime now, CancellationToken ct)
    {
        var referral = await db.Referrals.SingleAsync(r => r.Id == id, ct);
        var due = ReferralsDue.At(referral, now, holidays);
        if (DaysOf(due) is { } days)
            return await RemindAsync(referral, days, now, ct);
        if (due != ReferralDue.Lapse)
            return false;
        await LapseAsync(referral, now, ct);
        return true;
    }

    private static int? DaysOf(ReferralDue due) => due switch
    {
        ReferralDue.FirstReminder => ReferralsDue.FirstReminderDays,
        ReferralDue.SecondReminder => ReferralsDue.SecondReminderDays,
        _ => null,
    };

    private async Task<bool> RemindAsync(Referral referral, int days, DateTime now, CancellationToken ct)
    {
        var key = ReferralMails.ReminderKey(referral.Id, days);
        if (await db.Outbox.AnyAsync(m => m.Key == key, ct))
            return false;
        db.Outbox.Add(ReferralMails.Reminder(referral, await db.Employers.SingleAsync(e => e.Id == referral.EmployerId, ct), days, now));
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task LapseAsync(Referral referral, DateTime now, CancellationToken ct)
    {
        await db.EndReferralsAsync([referral], r => r.Lapse(now), now, ct);
        if (await db.AddressToTellAsync(referral, ct) is { } address)
            db.Outbox.Add(ReferralMails.Lapsed(referral, address, now));
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Referral {Id} changed while it was swept")]
    private partial void LogLost(Guid id);
}
