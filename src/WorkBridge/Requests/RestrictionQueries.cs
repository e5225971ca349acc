using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Requests;

/// <summary>Whether somebody had something stopped: asked of each person by its own rows, like consent.</summary>
public static class RestrictionQueries
{
    /// <summary>Restrictions that stop a purpose: of that purpose, or of everything.</summary>
    public static IQueryable<Restriction> Stopping(this IQueryable<Restriction> restrictions, RequestScope purpose) =>
        restrictions.Where(x => x.LiftedAt == null && (x.Scope == RequestScope.Everything || x.Scope == purpose));

    /// <summary>Whether nothing of this person may leave the house: everything was restricted, or matching objected to.</summary>
    public static Task<bool> IsHeldBackAsync(this WorkBridgeDb db, Guid returneeId, CancellationToken ct) =>
        db.Restrictions.Stopping(RequestScope.Matching).AnyAsync(x => x.ReturneeId == returneeId, ct);

    /// <summary>Whether the person had everything restricted: no reading beyond duty.</summary>
    public static Task<bool> IsRestrictedAsync(this WorkBridgeDb db, Guid returneeId, CancellationToken ct) =>
        db.Restrictions.AnyAsync(x => x.ReturneeId == returneeId && x.LiftedAt == null && x.Scope == RequestScope.Everything, ct);

    /// <summary>The person agrees to a purpose anew: an objection to it has no more to say. A restriction of everything stays.</summary>
    internal static async Task LiftObjectionAsync(this WorkBridgeDb db, Returnee person, RequestScope purpose, Actor by, DateTime now, CancellationToken ct)
    {
        foreach (var restriction in await db.Restrictions.Where(x => x.ReturneeId == person.Id && x.LiftedAt == null && x.Scope == purpose).ToListAsync(ct))
            restriction.Lift("Người tìm việc đã đồng ý lại", by, now);
    }
}

/// <summary>An officer lets the data of somebody of an own commune be used again, with a reason that the person may read.</summary>
public sealed class LiftRestriction(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Unknown or another commune's, changed meanwhile, lifted before, no reason, or words about the past.</exception>
    public async Task RunAsync(Guid restrictionId, int? version, string? why, CancellationToken ct)
    {
        var codes = user.CommuneCodes;
        var restriction = await db.Restrictions.SingleOrDefaultAsync(x => x.Id == restrictionId && codes.Contains(x.CommuneCode), ct) ?? throw new RuleBroken(Rule.NotFound);
        db.ReadAt(restriction, version);
        restriction.Lift(FreeText.Checked(why, DataRequest.WordsLength, "WhyLifted"), user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}
