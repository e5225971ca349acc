using WorkBridge.Data;
using WorkBridge.Placements;

namespace WorkBridge.Training;

/// <summary>How a training slot came out, as whoever taught says.</summary>
public enum TrainingResult
{
    Completed,

    /// <summary>Left before the end; what was learnt until then counts.</summary>
    Partial,

    /// <summary>Never came.</summary>
    NoShow,
}

/// <summary>What a person finds wrong in an end assessment.</summary>
public enum Objection
{
    /// <summary>Was there, and it says otherwise.</summary>
    WasThere,

    LearntMore,

    /// <summary>It says that something was learnt which was not.</summary>
    NotLearnt,

    NoCertificate,
    Other,
}

public sealed record AssessmentContent
{
    public List<string> Learnt { get; init; } = [];

    public string? Text { get; init; }
}

public sealed record AnswerWords
{
    public string? Text { get; init; }
}

/// <summary>What whoever taught says at the end.</summary>
/// <param name="Result">How it came out.</param>
/// <param name="LastDay">The last day of it.</param>
/// <param name="Learnt">Codes of trades and skills, of those that the slot teaches.</param>
/// <param name="HasCertificate">Whether a certificate was handed out.</param>
/// <param name="Reason">Why it was left early; read only of <see cref="TrainingResult.Partial"/>.</param>
/// <param name="Words">To the person, who reads it.</param>
public sealed record AssessmentFacts(TrainingResult? Result, DateOnly? LastDay, IReadOnlyList<string> Learnt, bool HasCertificate, EndReason? Reason, string? Words);

/// <summary>
/// The end assessment of a training slot (đánh giá cuối khoá), signed by whoever taught: in person, through the link of a mail, or on
/// paper that an officer has seen. Never changed: another one takes its place until the person has agreed.
/// </summary>
public sealed class EndAssessment : Sealing<AssessmentContent>, IAppendOnly
{
    public const int WordsLength = 300;

    private EndAssessment()
    {
    }

    public EndAssessment(Guid placementId, AssessmentFacts facts, bool onPaper, Actor by, DateTime signedAt)
    {
        PlacementId = placementId;
        Result = facts.Result!.Value;
        LastDay = facts.LastDay!.Value;
        HasCertificate = facts.HasCertificate;
        Reason = facts.Reason;
        OnPaper = onPaper;
        (ByKind, ById, SignedAt) = (by.Kind, by.Id, signedAt);
        Seal(new AssessmentContent { Learnt = [.. facts.Learnt], Text = facts.Words });
    }

    protected override Guid SealId => Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid PlacementId { get; private set; }

    public TrainingResult Result { get; private set; }

    public DateOnly LastDay { get; private set; }

    public bool HasCertificate { get; private set; }

    public EndReason? Reason { get; private set; }

    /// <summary>Signed on paper; the row is by the officer who saw it.</summary>
    public bool OnPaper { get; private set; }

    public ActorKind ByKind { get; private set; }

    public Guid? ById { get; private set; }

    public DateTime SignedAt { get; private set; }

    /// <summary>Codes of trades and skills.</summary>
    public IReadOnlyList<string> Learnt => Opened.Learnt;

    public string? Words => Opened.Text;
}

/// <summary>What the person says of an end assessment: one answer to each, at a screen or signed on paper. Never changed.</summary>
public sealed class AssessmentAnswer : Sealing<AnswerWords>, IAppendOnly
{
    private AssessmentAnswer()
    {
    }

    public AssessmentAnswer(Guid assessmentId, Objection? objection, string? words, bool onPaper, Actor by, DateTime at)
    {
        (AssessmentId, Objection, OnPaper, ByKind, ById, At) = (assessmentId, objection, onPaper, by.Kind, by.Id, at);
        Seal(new AnswerWords { Text = words });
    }

    protected override Guid SealId => Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid AssessmentId { get; private set; }

    /// <summary>What is wrong in it; null where the person agrees.</summary>
    public Objection? Objection { get; private set; }

    public bool OnPaper { get; private set; }

    public ActorKind ByKind { get; private set; }

    public Guid? ById { get; private set; }

    public DateTime At { get; private set; }

    public bool Agrees => Objection is null;

    public string? Words => Opened.Text;
}
