using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Returnees;

namespace WorkBridge.Training;

/// <summary>Training slots in words.</summary>
public static class TrainingText
{
    public static Words Of(AttendanceMark mark) => mark switch
    {
        AttendanceMark.Present => new("Có mặt", "There"),
        AttendanceMark.PartOfDay => new("Có mặt một phần", "Part of the day"),
        AttendanceMark.Excused => new("Vắng có báo", "Away, had said so"),
        _ => new("Vắng", "Absent"),
    };

    public static string Icon(AttendanceMark mark) => mark switch
    {
        AttendanceMark.Present => "circle-check",
        AttendanceMark.PartOfDay => "circle-half-2",
        AttendanceMark.Excused => "message",
        _ => "circle-x",
    };

    public static Words Of(TrainingResult result) => result switch
    {
        TrainingResult.Completed => new("Học xong", "Completed"),
        TrainingResult.Partial => new("Học một phần", "Left early"),
        _ => new("Không tới học", "Did not come"),
    };

    public static Words Of(Objection objection) => objection switch
    {
        Objection.WasThere => new("Tôi có đi học", "I was there"),
        Objection.LearntMore => new("Tôi học được nhiều hơn", "I learnt more than it says"),
        Objection.NotLearnt => new("Có điều tôi chưa biết làm", "It names something I cannot do"),
        Objection.NoCertificate => new("Giấy chứng nhận ghi chưa đúng", "The certificate is not as it says"),
        _ => new("Điều khác", "Something else"),
    };

    public static Words Of(TrainingNeed need) => need switch
    {
        TrainingNeed.SidesDiffer => new("Hai bên nói khác nhau về khoá học", "The two sides differ about the training"),
        TrainingNeed.Absent => new("Vắng nhiều buổi liền", "Absent several days in a row"),
        TrainingNeed.AskPerson => new("Mời xem đánh giá cuối khoá", "Invite to see the end assessment"),
        TrainingNeed.NotHeard => new("Chưa biết khoá học đến đâu", "How the training goes is not known"),
        _ => new("Đã học xong, giới thiệu việc", "Has learnt a trade: lead on to work"),
    };

    /// <summary>A trade or skill that was learnt, by its name.</summary>
    public static Words Learnt(string code) => Vocabulary.Default.Trade(code) is not null ? TradeWords.Of(code) : ReturneeText.Skill(code);
}
