using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Referrals;

/// <summary>The person takes the referral back, at the kiosk or through an officer: it ends, its link closes, and an employer that was told is asked to delete.</summary>
public sealed class WithdrawReferral(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid referralId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var referral = await db.ReachAsync(user, referralId, now, ct);
        await db.EndReferralsAsync([referral], r => r.Withdraw(user.Actor, now), now, ct);
        await db.SaveChangesAsync(ct);
    }
}
