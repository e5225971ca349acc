using WorkBridge.Data;

namespace WorkBridge.Placements;

public enum FollowUpWay
{
    Visit,
    Call,
    Employer,
    Document,

    /// <summary>The person said it at a screen, alone.</summary>
    Person,
}

/// <summary>How it goes at work, in the person's own words of three.</summary>
public enum Going
{
    Well,
    Fairly,
    Hard,
}

/// <summary>What is hard about it.</summary>
public enum Trouble
{
    Pay,
    Hours,
    Transport,
    Health,
    Family,
    People,
    TheWork,
    Other,
}

/// <summary>Unknown is an answer: nobody reached is not "not working".</summary>
public enum Answer
{
    Unknown,
    Yes,
    No,
}

public enum ContractKind
{
    Unknown,
    None,
    Spoken,
    Written,
}

/// <summary>Pay told as a band whose edge is the least pay of the region, where no figure was told.</summary>
public enum PayBand
{
    Unknown,
    UnderMinimum,
    AtLeastMinimum,
}

public sealed record FollowUpNote
{
    public string? Text { get; init; }
}

/// <summary>A dated check on a placement (hỏi thăm). Append-only: a later one counts, this one stays.</summary>
public sealed class FollowUp : Sealing<FollowUpNote>, IAppendOnly
{
    public const int NoteLength = 500;

    /// <summary>Days after the start on which a check is due.</summary>
    public static readonly IReadOnlyList<int> Ladder = [7, 30, 90, 180, 365];

    private FollowUp()
    {
    }

    public FollowUp(Guid placementId, FollowUpFacts facts, Actor by, DateTime recordedAt)
    {
        PlacementId = placementId;
        Step = facts.Step;
        On = facts.On;
        Way = facts.Way;
        Reached = facts.Reached;
        Working = facts.Working;
        SameEmployer = facts.SameEmployer;
        Contract = facts.Contract;
        DaysPerMonth = facts.DaysPerMonth;
        HoursPerWeek = facts.HoursPerWeek;
        PayPerMonth = facts.PayPerMonth;
        PayBand = facts.PayBand;
        Insurance = facts.Insurance;
        LastDay = facts.LastDay;
        EndReason = facts.EndReason;
        Going = facts.Going;
        Trouble = facts.Trouble;
        WantsCall = facts.WantsCall;
        ByKind = by.Kind;
        ById = by.Id;
        RecordedAt = recordedAt;
        Seal(new FollowUpNote { Text = facts.Note });
    }

    protected override Guid SealId => Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid PlacementId { get; private set; }

    /// <summary>The step of <see cref="Ladder"/> it answers; null for a check between steps.</summary>
    public int? Step { get; private set; }

    public DateOnly On { get; private set; }

    public FollowUpWay Way { get; private set; }

    /// <summary>False for an attempt that reached nobody; such a row answers no step.</summary>
    public bool Reached { get; private set; }

    public Answer Working { get; private set; }

    public Answer SameEmployer { get; private set; }

    public ContractKind Contract { get; private set; }

    public int? DaysPerMonth { get; private set; }

    public int? HoursPerWeek { get; private set; }

    /// <summary>In đồng a month.</summary>
    public long? PayPerMonth { get; private set; }

    public PayBand PayBand { get; private set; }

    public Answer Insurance { get; private set; }

    /// <summary>The last day of work, where whoever was asked knew it.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Why the work ended, as the employer said.</summary>
    public EndReason? EndReason { get; private set; }

    /// <summary>How the person said it goes; null where nobody asked.</summary>
    public Going? Going { get; private set; }

    public Trouble? Trouble { get; private set; }

    /// <summary>Whether the person asked for an officer's call; null where nobody asked.</summary>
    public bool? WantsCall { get; private set; }

    public ActorKind ByKind { get; private set; }

    public Guid? ById { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string? Note => Opened.Text;
}

/// <summary>What is asked at a follow-up, as typed or ticked.</summary>
public sealed record FollowUpFacts
{
    public int? Step { get; init; }

    public DateOnly On { get; init; }

    public FollowUpWay Way { get; init; }

    public bool Reached { get; init; } = true;

    public Answer Working { get; init; }

    public Answer SameEmployer { get; init; }

    public ContractKind Contract { get; init; }

    public int? DaysPerMonth { get; init; }

    public int? HoursPerWeek { get; init; }

    public long? PayPerMonth { get; init; }

    public PayBand PayBand { get; init; }

    public Answer Insurance { get; init; }

    public DateOnly? LastDay { get; init; }

    public EndReason? EndReason { get; init; }

    public Going? Going { get; init; }

    public Trouble? Trouble { get; init; }

    public bool? WantsCall { get; init; }

    public string? Note { get; init; }
}
