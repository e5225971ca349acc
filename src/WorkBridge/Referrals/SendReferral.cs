using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Holidays;
using WorkBridge.Requests;
using WorkBridge.Staff;

namespace WorkBridge.Referrals;

/// <summary>
/// Sends a prepared referral: the move, the link and the promised mail are saved together or not at all. Throws
/// <see cref="RuleBroken"/> with ConsentMissing, HeldBack, WrongState, OpeningNotLive, NoPlaceLeft, NotInProgramme or EmployerNotApproved.
/// </summary>
public sealed class SendReferral(WorkBridgeDb db, CurrentUser user, LinkTokens tokens, HolidayCalendar holidays, TimeProvider clock)
{
    public async Task RunAsync(Guid referralId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Clock.DayOf(now);
        var referral = await db.ReachAsync(user, referralId, now, ct);
        var person = await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == referral.ReturneeId, ct);
        var employer = await db.Employers.SingleAsync(e => e.Id == referral.EmployerId, ct);
        var consent = await db.Consents.CurrentAsync(referral.ReturneeId, Purpose.Employer, referral.EmployerId, ct);
        if (referral.State == ReferralState.Prepared)
            CheckWorld(referral, person.MayBeHelped(today), employer);

        if (await db.IsHeldBackAsync(person.Id, ct))
            throw new RuleBroken(Rule.HeldBack);
        referral.Send(consent, user.Actor, now, holidays.AddOutsideTet(today, Referral.DaysToAnswer));
        person.Referred(now);
        db.OneTimeLinks.Add(tokens.Make(referral.Id, referral.AnswerBy!.Value, now));
        db.Outbox.Add(ReferralMails.Sent(referral, employer, now));
        await db.SaveChangesAsync(ct);
    }

    private static void CheckWorld(Referral referral, bool mayBeHelped, Employer employer)
    {
        if (!mayBeHelped)
            throw new RuleBroken(Rule.NotInProgramme);
        if (employer.State != EmployerState.Approved)
            throw new RuleBroken(Rule.EmployerNotApproved);
        if (!referral.Opening.IsLive)
            throw new RuleBroken(Rule.OpeningNotLive);
        if (referral.Opening.PlacesLeft <= 0)
            throw new RuleBroken(Rule.NoPlaceLeft);
    }
}
