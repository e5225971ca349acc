using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Referrals;

/// <summary>Gives the employer more time; the link opens seven days longer than that. The new day must be later than the old one.</summary>
public sealed class ExtendReferral(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <summary>The farthest day an answer may be waited for.</summary>
    public const int MostDays = 60;

    public async Task RunAsync(Guid referralId, int? version, DateOnly answerBy, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (answerBy > Clock.DayOf(now).AddDays(MostDays))
            throw new RuleBroken(Rule.DateTooFar, "AnswerBy");
        var referral = await db.ReachAsync(user, referralId, now, ct);
        db.ReadAt(referral, version);
        referral.Extend(answerBy, now);
        foreach (var link in await db.OneTimeLinks.Where(l => l.ReferralId == referralId && l.RevokedAt == null).ToListAsync(ct))
            link.ExtendTo(LinkTokens.EndFor(answerBy.AddDays(LinkTokens.DaysAfterAnswerBy)));
        await db.SaveChangesAsync(ct);
    }
}
