using WorkBridge.Data;

namespace WorkBridge.Support;

/// <summary>What somebody may ask help with besides work.</summary>
public enum SupportKind
{
    Loan,
    Training,
    Papers,
    LegalAid,
    Counselling,
    Health,
    Housing,

    /// <summary>"Just an officer, please": nobody has to say at a screen what it is about.</summary>
    Officer,
}

public enum SupportState
{
    Asked,

    /// <summary>An officer has taken it up and looks whether and how it can be done.</summary>
    Checked,

    /// <summary>It lies with whoever grants it: a bank, a fund, a school, another office.</summary>
    Referred,
    Granted,
    Refused,
    Withdrawn,
}

/// <summary>What the person is told about it.</summary>
public sealed record SupportWords
{
    public string? Told { get; init; }
}

/// <summary>A request for support (yêu cầu hỗ trợ): from the asking to what became of it. One open request of a kind for a person.</summary>
public sealed class SupportRequest : Sealing<SupportWords>, IMoving
{
    public const int WordsLength = 300;

    private static readonly ActorKind[] Officers = [ActorKind.Officer];
    private static readonly ActorKind[] Enders = [ActorKind.Person, ActorKind.Officer, ActorKind.System];

    public static readonly MoveTable<SupportState> Moves = new(
        new(SupportState.Asked, SupportState.Checked, Officers),
        new(SupportState.Asked, SupportState.Referred, Officers),
        new(SupportState.Checked, SupportState.Referred, Officers),
        new(SupportState.Asked, SupportState.Granted, Officers),
        new(SupportState.Checked, SupportState.Granted, Officers),
        new(SupportState.Referred, SupportState.Granted, Officers),
        new(SupportState.Asked, SupportState.Refused, Officers),
        new(SupportState.Checked, SupportState.Refused, Officers),
        new(SupportState.Referred, SupportState.Refused, Officers),
        new(SupportState.Asked, SupportState.Withdrawn, Enders),
        new(SupportState.Checked, SupportState.Withdrawn, Enders),
        new(SupportState.Referred, SupportState.Withdrawn, Enders));

    private SupportRequest()
    {
    }

    protected override Guid SealId => Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReturneeId { get; private set; }

    public string CommuneCode { get; private set; } = "";

    public SupportKind Kind { get; private set; }

    public SupportState State { get; private set; }

    public DateTime AskedAt { get; private set; }

    /// <summary>When it came into its present state.</summary>
    public DateTime MovedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public int Version { get; private set; }

    public SupportWords Said => Opened;

    public List<StateMove> NewMoves { get; } = [];

    public bool IsOpen => State is SupportState.Asked or SupportState.Checked or SupportState.Referred;

    public static SupportRequest Ask(Guid returneeId, string communeCode, SupportKind kind, Actor by, DateTime now)
    {
        var request = new SupportRequest { ReturneeId = returneeId, CommuneCode = communeCode, Kind = kind, AskedAt = now, MovedAt = now };
        request.NewMoves.Add(new StateMove(nameof(SupportRequest), request.Id, null, nameof(SupportState.Asked), now, by, kind.ToString()));
        return request;
    }

    public bool CanMove(SupportState to, ActorKind by) => Moves.Allows(State, to, by);

    /// <summary>Moves on. A refusal, and a reference to somebody else, say something to the person; words of an earlier step make way for new ones.</summary>
    public void Move(SupportState to, string? told, Actor by, DateTime now)
    {
        if (!CanMove(to, by.Kind))
            throw new RuleBroken(Rule.WrongState);
        if (to is SupportState.Refused or SupportState.Referred && string.IsNullOrWhiteSpace(told))
            throw new RuleBroken(Rule.ReasonMissing, "Told", new("Viết cho người tìm việc một lời: chuyển tới đâu, hoặc vì sao lần này chưa giúp được.", "Write a word for the person: where it went, or why it cannot be done this time."));
        NewMoves.Add(new StateMove(nameof(SupportRequest), Id, State.ToString(), to.ToString(), now, by));
        State = to;
        MovedAt = now;
        if (!IsOpen)
            EndedAt = now;
        Version++;
        if (told is not null)
            Seal(new SupportWords { Told = told });
    }
}
