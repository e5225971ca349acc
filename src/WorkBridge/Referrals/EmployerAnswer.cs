namespace WorkBridge.Referrals;

public enum AnswerKind
{
    Interview,
    Trial,
    Accept,
    Ask,
    Decline,
}

/// <summary>What an employer answers, as typed: only the fields of the chosen kind are read.</summary>
public sealed record EmployerAnswer
{
    public const int PlaceLength = 200;

    public AnswerKind Kind { get; init; }

    /// <summary>How many moves the referral had made when the form was shown; null where no form was.</summary>
    public int? AfterMoves { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? InterviewAt { get; init; }

    public string? InterviewPlace { get; init; }

    public DateOnly? TrialFrom { get; init; }

    public DateOnly? StartsOn { get; init; }

    public string? Question { get; init; }

    public DeclineReason? Reason { get; init; }

    public string? Words { get; init; }

    /// <summary>Lets the referral make the move, or refuses with the field to put right.</summary>
    internal void ApplyTo(Referral referral, Actor by, DateTime now)
    {
        switch (Kind)
        {
            case AnswerKind.Ask:
                referral.Ask(Needed(Question, nameof(Question), new("Viết điều cần hỏi trung tâm", "Write what you want to ask the centre")), by, now);
                break;
            case AnswerKind.Interview:
                var at = InterviewAt ?? throw Missing(nameof(InterviewAt), new("Nhập ngày giờ hẹn", "Enter the day and time"));
                referral.SetInterview(at, FreeText.Checked(InterviewPlace, PlaceLength, nameof(InterviewPlace)), by, now);
                break;
            case AnswerKind.Trial:
                referral.StartTrial(TrialFrom ?? throw Missing(nameof(TrialFrom), new("Nhập ngày bắt đầu thử việc", "Enter the first day of the trial")), by, now);
                break;
            case AnswerKind.Accept:
                referral.Accept(StartsOn ?? throw Missing(nameof(StartsOn), new("Nhập ngày bắt đầu làm", "Enter the first day of work")), by, now);
                break;
            case AnswerKind.Decline:
                var reason = Reason ?? throw Missing(nameof(Reason), new("Chọn một lý do", "Choose a reason"));
                if (by.Kind != ActorKind.Officer && !DeclineReasons.ForEmployers.Contains(reason))
                    throw Missing(nameof(Reason), new("Chọn một lý do trong danh sách", "Choose a reason of the list"));
                referral.Decline(reason, FreeText.Checked(Words, Referral.TextLength, nameof(Words)), by, now);
                break;
            default:
                throw Missing(nameof(Kind), new("Chọn một câu trả lời", "Choose an answer"));
        }
    }

    private static string Needed(string? text, string field, Words words) =>
        FreeText.Checked(text, Referral.TextLength, field) ?? throw Missing(field, words);

    private static RuleBroken Missing(string field, Words words) => new(Rule.Incomplete, field, words);
}
