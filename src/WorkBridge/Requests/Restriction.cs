using WorkBridge.Data;

namespace WorkBridge.Requests;

/// <summary>What a request to restrict or to object reaches: everything, or one purpose alone.</summary>
public enum RequestScope
{
    Everything,
    Matching,
    Statistics,
}

/// <summary>Why a restriction was lifted.</summary>
public sealed record RestrictionWords
{
    public string? Why { get; init; }
}

/// <summary>
/// What somebody had stopped by a request to restrict (everything beyond what the commune must do) or to object (one purpose), whatever
/// was agreed. It works from the moment the request is written down until it is lifted.
/// </summary>
public sealed class Restriction : Sealing<RestrictionWords>, IMoving
{
    private Restriction()
    {
    }

    protected override Guid SealId => Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReturneeId { get; private set; }

    public string CommuneCode { get; private set; } = "";

    /// <summary>The request it follows from.</summary>
    public Guid RequestId { get; private set; }

    public RequestScope Scope { get; private set; }

    public DateTime Since { get; private set; }

    public DateTime? LiftedAt { get; private set; }

    public int Version { get; private set; }

    public RestrictionWords Said => Opened;

    public List<StateMove> NewMoves { get; } = [];

    public static Restriction Begin(DataRequest request, Actor by, DateTime now)
    {
        var restriction = new Restriction { ReturneeId = request.ReturneeId, CommuneCode = request.CommuneCode, RequestId = request.Id, Scope = request.Scope, Since = now };
        restriction.NewMoves.Add(new StateMove(nameof(Restriction), restriction.Id, null, "Begun", now, by, request.Scope.ToString()));
        return restriction;
    }

    /// <summary>Lets the data be used again as was agreed. An officer says why; the person who agrees to the purpose anew need not.</summary>
    public void Lift(string? why, Actor by, DateTime now)
    {
        if (LiftedAt is not null || by.Kind is not (ActorKind.Officer or ActorKind.Person))
            throw new RuleBroken(Rule.WrongState);
        if (by.Kind == ActorKind.Officer && string.IsNullOrWhiteSpace(why))
            throw new RuleBroken(Rule.ReasonMissing, "WhyLifted", new("Ghi vì sao dùng lại được: người tìm việc đã nói gì, khi nào.", "Say why it may be used again: what the person said, and when."));
        NewMoves.Add(new StateMove(nameof(Restriction), Id, "Begun", "Lifted", now, by));
        LiftedAt = now;
        Version++;
        if (why is not null)
            Seal(new RestrictionWords { Why = why });
    }
}
