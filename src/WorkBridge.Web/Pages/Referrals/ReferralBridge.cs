using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Web.TagHelpers;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.Pages.Referrals;

/// <summary>The nine spans of a referral, from preparation to 180 days of work.</summary>
public static class ReferralBridge
{
    private static readonly int[] Days = [30, 90, 180];

    public static IReadOnlyList<SpanView> Of(Referral r, IReadOnlyList<FollowUpStep> steps, DateOnly today)
    {
        var at = r.State switch
        {
            ReferralState.Prepared => 0,
            ReferralState.Sent => 1,
            ReferralState.Seen or ReferralState.UnderReview => 2,
            ReferralState.InterviewSet => 3,
            ReferralState.Trial => 4,
            ReferralState.Accepted => 5,
            _ => -1,
        };
        List<SpanView> spans =
        [
            Span(T("Chuẩn bị", "Prepared"), 0, true, Show.ShortDay(Clock.DayOf(r.PreparedAt))),
            Span(T("Đã gửi", "Sent"), 1, r.SentAt is not null, r.SentAt is { } sent ? Show.ShortDay(Clock.DayOf(sent)) : null),
            Span(T("Đã xem", "Seen"), 2, r.SeenAt is not null, r.SeenAt is { } seen ? Show.ShortDay(Clock.DayOf(seen)) : null),
            Span(T("Phỏng vấn", "Interview"), 3, r.InterviewAt is not null, r.InterviewAt is { } interview ? $"{Show.ShortDay(Clock.DayOf(interview))}, {Show.Time(interview)}" : null),
            Span(T("Thử việc", "Trial"), 4, r.TrialFrom is not null, r.TrialFrom is { } trial ? Show.ShortDay(trial) : null),
            Span(T("Nhận việc", "Work"), 5, r.StartsOn is not null, r.StartsOn is { } start ? Show.ShortDay(start) : null),
        ];
        spans.AddRange(Days.Select(days => Later(steps.FirstOrDefault(s => s.Days == days), days, today)));
        return spans;

        SpanView Span(string label, int place, bool reached, string? meta)
        {
            var state = place == at && at < 5 ? "now" : reached ? "done" : at < 0 || place < at ? "skip" : "next";
            return new SpanView(label, state, meta);
        }
    }

    /// <param name="step">The step, where the placement has it.</param>
    /// <param name="days">Days after the start.</param>
    /// <param name="today">The day of the request.</param>
    /// <param name="bare">The number alone, where the heading says that these are days.</param>
    public static SpanView Later(FollowUpStep? step, int days, DateOnly today, bool bare = false)
    {
        var label = bare ? $"{days}" : T($"{days} ngày", $"{days} days");
        return step?.State switch
        {
            StepState.Done => new(label, "done", Show.ShortDay(step.Answer!.On)),
            StepState.Due => new(label, "now", step.DaysLate(today) > 0 ? T($"quá {step.DaysLate(today)} ngày", step.DaysLate(today) == 1 ? "1 day late" : $"{step.DaysLate(today)} days late") : T("hôm nay", "today")),
            StepState.Missed or StepState.Off => new(label, "skip"),
            StepState.Coming => new(label, "next", Show.ShortDay(step.On, today)),
            _ => new(label, "next"),
        };
    }
}
