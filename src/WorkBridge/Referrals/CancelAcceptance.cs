using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Staff;

namespace WorkBridge.Referrals;

/// <summary>
/// Takes an acceptance back before work was confirmed: the placement ends as never begun, the place is free again, the
/// employer is asked to delete. Throws <see cref="RuleBroken"/> with WrongState once a check found the person at work: then the placement is ended instead.
/// </summary>
public sealed class CancelAcceptance(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid referralId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var referral = await db.ReachAsync(user, referralId, now, ct);
        var placement = await db.Placements.SingleOrDefaultAsync(p => p.ReferralId == referralId, ct);
        if (placement is { State: not PlacementState.Started })
            throw new RuleBroken(Rule.WrongState);
        await db.EndReferralsAsync([referral], r => r.Cancel(user.Actor, now), now, ct);
        referral.Opening.GiveBackPlace();
        placement?.Finish(Clock.DayOf(now), EndReason.NeverBegan, user.Actor, now);
        await db.SaveChangesAsync(ct);
    }
}
