using WorkBridge.Referrals;

namespace WorkBridge.Web.Pages.Referrals;

/// <summary>The employer's answer as a form holds it; nothing is chosen beforehand.</summary>
public sealed class AnswerInput
{
    private static readonly (AnswerKind Kind, string Name)[] Fields =
    [
        (AnswerKind.Interview, nameof(InterviewAt)), (AnswerKind.Interview, nameof(InterviewPlace)), (AnswerKind.Trial, nameof(TrialFrom)),
        (AnswerKind.Accept, nameof(StartsOn)), (AnswerKind.Ask, nameof(Question)), (AnswerKind.Decline, nameof(Reason)), (AnswerKind.Decline, nameof(Words)),
    ];

    public AnswerKind? Kind { get; set; }

    /// <summary>How many moves the referral had made when the form was shown.</summary>
    public int? AfterMoves { get; set; }

    public DateTime? InterviewAt { get; set; }

    public string? InterviewPlace { get; set; }

    public DateOnly? TrialFrom { get; set; }

    public DateOnly? StartsOn { get; set; }

    public string? Question { get; set; }

    public DeclineReason? Reason { get; set; }

    public string? Words { get; set; }

    /// <summary>Whether this is the very answer that ended the referral.</summary>
    public bool IsAnswerOf(Referral referral) => referral.State switch
    {
        ReferralState.Accepted => Kind == AnswerKind.Accept && StartsOn == referral.StartsOn,
        ReferralState.Declined => Kind == AnswerKind.Decline && Reason == referral.DeclineReason && (Words ?? "").Trim() == (referral.TextToOfficer ?? ""),
        _ => false,
    };

    /// <summary>What was said, in words: to be shown where the form cannot be any more.</summary>
    public IReadOnlyList<(string Label, string Words)> Said()
    {
        if (Kind is not { } kind)
            return [];
        var said = string.Join(", ", new[]
        {
            kind == AnswerKind.Interview && InterviewAt is { } at ? Show.At(at) : null,
            kind == AnswerKind.Interview ? InterviewPlace : null,
            kind == AnswerKind.Trial ? Show.Day(TrialFrom) : null,
            kind == AnswerKind.Accept ? Show.Day(StartsOn) : null,
            kind == AnswerKind.Ask ? Question : null,
            kind == AnswerKind.Decline && Reason is { } reason ? ReferralWords.Of(reason).ToString() : null,
            kind == AnswerKind.Decline ? Words : null,
        }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return [(ReferralWords.Of(AnswerKinds.Move(kind)).ToString(), said.Length > 0 ? said : "–")];
    }

    /// <summary>The fields, as the form names them, that belong to another answer than the one chosen.</summary>
    public IEnumerable<string> Unasked() =>
        from field in Fields
        where field.Kind != Kind
        select $"Input.{field.Name}";

    public EmployerAnswer ToAnswer() => new()
    {
        Kind = Kind ?? throw new RuleBroken(Rule.Incomplete, nameof(Kind), new("Chọn một câu trả lời", "Choose an answer")),
        AfterMoves = AfterMoves,
        InterviewAt = InterviewAt,
        InterviewPlace = InterviewPlace,
        TrialFrom = TrialFrom,
        StartsOn = StartsOn,
        Question = Question,
        Reason = Reason,
        Words = Words,
    };
}

/// <summary>A page that holds the form of an answer: which answers the table of moves allows now, and which reasons are offered.</summary>
public interface IAnswerPage
{
    AnswerInput Input { get; }

    IReadOnlyList<AnswerKind> Answers { get; }

    IReadOnlyList<DeclineReason> Reasons { get; }

    /// <summary>True where an officer writes down what the employer said on the telephone.</summary>
    bool ByOfficer { get; }
}

/// <summary>Answers and the moves they stand for.</summary>
public static class AnswerKinds
{
    /// <summary>Those that this actor may give now, in the order of the form.</summary>
    public static IReadOnlyList<AnswerKind> For(Referral referral, ActorKind by) =>
        [.. Enum.GetValues<AnswerKind>().Where(kind => referral.CanMove(Move(kind), by))];

    public static ReferralState Move(AnswerKind kind) => kind switch
    {
        AnswerKind.Interview => ReferralState.InterviewSet,
        AnswerKind.Trial => ReferralState.Trial,
        AnswerKind.Accept => ReferralState.Accepted,
        AnswerKind.Ask => ReferralState.UnderReview,
        _ => ReferralState.Declined,
    };
}
