using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Referrals;

/// <summary>What goes with the end of a referral, whoever ends it. The caller saves.</summary>
public static class ReferralEndings
{
    /// <summary>
    /// Ends referrals by <paramref name="end"/> (which makes the move or refuses it), closes their links, and promises each
    /// employer that was told of the person the mail that asks to delete.
    /// </summary>
    public static async Task EndReferralsAsync(this WorkBridgeDb db, IReadOnlyCollection<Referral> referrals, Action<Referral> end, DateTime now, CancellationToken ct)
    {
        if (referrals.Count == 0)
            return;
        var ids = referrals.Select(r => r.Id).ToList();
        var employerIds = referrals.Select(r => r.EmployerId).Distinct().ToList();
        var links = await db.OneTimeLinks.Where(l => ids.Contains(l.ReferralId) && l.RevokedAt == null).ToListAsync(ct);
        var employers = await db.Employers.Where(e => employerIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        var asked = await db.Outbox.Where(m => ids.Contains(m.SubjectId) && m.Kind == MailKinds.ReferralDelete).Select(m => m.SubjectId).ToListAsync(ct);
        foreach (var referral in referrals)
        {
            var interview = referral.State == ReferralState.InterviewSet ? referral.InterviewAt : null;
            end(referral);
            if (interview > now)
                await db.TellPersonInterviewIsOffAsync(referral, now, ct);
            if (referral.SentAt is not null && !asked.Contains(referral.Id))
                db.Outbox.Add(ReferralMails.Delete(referral, employers[referral.EmployerId], now));
        }

        foreach (var link in links)
            link.Revoke(now);
    }

    /// <summary>Promises the person, who agreed to be reminded, the mail that an interview is off.</summary>
    internal static async Task TellPersonInterviewIsOffAsync(this WorkBridgeDb db, Referral referral, DateTime now, CancellationToken ct)
    {
        if (await db.ReminderAddressAsync(referral.ReturneeId, Clock.DayOf(now), ct) is not null)
            db.Outbox.Add(ReferralMails.InterviewOffForPerson(referral, now));
    }

    /// <summary>Ends every open referral to an opening that was filled, closed, taken down or has expired.</summary>
    public static async Task EndReferralsOfOpeningAsync(this WorkBridgeDb db, Guid openingId, Guid? except, DateTime now, CancellationToken ct)
    {
        var open = await db.Referrals.Where(r => r.OpeningId == openingId && r.Id != except && ReferralMoves.Open.Contains(r.State)).ToListAsync(ct);
        await db.EndReferralsAsync(open, r => r.OpeningWasClosed(now), now, ct);
    }

    /// <summary>Ends the person's other open referrals: the person has a place.</summary>
    internal static async Task EndReferralsElsewhereAsync(this WorkBridgeDb db, Referral accepted, DateTime now, CancellationToken ct)
    {
        var others = await db.Referrals.Where(r => r.ReturneeId == accepted.ReturneeId && r.Id != accepted.Id && ReferralMoves.Open.Contains(r.State)).ToListAsync(ct);
        await db.EndReferralsAsync(others, r => r.PlaceElsewhere(now), now, ct);
    }
}
