using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Placements;

/// <summary>Ends a placement between two checks, with its day and reason. Throws <see cref="RuleBroken"/> with NotFound, ChangedMeanwhile, WrongState, ReasonMissing, DateBeforeStart or DateTooFar.</summary>
public sealed class EndPlacement(WorkBridgeDb db, CurrentUser user, StabilityRules rules, TimeProvider clock)
{
    public async Task RunAsync(Guid placementId, int? version, DateOnly on, EndReason? reason, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (reason is null or EndReason.NeverBegan)
            throw new RuleBroken(Rule.ReasonMissing, "EndReason", new("Chọn lý do kết thúc", "Choose why it ended"));
        if (on > Clock.DayOf(now))
            throw new RuleBroken(Rule.DateTooFar, "EndedOn", new("Ngày kết thúc không thể ở sau hôm nay", "The last day cannot lie after today"));
        var placement = await db.Placements.Of(user).SingleOrDefaultAsync(p => p.Id == placementId, ct) ?? throw new RuleBroken(Rule.NotFound);
        db.ReadAt(placement, version);
        placement.Finish(on, reason.Value, user.Actor, now);
        var state = StateAfter(reason.Value);
        var working = new Condition(ConditionKind.Working, state == WorkState.None ? ConditionState.Failed : ConditionState.Unknown);
        var outcome = new Outcome(placement.Id, null, state, rules.On(on).Version, Outcomes.Write([working]), null, user.Actor, now);
        await db.AddOutcomeAsync(placement, outcome, on, now, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What an end says of the person's work: nothing, where the person went on to other work or out of sight.</summary>
    public static WorkState StateAfter(EndReason reason) => reason switch
    {
        EndReason.BetterJob or EndReason.Moved or EndReason.Unreachable => WorkState.Unknown,
        _ => WorkState.None,
    };
}
