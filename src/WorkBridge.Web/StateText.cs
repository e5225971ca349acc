using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web;

/// <summary>A state as it is shown: tone (whose turn it is), icon and word (design, section 3).</summary>
public sealed record StateView(string Tone, string Icon, string Word);

/// <summary>The one table of words, tones and icons for states and kinds.</summary>
public static class StateText
{
    public static StateView View(ReferralState state) => state switch
    {
        ReferralState.Prepared => new("ours", "pencil", T("Đang chuẩn bị", "In preparation")),
        ReferralState.Sent => new("theirs", "send", T("Đã gửi", "Sent")),
        ReferralState.Seen => new("theirs", "eye", T("Nơi tuyển đã xem", "Seen by employer")),
        ReferralState.UnderReview => new("theirs", "hourglass", T("Nơi tuyển đang xem xét", "Under review")),
        ReferralState.InterviewSet => new("theirs", "calendar-event", T("Đã hẹn phỏng vấn", "Interview set")),
        ReferralState.Trial => new("person", "tools", T("Đang thử việc", "On trial")),
        ReferralState.Accepted => new("good", "circle-check", T("Được nhận", "Accepted")),
        ReferralState.Declined => new("closed", "circle-minus", T("Lần này chưa phù hợp", "Not this time")),
        ReferralState.WithdrawnByPerson => new("closed", "hand-stop", T("Người tìm việc rút", "Withdrawn by the person")),
        ReferralState.Lapsed => new("closed", "clock-off", T("Hết hạn, chưa có trả lời", "Lapsed, no answer")),
        ReferralState.PlacedElsewhere => new("closed", "arrow-fork", T("Đã có việc nơi khác", "Placed elsewhere")),
        ReferralState.CancelledAfterAcceptance => new("closed", "calendar-off", T("Không nhận việc nữa", "Cancelled after acceptance")),
        _ => new("closed", "circle-minus", T("Chỗ làm đã đóng", "Opening closed")),
    };

    public static string Of(ReferralState state) => View(state).Word;

    public static StateView View(OpeningState state) => state switch
    {
        OpeningState.Draft => new("ours", "pencil", T("Bản nháp", "Draft")),
        OpeningState.Submitted => new("ours", "hourglass", T("Chờ duyệt", "Waiting for review")),
        OpeningState.ChangesAsked => new("theirs", "message", T("Cần sửa", "Changes asked")),
        OpeningState.Live => new("good", "circle-check", T("Đang nhận người", "Live")),
        OpeningState.Paused => new("closed", "clock-off", T("Tạm dừng", "Paused")),
        OpeningState.Filled => new("good", "users", T("Đã đủ người", "Filled")),
        OpeningState.Closed => new("closed", "circle-minus", T("Đã đóng", "Closed")),
        OpeningState.Expired => new("closed", "calendar-off", T("Hết hạn nhận", "Expired")),
        _ => new("closed", "circle-x", T("Đã gỡ khi duyệt", "Taken down in review")),
    };

    public static StateView View(EmployerState state) => state switch
    {
        EmployerState.Registered => new("ours", "hourglass", T("Chờ duyệt", "Waiting for approval")),
        EmployerState.Approved => new("good", "circle-check", T("Đã duyệt", "Approved")),
        EmployerState.Refused => new("closed", "circle-minus", T("Không duyệt", "Not approved")),
        _ => new("closed", "clock-off", T("Tạm ngừng", "Suspended")),
    };

    public static StateView View(PlacementState state) => state switch
    {
        PlacementState.Started => new("person", "calendar-event", T("Sắp bắt đầu", "About to start")),
        PlacementState.Running => new("good", "circle-check", T("Đang làm", "Running")),
        _ => new("closed", "circle-minus", T("Đã kết thúc", "Ended")),
    };

    public static string Of(OpeningKind kind) => kind switch
    {
        OpeningKind.Job => T("Việc làm", "Job"),
        OpeningKind.Seasonal => T("Việc mùa vụ", "Seasonal work"),
        OpeningKind.Trial => T("Thử việc", "Trial"),
        _ => T("Suất học nghề", "Training slot"),
    };

    public static string Of(EmployerKind kind) => kind switch
    {
        EmployerKind.Company => T("Công ty", "Company"),
        EmployerKind.Cooperative => T("Hợp tác xã", "Cooperative"),
        EmployerKind.HouseholdBusiness => T("Hộ kinh doanh", "Household business"),
        _ => T("Cơ sở dạy nghề", "Training provider"),
    };

    public static string Of(WorkState state) => state switch
    {
        WorkState.Stable => T("Ổn định", "Stable"),
        WorkState.Unstable => T("Chưa ổn định", "Unstable"),
        WorkState.None => T("Chưa có việc", "No work"),
        _ => T("Chưa rõ", "Unknown"),
    };

    public static string Of(DeclineReason reason) => reason switch
    {
        DeclineReason.Unreachable => T("Không liên lạc được", "Unreachable"),
        DeclineReason.MissedInterview => T("Không đến phỏng vấn", "Missed the interview"),
        DeclineReason.AlreadyWorking => T("Đã có việc", "Already working"),
        DeclineReason.InTraining => T("Đang học nghề", "In training"),
        DeclineReason.TooFar => T("Đường xa", "Too far"),
        DeclineReason.HoursDoNotFit => T("Giờ làm không khớp", "Hours do not fit"),
        DeclineReason.NotInterested => T("Không muốn nhận việc này", "Not interested"),
        DeclineReason.LacksSkill => T("Chưa đủ tay nghề cho chỗ này", "Skill not yet enough"),
        DeclineReason.ObstacleDoesNotFit => T("Có điều chưa hợp với công việc", "An obstacle does not fit the post"),
        DeclineReason.NoPlaceLeft => T("Đã đủ người", "No place left"),
        DeclineReason.NotEnoughInformation => T("Chưa đủ thông tin", "Not enough information"),
        DeclineReason.Duplicate => T("Trùng lời giới thiệu", "Duplicate"),
        _ => T("Lý do khác", "Other"),
    };

    public static string Of(EndReason reason) => reason switch
    {
        EndReason.PlannedEnd => T("Hết thời hạn đã hẹn", "Planned end"),
        EndReason.PayOrHours => T("Lương hoặc giờ làm", "Pay or hours"),
        EndReason.TransportTrouble => T("Đi lại khó", "Transport"),
        EndReason.Health => T("Sức khoẻ", "Health"),
        EndReason.FamilyOrCare => T("Việc gia đình, chăm người thân", "Family or care"),
        EndReason.Conflict => T("Mâu thuẫn ở chỗ làm", "Conflict"),
        EndReason.Attendance => T("Nghỉ nhiều", "Attendance"),
        EndReason.LacksSkill => T("Tay nghề chưa đủ", "Skill"),
        EndReason.EmployerCutOrClosed => T("Nơi làm cắt giảm hoặc đóng cửa", "Employer cut or closed"),
        EndReason.BetterJob => T("Có việc tốt hơn", "Better job"),
        EndReason.Training => T("Đi học nghề", "Training"),
        EndReason.Moved => T("Chuyển chỗ ở", "Moved"),
        EndReason.Unreachable => T("Không liên lạc được", "Unreachable"),
        EndReason.NeverBegan => T("Không đi làm ngày nào", "Never began"),
        _ => T("Chưa rõ", "Unknown"),
    };
}
