using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Referrals;

namespace WorkBridge.Placements;

public enum PlacementState
{
    Started,
    Running,
    Ended,
}

public enum EndReason
{
    PlannedEnd,
    PayOrHours,
    TransportTrouble,
    Health,
    FamilyOrCare,
    Conflict,
    Attendance,
    LacksSkill,
    EmployerCutOrClosed,
    BetterJob,
    Training,
    Moved,
    Unreachable,
    Unknown,

    /// <summary>Accepted, then cancelled before the first day.</summary>
    NeverBegan,
}

/// <summary>Work or training that began because of a referral, or was found alone (nhận việc).</summary>
public sealed class Placement : IMoving
{
    private static readonly ActorKind[] Followers = [ActorKind.Officer, ActorKind.System];

    public static readonly MoveTable<PlacementState> Moves = new(
        new(PlacementState.Started, PlacementState.Running, Followers),
        new(PlacementState.Started, PlacementState.Ended, ActorKind.Officer, ActorKind.Employer, ActorKind.Person, ActorKind.System),
        new(PlacementState.Running, PlacementState.Ended, Followers));

    private Placement()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid? ReferralId { get; private set; }

    public Guid ReturneeId { get; private set; }

    public Guid? OpeningId { get; private set; }

    public Guid? EmployerId { get; private set; }

    public string CommuneCode { get; private set; } = "";

    /// <summary>A training slot was taken up: it has a register and an end assessment, and says nothing of the person's work.</summary>
    public bool IsTraining { get; private set; }

    /// <summary>The trade, as a code of the vocabulary.</summary>
    public string? TradeCode { get; private set; }

    public PlacementState State { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public EndReason? EndReason { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>The month in which the person was erased: from then on it is a number in a count, and no page shows it.</summary>
    public DateOnly? ErasedOn { get; private set; }

    public int Version { get; private set; }

    public List<StateMove> NewMoves { get; } = [];

    public static Placement Begin(Referral referral, Opening opening, Actor by, DateTime now)
    {
        var placement = new Placement
        {
            ReferralId = referral.Id,
            ReturneeId = referral.ReturneeId,
            OpeningId = referral.OpeningId,
            EmployerId = referral.EmployerId,
            CommuneCode = referral.CommuneCode,
            IsTraining = opening.Kind == OpeningKind.Training,
            TradeCode = opening.TradeCode,
            StartsOn = referral.StartsOn!.Value,
            CreatedAt = now,
        };
        placement.NewMoves.Add(new StateMove(nameof(Placement), placement.Id, null, nameof(PlacementState.Started), now, by));
        return placement;
    }

    public static Placement FoundAlone(Guid returneeId, string communeCode, string? tradeCode, DateOnly startsOn, Actor by, DateTime now)
    {
        var placement = new Placement
        {
            ReturneeId = returneeId,
            CommuneCode = communeCode,
            TradeCode = tradeCode,
            StartsOn = startsOn,
            CreatedAt = now,
        };
        placement.NewMoves.Add(new StateMove(nameof(Placement), placement.Id, null, nameof(PlacementState.Started), now, by));
        return placement;
    }

    public bool CanMove(PlacementState to, ActorKind by) => Moves.Allows(State, to, by);

    public void Run(Actor by, DateTime now) => Move(PlacementState.Running, by, now);

    /// <summary>A check or an outcome was recorded: a form that was filled in before is out of date.</summary>
    public void Noted() => Version++;

    public void Finish(DateOnly on, EndReason reason, Actor by, DateTime now)
    {
        if (on < StartsOn && reason != Placements.EndReason.NeverBegan)
            throw new RuleBroken(Rule.DateBeforeStart, "EndedOn");
        Move(PlacementState.Ended, by, now, reason.ToString());
        EndedOn = on;
        EndReason = reason;
    }

    private void Move(PlacementState to, Actor by, DateTime now, string? code = null)
    {
        if (!CanMove(to, by.Kind))
            throw new RuleBroken(Rule.WrongState);
        NewMoves.Add(new StateMove(nameof(Placement), Id, State.ToString(), to.ToString(), now, by, code));
        State = to;
        Version++;
    }
}
