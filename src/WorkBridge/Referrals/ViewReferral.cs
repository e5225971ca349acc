using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Referrals;

/// <summary>
/// "Xem người được giới thiệu": marks the referral seen and returns what the person agreed to show. The reading is written
/// down in the same transaction. Throws <see cref="RuleBroken"/> with NotFound, with ConsentMissing when consent no longer
/// stands, and with WrongState when the referral is over.
/// </summary>
public sealed class ViewReferral(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task<IntroducedPerson> RunAsync(Guid referralId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var referral = await db.ReachAsync(user, referralId, now, ct);
        if (!referral.IsWithEmployer)
            throw new RuleBroken(Rule.WrongState);
        if (!await db.ConsentStandsAsync(referral, Clock.DayOf(now), ct))
            throw new RuleBroken(Rule.ConsentMissing);

        var person = await db.Returnees.SingleAsync(r => r.Id == referral.ReturneeId, ct);
        var profile = await db.SkillProfiles.SingleOrDefaultAsync(p => p.ReturneeId == referral.ReturneeId, ct);
        var employer = await db.Employers.Where(e => e.Id == referral.EmployerId).Select(e => e.Name).SingleAsync(ct);
        referral.MarkSeen(user.Actor, now);
        db.Readings.Add(new Reading(now, ReadingKind.Opened, user.Actor, employer, "Referrals/Introduced", [referral.ReturneeId]));
        await db.SaveChangesAsync(ct);
        return IntroducedPerson.Of(person, profile?.Content);
    }
}
