using System.Globalization;

namespace WorkBridge.Placements;

/// <summary>Placements, checks and conditions in words.</summary>
public static class PlacementWords
{
    public static Words Of(PlacementState state) => state switch
    {
        PlacementState.Started => new("Mới nhận việc", "Started"),
        PlacementState.Running => new("Đang làm", "Working"),
        _ => new("Đã kết thúc", "Ended"),
    };

    public static Words Of(EndReason reason) => reason switch
    {
        EndReason.PlannedEnd => new("Hết việc như đã hẹn", "Planned end"),
        EndReason.PayOrHours => new("Lương hoặc giờ làm", "Pay or hours"),
        EndReason.TransportTrouble => new("Đi lại", "Transport"),
        EndReason.Health => new("Sức khoẻ", "Health"),
        EndReason.FamilyOrCare => new("Việc nhà, chăm người thân", "Family or care"),
        EndReason.Conflict => new("Bất hoà ở nơi làm", "Conflict"),
        EndReason.Attendance => new("Nghỉ nhiều", "Attendance"),
        EndReason.LacksSkill => new("Chưa đủ tay nghề", "Skill"),
        EndReason.EmployerCutOrClosed => new("Nơi tuyển giảm người hoặc đóng", "Employer cut or closed"),
        EndReason.BetterJob => new("Có việc tốt hơn", "Better job"),
        EndReason.Training => new("Đi học nghề", "Training"),
        EndReason.Moved => new("Chuyển đi nơi khác", "Moved"),
        EndReason.Unreachable => new("Không liên lạc được", "Unreachable"),
        EndReason.NeverBegan => new("Chưa bắt đầu đã thôi", "Never began"),
        _ => new("Chưa rõ", "Not known"),
    };

    public static Words Of(FollowUpWay way) => way switch
    {
        FollowUpWay.Visit => new("Gặp tận nơi", "Visit"),
        FollowUpWay.Call => new("Gọi điện", "Call"),
        FollowUpWay.Employer => new("Hỏi nơi tuyển", "Employer"),
        FollowUpWay.Person => new("Tự trả lời ở màn hình", "Own answer at a screen"),
        _ => new("Xem giấy tờ", "Document"),
    };

    public static Words Of(ContractKind kind) => kind switch
    {
        ContractKind.Written => new("Hợp đồng viết", "Written contract"),
        ContractKind.Spoken => new("Nói miệng", "Spoken"),
        ContractKind.None => new("Không có", "None"),
        _ => new("Chưa rõ", "Not known"),
    };

    public static Words Of(Going going) => going switch
    {
        Going.Well => new("Tốt", "Well"),
        Going.Fairly => new("Tạm được", "All right"),
        _ => new("Khó khăn", "It is hard"),
    };

    public static Words Of(Trouble trouble) => trouble switch
    {
        Trouble.Pay => new("Tiền công", "Pay"),
        Trouble.Hours => new("Giờ làm", "Hours"),
        Trouble.Transport => new("Đi lại", "Getting there"),
        Trouble.Health => new("Sức khoẻ", "Health"),
        Trouble.Family => new("Việc nhà", "Family"),
        Trouble.People => new("Người cùng làm", "People at work"),
        Trouble.TheWork => new("Việc nặng hoặc chưa quen", "The work itself"),
        _ => new("Chuyện khác", "Something else"),
    };

    public static Words Of(Risk risk) => risk switch
    {
        Risk.MissedCheck => new("Lỡ mốc hỏi thăm", "Check missed"),
        Risk.SidesDiffer => new("Nơi tuyển và người ấy nói khác nhau", "Employer and person say different things"),
        Risk.SaidToHaveLeft => new("Nghe nói đã nghỉ, chưa ghi kết thúc", "Said to have left, end not recorded"),
        Risk.FindsItHard => new("Người ấy nói đang khó khăn", "The person says it is hard"),
        Risk.AsksForCall => new("Người ấy nhờ cán bộ gọi", "The person asks for a call"),
        _ => new("Tháng làm ít", "Short month"),
    };

    /// <summary>A condition of the rule, as its line on the page.</summary>
    public static Words Of(ConditionKind kind, StabilityTerms terms) => kind switch
    {
        ConditionKind.Working => new("Đang làm vào ngày hỏi thăm", "At work on the day of the check"),
        ConditionKind.LongEnough => new($"Làm liên tục từ {terms.Days} ngày, mỗi lần nghỉ nhiều nhất {terms.LongestGap} ngày", $"{terms.Days} days or more, with gaps of at most {terms.LongestGap} days"),
        ConditionKind.PaperOrLonger => new($"Có hợp đồng viết hoặc bảo hiểm xã hội, hoặc đã làm từ {terms.DaysWithoutPaper} ngày", $"A written contract or social insurance, or {terms.DaysWithoutPaper} days without one"),
        ConditionKind.EnoughWork => new($"Từ {terms.DaysPerMonth} ngày một tháng hoặc {terms.HoursPerWeek} giờ một tuần", $"At least {terms.DaysPerMonth} days a month or {terms.HoursPerWeek} hours a week"),
        _ => new("Thu nhập không dưới lương tối thiểu vùng", "Pay not under the least pay of the region"),
    };

    /// <summary>How it stood, with what was found.</summary>
    public static Words Found(Condition condition) => (condition.Kind, condition.State, condition.Value) switch
    {
        (ConditionKind.Working, ConditionState.Held, _) => new("Còn làm", "Still working"),
        (ConditionKind.Working, ConditionState.Failed, _) => new("Không còn làm", "Not working"),
        (ConditionKind.LongEnough, _, { } days) => Days(days),
        (ConditionKind.PaperOrLonger, _, "contract") => new("Có hợp đồng viết", "Written contract"),
        (ConditionKind.PaperOrLonger, _, "insurance") => new("Có đóng bảo hiểm xã hội", "Social insurance"),
        (ConditionKind.PaperOrLonger, ConditionState.Unknown, _) => new("Chưa hỏi đủ về hợp đồng và bảo hiểm", "Contract and insurance not fully asked"),
        (ConditionKind.PaperOrLonger, _, { } days) => Days(days),
        (ConditionKind.EnoughWork, _, { } work) => Work(work),
        (ConditionKind.EnoughPay, _, { } pay) => Pay(pay),
        (ConditionKind.EnoughPay, ConditionState.Held, _) => new("Từ mức tối thiểu trở lên", "At the least pay or above"),
        (ConditionKind.EnoughPay, ConditionState.Failed, _) => new("Dưới mức tối thiểu", "Under the least pay"),
        _ => new("Chưa hỏi", "Not asked"),
    };

    private static Words Days(string days)
    {
        var dash = days.IndexOf('-', StringComparison.Ordinal);
        return dash < 0
            ? new($"{days} ngày", $"{days} days")
            : new($"Chắc chắn {days[..dash]} ngày, có thể {days[(dash + 1)..]} ngày", $"{days[..dash]} days for certain, {days[(dash + 1)..]} at most");
    }

    private static Words Work(string work)
    {
        var parts = work.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part[^1] == 'd'
            ? new Words($"{part[..^1]} ngày một tháng", $"{part[..^1]} days a month")
            : new Words($"{part[..^1]} giờ một tuần", $"{part[..^1]} hours a week")).ToList();
        return new(string.Join(", ", parts.Select(p => p.Vi)), string.Join(", ", parts.Select(p => p.En)));
    }

    private static Words Pay(string pay)
    {
        var million = long.Parse(pay, CultureInfo.InvariantCulture) / 1_000_000m;
        return new(
            $"{million.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"))} triệu đồng một tháng",
            $"{million.ToString("0.##", CultureInfo.InvariantCulture)} million đồng a month");
    }
}
