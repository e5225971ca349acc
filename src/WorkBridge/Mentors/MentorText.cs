using WorkBridge.Placements;

namespace WorkBridge.Mentors;

/// <summary>What visits are called on screen.</summary>
public static class MentorText
{
    public static Words Of(VisitState state) => state switch
    {
        VisitState.Planned => new("Đã hẹn", "Planned"),
        VisitState.Done => new("Đã tới thăm", "Visited"),
        VisitState.Failed => new("Không gặp được", "Nobody was met"),
        _ => new("Đã bỏ hẹn", "Called off"),
    };

    public static Words Of(VisitFailure why) => why switch
    {
        VisitFailure.NotAtHome => new("Không có nhà", "Not at home"),
        VisitFailure.NoAnswer => new("Không trả lời, không nghe máy", "No answer"),
        _ => new("Vì việc khác", "Something else"),
    };

    /// <summary>How a visit that was made went, or why it came to nothing; null for one that is only planned.</summary>
    public static Words? Result(MentorVisit visit) => visit switch
    {
        { Going: { } going } => PlacementWords.Of(going),
        { Failure: { } why } => Of(why),
        _ => null,
    };

    public static string Tone(VisitState state) => state switch
    {
        VisitState.Planned => "ours",
        VisitState.Done => "good",
        VisitState.Failed => "theirs",
        _ => "closed",
    };

    public static string Icon(VisitState state) => state switch
    {
        VisitState.Planned => "calendar-event",
        VisitState.Done => "circle-check",
        VisitState.Failed => "circle-minus",
        _ => "calendar-off",
    };
}
