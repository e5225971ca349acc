using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Staff;

namespace WorkBridge.Referrals;

/// <summary>
/// The employer's answer: through the one-time link, signed in, or told to an officer on the telephone. Everything that
/// follows is saved with it or not at all. Accepting takes a place, begins the placement and ends the person's other open
/// referrals; the last place taken fills the opening and ends what was open for it. Throws <see cref="RuleBroken"/> with
/// AlreadyAnswered when it was decided before, ChangedMeanwhile when it moved since the form was shown, ConsentMissing when the person's consent for this employer has passed its last day
/// (the sweep that writes it down may come later), WrongState when it ended otherwise, NoPlaceLeft, or the field to put right.
/// </summary>
public sealed class AnswerReferral(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <summary>Days after an appointment (or the first day of a trial) on which the link still takes the result.</summary>
    public const int DaysAfterInterview = 14;

    public const int DaysAfterTrialStart = 60;

    public Task RunAsync(Guid referralId, EmployerAnswer answer, CancellationToken ct) => LostRace.RetryAsync(db, () => OnceAsync(referralId, answer, ct));

    private async Task OnceAsync(Guid referralId, EmployerAnswer answer, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var referral = await db.ReachAsync(user, referralId, now, ct);
        if (referral.State is ReferralState.Accepted or ReferralState.Declined)
            throw new RuleBroken(Rule.AlreadyAnswered);
        if (answer.AfterMoves is { } moves && await db.MovesOfAsync(referralId, ct) != moves)
            throw new RuleBroken(Rule.ChangedMeanwhile);
        if (referral.IsWithEmployer && !await db.ConsentStandsAsync(referral, Clock.DayOf(now), ct))
            throw new RuleBroken(Rule.ConsentMissing);

        var interview = referral.State == ReferralState.InterviewSet ? referral.InterviewAt : null;
        answer.ApplyTo(referral, user.Actor, now);
        if (referral.State == ReferralState.Accepted)
            await BeginAsync(referral, now, ct);
        else
            await KeepLinkOpenAsync(referral, ct);
        await PromiseMailsAsync(referral, interview, now, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task BeginAsync(Referral referral, DateTime now, CancellationToken ct)
    {
        referral.Opening.TakePlace(now);
        db.Placements.Add(Placement.Begin(referral, referral.Opening, user.Actor, now));
        await db.EndReferralsElsewhereAsync(referral, now, ct);
        if (referral.Opening.PlacesLeft == 0)
            await db.EndReferralsOfOpeningAsync(referral.OpeningId, referral.Id, now, ct);
    }

    private async Task KeepLinkOpenAsync(Referral referral, CancellationToken ct)
    {
        DateOnly? lastDay = referral.State switch
        {
            ReferralState.InterviewSet => Clock.DayOf(referral.InterviewAt!.Value).AddDays(DaysAfterInterview),
            ReferralState.Trial => referral.TrialFrom!.Value.AddDays(DaysAfterTrialStart),
            _ => null,
        };
        if (lastDay is null)
            return;
        foreach (var link in await db.OneTimeLinks.Where(l => l.ReferralId == referral.Id && l.Step == null && l.RevokedAt == null).ToListAsync(ct))
            link.ExtendTo(LinkTokens.EndFor(lastDay.Value));
    }

    private async Task PromiseMailsAsync(Referral referral, DateTime? interviewBefore, DateTime now, CancellationToken ct)
    {
        if (referral.State == ReferralState.InterviewSet)
        {
            db.Outbox.Add(ReferralMails.Interview(referral, await db.Employers.SingleAsync(e => e.Id == referral.EmployerId, ct), now));
            if (await db.ReminderAddressAsync(referral.ReturneeId, Clock.DayOf(now), ct) is not null)
                db.Outbox.Add(ReferralMails.InterviewForPerson(referral, now));
        }
        else if (interviewBefore > now)
        {
            db.Outbox.Add(ReferralMails.InterviewOff(referral, await db.Employers.SingleAsync(e => e.Id == referral.EmployerId, ct), now));
            await db.TellPersonInterviewIsOffAsync(referral, now, ct);
        }

        if (user.Actor.Kind == ActorKind.Officer)
            return;
        if (await db.AddressToTellAsync(referral, ct) is { } address)
            db.Outbox.Add(ReferralMails.Answered(referral, address, now));
    }
}
