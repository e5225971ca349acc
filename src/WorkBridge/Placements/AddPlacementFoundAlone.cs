using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Placements;

/// <summary>
/// Work that the person found alone: followed up like any other. Open referrals end as placed elsewhere. Throws
/// <see cref="RuleBroken"/> with NotFound, NotInProgramme, DateInThePast (more than five years ago) or DateTooFar.
/// </summary>
public sealed class AddPlacementFoundAlone(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task<Guid> RunAsync(Guid returneeId, string? tradeCode, DateOnly startsOn, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Clock.DayOf(now);
        var person = await db.Returnees.Of(user).Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == returneeId, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (!person.MayBeHelped(today))
            throw new RuleBroken(Rule.NotInProgramme);
        if (startsOn < today.AddYears(-5))
            throw new RuleBroken(Rule.DateInThePast, "StartsOn");
        if (startsOn > today.AddDays(60))
            throw new RuleBroken(Rule.DateTooFar, "StartsOn");
        var placement = Placement.FoundAlone(person.Id, person.CommuneCode, tradeCode, startsOn, user.Actor, now);
        db.Placements.Add(placement);
        var open = await db.Referrals.Where(r => r.ReturneeId == returneeId && ReferralMoves.Open.Contains(r.State)).ToListAsync(ct);
        await db.EndReferralsAsync(open, r => r.PlaceElsewhere(now), now, ct);
        await db.SaveChangesAsync(ct);
        return placement.Id;
    }
}
