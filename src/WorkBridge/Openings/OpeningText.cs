using WorkBridge.Matching;

namespace WorkBridge.Openings;

/// <summary>What the words of openings are on screen and in mails.</summary>
public static class OpeningText
{
    public static Words Of(FillAnswer answer) => answer switch
    {
        FillAnswer.ByReferral => new("Đủ người, nhờ trung tâm giới thiệu", "Filled, by referrals of the centre"),
        FillAnswer.Otherwise => new("Đủ người, tự tìm hoặc nơi khác giúp", "Filled, found otherwise"),
        FillAnswer.Partly => new("Mới đủ một phần", "Filled in part"),
        FillAnswer.NotFilled => new("Chưa tìm được người", "Not filled"),
        _ => new("Không cần người nữa", "No longer needed"),
    };

    public static Words Of(OpeningState state) => state switch
    {
        OpeningState.Draft => new("Bản nháp", "Draft"),
        OpeningState.Submitted => new("Chờ duyệt", "Waiting for review"),
        OpeningState.ChangesAsked => new("Cần sửa", "Changes asked"),
        OpeningState.Live => new("Đang đăng", "Live"),
        OpeningState.Paused => new("Tạm dừng", "Paused"),
        OpeningState.Filled => new("Đã đủ người", "Filled"),
        OpeningState.Closed => new("Đã đóng", "Closed"),
        OpeningState.Expired => new("Hết hạn", "Expired"),
        OpeningState.WithdrawnByReview => new("Đã gỡ", "Taken down"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static Words Of(OpeningKind kind) => kind switch
    {
        OpeningKind.Job => new("Việc làm lâu dài", "Job"),
        OpeningKind.Seasonal => new("Việc thời vụ", "Seasonal work"),
        OpeningKind.Trial => new("Làm thử", "Trial"),
        OpeningKind.Training => new("Suất học nghề", "Training place"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static Words Of(Shifts shift) => shift switch
    {
        Shifts.Day => new("Ban ngày", "Daytime"),
        Shifts.Evening => new("Buổi tối", "Evenings"),
        Shifts.Night => new("Ca đêm", "Nights"),
        Shifts.Weekend => new("Cuối tuần", "Weekends"),
        _ => throw new ArgumentOutOfRangeException(nameof(shift)),
    };

    /// <summary>The single times of day in a set, in the order of the day.</summary>
    public static IEnumerable<Shifts> Each(Shifts shifts) => new[] { Shifts.Day, Shifts.Evening, Shifts.Night, Shifts.Weekend }.Where(s => shifts.HasFlag(s));
}
