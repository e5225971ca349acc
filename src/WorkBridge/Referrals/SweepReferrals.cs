using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkBridge.Data;

namespace WorkBridge.Referrals;

/// <summary>
/// Reminds employers and ends what was not answered in time. Everything due follows from the rows and the clock, so that it
/// may run late, twice, or on several nodes: a reminder has one key, a lapse is one move.
/// </summary>
public sealed partial class SweepReferrals(WorkBridgeDb db, TetCalendar tet, TimeProvider clock, ILogger<SweepReferrals> log)
{
    private static readonly ReferralState[] Waiting = [ReferralState.Sent, ReferralState.Seen, ReferralState.UnderReview];

    /// <summary>Returns how many reminders were promised and referrals ended.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var oldEnough = now.AddDays(-ReferralsDue.FirstReminderDays + 1);
        var waiting = await db.Referrals.AsNoTracking().Where(r => Waiting.Contains(r.State) && r.SentAt <= oldEnough).ToListAsync(ct);
        var done = 0;
        foreach (var referral in waiting)
        {
            var due = ReferralsDue.At(referral, now, tet);
            if (due == ReferralDue.Nothing)
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
        switch (ReferralsDue.At(referral, now, tet))
        {
            case ReferralDue.FirstReminder:
                return await RemindAsync(referral, ReferralsDue.FirstReminderDays, now, ct);
            case ReferralDue.SecondReminder:
                return await RemindAsync(referral, ReferralsDue.SecondReminderDays, now, ct);
            case ReferralDue.Lapse:
                await LapseAsync(referral, now, ct);
                return true;
            default:
                return false;
        }
    }

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
        var officer = await db.Users.SingleOrDefaultAsync(a => a.Id == referral.OfficerId && !a.Disabled, ct);
        if (officer?.Email is { } address)
            db.Outbox.Add(ReferralMails.Lapsed(referral, address, now));
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Referral {Id} changed while it was swept")]
    private partial void LogLost(Guid id);
}
