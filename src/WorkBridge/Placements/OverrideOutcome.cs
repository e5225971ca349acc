using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Placements;

/// <summary>An officer who knows better says so, with a reason; the computed outcome stays beside it. The person's employment state follows.</summary>
public sealed class OverrideOutcome(WorkBridgeDb db, CurrentUser user, StabilityRules rules, TimeProvider clock)
{
    public async Task RunAsync(Guid placementId, int? version, WorkState result, string? reason, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Clock.DayOf(now);
        reason = FreeText.Checked(reason, Outcome.ReasonLength, "Reason") ?? throw new RuleBroken(Rule.ReasonMissing, "Reason");
        var placement = await db.Placements.Of(user).SingleOrDefaultAsync(p => p.Id == placementId, ct) ?? throw new RuleBroken(Rule.NotFound);
        db.ReadAt(placement, version);
        if (placement.IsTraining)
            throw new RuleBroken(Rule.WrongState);
        placement.Noted();
        var last = await db.FollowUps.Where(f => f.PlacementId == placementId && f.Reached).OrderByDescending(f => f.On).ThenByDescending(f => f.RecordedAt).FirstOrDefaultAsync(ct);
        var outcome = new Outcome(placement.Id, last?.Id, result, rules.On(today).Version, "[]", reason, user.Actor, now);
        await db.AddOutcomeAsync(placement, outcome, today, now, ct);
        await db.SaveChangesAsync(ct);
    }
}
