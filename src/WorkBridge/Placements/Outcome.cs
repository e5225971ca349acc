using WorkBridge.Returnees;

namespace WorkBridge.Placements;

/// <summary>How a placement turned out (kết quả): computed by the published rule, or overridden with a reason. Append-only.</summary>
public sealed class Outcome : IAppendOnly
{
    public const int ReasonLength = 300;

    private Outcome()
    {
    }

    public Outcome(Guid placementId, Guid? followUpId, WorkState result, int ruleVersion, string conditionsJson, string? overrideReason, Actor by, DateTime at)
    {
        PlacementId = placementId;
        FollowUpId = followUpId;
        Result = result;
        RuleVersion = ruleVersion;
        ConditionsJson = conditionsJson;
        OverrideReason = overrideReason;
        ByKind = by.Kind;
        ById = by.Id;
        At = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid PlacementId { get; private set; }

    public Guid? FollowUpId { get; private set; }

    public WorkState Result { get; private set; }

    public int RuleVersion { get; private set; }

    /// <summary>Which conditions of the rule held, failed or were not known.</summary>
    public string ConditionsJson { get; private set; } = "[]";

    public string? OverrideReason { get; private set; }

    public ActorKind ByKind { get; private set; }

    public Guid? ById { get; private set; }

    public DateTime At { get; private set; }
}
