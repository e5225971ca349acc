using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Requests;
using WorkBridge.Staff;

namespace WorkBridge.Referrals;

/// <summary>Which referrals somebody may act on, as part of the query.</summary>
public static class ReferralReach
{
    /// <summary>
    /// Of a one-time link that is open: its one referral. Of a person at the kiosk: the own. Of everybody else: see <see cref="Ownership"/>.
    /// </summary>
    public static IQueryable<Referral> Reachable(this WorkBridgeDb db, CurrentUser user, DateTime now)
    {
        var id = user.Actor.Id;
        return user.Actor.Kind switch
        {
            ActorKind.EmployerLink => db.Referrals.Where(r => db.OneTimeLinks.Any(l => l.Id == id && l.ReferralId == r.Id && l.Step == null && l.RevokedAt == null && l.ExpiresAt > now)),
            ActorKind.Person => db.Referrals.Where(r => r.ReturneeId == id),
            _ => db.Referrals.Of(user),
        };
    }

    /// <summary>The referral with its opening, for a change.</summary>
    /// <exception cref="RuleBroken"><see cref="Rule.NotFound"/> for an id that is unknown or somebody else's.</exception>
    public static async Task<Referral> ReachAsync(this WorkBridgeDb db, CurrentUser user, Guid referralId, DateTime now, CancellationToken ct) =>
        await db.Reachable(user, now).Include(r => r.Opening).SingleOrDefaultAsync(r => r.Id == referralId, ct)
        ?? throw new RuleBroken(Rule.NotFound);

    /// <summary>How many moves a referral has made: what a form of an answer was shown after.</summary>
    public static Task<int> MovesOfAsync(this WorkBridgeDb db, Guid referralId, CancellationToken ct) =>
        db.StateMoves.CountAsync(m => m.Noun == nameof(Referral) && m.NounId == referralId, ct);

    /// <summary>Whether the person's consent for this referral's employer stands on a day, the person may be helped on it, and nothing holds the person back.</summary>
    public static Task<bool> ConsentStandsAsync(this WorkBridgeDb db, Referral referral, DateOnly day, CancellationToken ct) =>
        db.EmployerMayKnowAsync(referral.ReturneeId, referral.EmployerId, day, ct);
}
