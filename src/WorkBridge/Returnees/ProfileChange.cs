using WorkBridge.Data;

namespace WorkBridge.Returnees;

/// <summary>What a person may propose to have changed, one thing at a time.</summary>
public enum ProfileTopic
{
    Trade,
    Skill,
    WantedTrade,
    Kinds,
    Shifts,
    PayFrom,
    AvailableFrom,
    Transport,
    Kilometres,
    Away,
    Lodging,
    Phone,

    /// <summary>In the person's own words.</summary>
    Other,
}

public enum ChangeState
{
    Proposed,
    Confirmed,
    Declined,

    /// <summary>By the person, who said something else or nothing any more.</summary>
    Withdrawn,

    /// <summary>What it was for has ended: consent to matching, or the programme.</summary>
    Lapsed,
}

/// <summary>Why an officer leaves the profile as it is, in words that the person reads.</summary>
public enum LeftBecause
{
    TalkFirst,
    PaperFirst,
    IsSoAlready,
    NotKept,
}

/// <summary>What is proposed, in codes, and what stood when it was.</summary>
public sealed record ProposedChange
{
    /// <summary>Which trade or skill; null where the topic is one thing.</summary>
    public string? Subject { get; init; }

    public string? Was { get; init; }

    public string? Becomes { get; init; }
}

/// <summary>The person proposed a change of the profile; it changes only when an officer confirms it.</summary>
public sealed class ProfileChange : Sealing<ProposedChange>, IMoving
{
    /// <summary>Letters of free text.</summary>
    public const int TextLength = 300;

    /// <summary>Open proposals of one person.</summary>
    public const int Most = 30;

    public static readonly MoveTable<ChangeState> Moves = new(
        new(ChangeState.Proposed, ChangeState.Confirmed, ActorKind.Officer),
        new(ChangeState.Proposed, ChangeState.Declined, ActorKind.Officer),
        new(ChangeState.Proposed, ChangeState.Withdrawn, ActorKind.Person),
        new(ChangeState.Proposed, ChangeState.Lapsed, ActorKind.System, ActorKind.Person, ActorKind.Officer));

    private ProfileChange()
    {
    }

    protected override Guid SealId => Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReturneeId { get; private set; }

    public string CommuneCode { get; private set; } = "";

    public ProfileTopic Topic { get; private set; }

    public ChangeState State { get; private set; }

    public LeftBecause? LeftBecause { get; private set; }

    public DateTime ProposedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public int Version { get; private set; }

    public ProposedChange Said => Opened;

    public List<StateMove> NewMoves { get; } = [];

    public static ProfileChange Propose(Guid returneeId, string communeCode, ProfileTopic topic, ProposedChange said, Actor by, DateTime now)
    {
        var change = new ProfileChange { ReturneeId = returneeId, CommuneCode = communeCode, Topic = topic, ProposedAt = now };
        change.Seal(said);
        change.NewMoves.Add(new StateMove(nameof(ProfileChange), change.Id, null, nameof(ChangeState.Proposed), now, by));
        return change;
    }

    public bool CanMove(ChangeState to, ActorKind by) => Moves.Allows(State, to, by);

    public void Confirm(Actor by, DateTime now) => Move(ChangeState.Confirmed, by, now);

    public void Withdraw(Actor by, DateTime now) => Move(ChangeState.Withdrawn, by, now);

    public void Lapse(Actor by, DateTime now) => Move(ChangeState.Lapsed, by, now);

    public void Leave(LeftBecause because, Actor by, DateTime now)
    {
        Move(ChangeState.Declined, by, now, because.ToString());
        LeftBecause = because;
    }

    private void Move(ChangeState to, Actor by, DateTime now, string? code = null)
    {
        if (!CanMove(to, by.Kind))
            throw new RuleBroken(Rule.WrongState);
        NewMoves.Add(new StateMove(nameof(ProfileChange), Id, State.ToString(), to.ToString(), now, by, code));
        State = to;
        EndedAt = now;
        Version++;
    }
}
