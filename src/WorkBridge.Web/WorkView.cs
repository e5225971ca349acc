using WorkBridge.Placements;
using WorkBridge.Requests;
using WorkBridge.Support;
using WorkBridge.Training;
using WorkBridge.Worklists;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web;

/// <summary>A thing to do as a row: verb first, why below, one action.</summary>
public sealed record WorkView(string What, string Why, string Href, string Action, string Icon)
{
    /// <summary>True where the action is a press on this page ("done"), not a way to another.</summary>
    public bool Press { get; init; }

    public static WorkView Of(WorkItem item, DateOnly today)
    {
        var where = string.Join(", ", new[] { item.Opening, item.Employer }.Where(t => !string.IsNullOrEmpty(t)));
        var silent = today.DayNumber - item.Due.DayNumber + ReadWorklist.Silence;
        return item.Kind switch
        {
            WorkKind.HelpCall => new(T("Có người gọi ở màn hình chạm", "Somebody calls at the kiosk"), T($"Gọi lúc {Show.Time(item.At!.Value)}.", $"Called at {Show.Time(item.At!.Value)}."), "", T("Đã giúp", "Helped"), "hand-stop") { Press = true },
            WorkKind.Interview => new(T($"Phỏng vấn: {item.Person}", $"Interview: {item.Person}"), T($"{where}. Hẹn {Show.Time(item.At!.Value)} {Show.LongDay(item.Due, today)}.", $"{where}. Set for {Show.Time(item.At!.Value)} on {Show.LongDay(item.Due, today)}."), $"/Referrals/{item.SubjectId}", T("Mở", "Open"), "calendar-event"),
            WorkKind.FollowUp => new(T($"Hỏi thăm mốc {item.Step} ngày: {item.Person}", $"Follow-up at {item.Step} days: {item.Person}"), where.Length > 0 ? where + "." : T("Việc tự tìm được.", "Work found alone."), $"/Placements/{item.SubjectId}/FollowUp?step={item.Step}", T("Ghi kết quả", "Record"), "phone"),
            WorkKind.WorkAtRisk => new(T($"Việc làm cần xem lại: {item.Person}", $"Work to look into: {item.Person}"), $"{string.Join(", ", item.Risks.Select(r => PlacementWords.Of(r).ToString()))}. {where}", $"/Placements/{item.SubjectId}", T("Xem", "Look"), "alert-triangle"),
            WorkKind.Training => new($"{TrainingText.Of(item.Training!.Value)}: {item.Person}", where + "." + Ring(item), item.Training == TrainingNeed.LeadOn ? $"/Returnees/{item.ReturneeId}/Matches" : $"/Placements/{item.SubjectId}", item.Training == TrainingNeed.LeadOn ? T("Xem việc hợp", "See fitting work") : T("Mở", "Open"), "school"),
            WorkKind.EmployerAsked => new(T($"Nơi tuyển hỏi thêm: {item.Person}", $"The employer asks: {item.Person}"), where + "." + Ring(item), $"/Referrals/{item.SubjectId}", T("Trả lời", "Answer"), "message-question"),
            WorkKind.EmployerSilent => new(T($"Nơi tuyển chưa trả lời: {item.Person}", $"No answer yet: {item.Person}"), T($"{where}. Gửi {silent} ngày trước.", silent == 1 ? $"{where}. Sent yesterday." : $"{where}. Sent {silent} days ago.") + Ring(item), $"/Referrals/{item.SubjectId}", T("Gọi nơi tuyển", "Ring them"), "phone"),
            WorkKind.MailReturned when item.ReturneeId is not null => new(T($"Thư không tới được: {item.Person}", $"Mail does not reach: {item.Person}"), T("Gọi điện và hỏi địa chỉ mới.", "Ring and ask for a new address.") + Ring(item), $"/Returnees/{item.ReturneeId}", T("Xem", "See"), "phone"),
            WorkKind.MailReturned => new(T($"Thư không tới được: {item.Employer}", $"Mail does not reach: {item.Employer}"), T("Gọi điện và hỏi địa chỉ mới.", "Ring and ask for a new address.") + Ring(item), $"/Employers/{item.SubjectId}", T("Xem", "See"), "phone"),
            WorkKind.SendReferral => new(T($"Gửi lời giới thiệu: {item.Person}", $"Send the referral: {item.Person}"), T($"{where}. Người tìm việc đã đồng ý.", $"{where}. The person agreed."), $"/Referrals/{item.SubjectId}", T("Gửi", "Send"), "send"),
            WorkKind.InvitePerson => new(T($"Mời xem và trả lời: {item.Person}", $"Invite to read and answer: {item.Person}"), T($"{where}. Chưa có đồng ý cho nơi này.", $"{where}. No consent for this employer yet."), $"/Referrals/{item.SubjectId}", T("Mời", "Invite"), "shield-half"),
            WorkKind.TellPerson => new(T($"Báo lại cho người tìm việc: {item.Person}", $"Tell the person: {item.Person}"), T($"{where}: lần này chưa phù hợp.", $"{where}: not this time."), $"/Referrals/{item.SubjectId}", T("Báo lại", "Tell"), "message"),
            WorkKind.Interest => new(T($"Muốn hỏi việc: {item.Person}", $"Asks about a job: {item.Person}"), item.Opening ?? "", $"/Returnees/{item.ReturneeId}", T("Đã trao đổi", "Talked"), "briefcase") { Press = true },
            WorkKind.Correction => new(T($"Đề nghị sửa hồ sơ: {item.Person}", $"Proposes changes: {item.Person}"), T($"{item.Count} điều, gửi từ màn hình chạm.", item.Count == 1 ? "1 thing, from the kiosk." : $"{item.Count} things, from the kiosk."), $"/Returnees/{item.ReturneeId}/Changes", T("Xem và xác nhận", "Look and confirm"), "pencil"),
            WorkKind.Support => new(T($"Nhờ giúp: {item.Person}", $"Asks for help: {item.Person}"), $"{SupportText.Of(item.Support!.Value.Kind)}. {SupportText.Of(item.Support.Value.State)}.", $"/Returnees/{item.ReturneeId}/Support", item.Support.Value.State == SupportState.Asked ? T("Nhận việc này", "Take it up") : T("Ghi kết quả", "Record"), SupportText.Icon(item.Support.Value.Kind)),
            WorkKind.NoVisit => new(T($"Chưa ai tới thăm 30 ngày: {item.Person}", $"Nobody visited for 30 days: {item.Person}"), T("Hỏi người đồng hành, hoặc hẹn lần tới thăm.", "Ask the mentor, or plan a visit."), $"/Returnees/{item.ReturneeId}/Mentor", T("Xem", "See"), "heart-handshake"),
            WorkKind.ApproveEmployer => new(T($"Duyệt nơi tuyển: {item.Employer}", $"Approve employer: {item.Employer}"), T("Đơn vị mới đăng ký.", "Newly registered.") + Ring(item), $"/Employers/{item.SubjectId}", T("Xem và duyệt", "Review"), "building-store"),
            WorkKind.ReviewOpening => new(T($"Đọc lại tin: {item.Opening}", $"Review: {item.Opening}"), item.Employer ?? "", $"/Openings/{item.SubjectId}", T("Xem và duyệt", "Review"), "briefcase"),
            WorkKind.AnswerRequest => new(T($"Trả lời yêu cầu về dữ liệu: {item.Person}", $"Answer a request about data: {item.Person}"), RequestText.Of(item.Request!.Value) + ".", $"/Returnees/Requests/{item.SubjectId}", T("Trả lời", "Answer"), "shield-half"),
            WorkKind.FinishRequest => new(T($"Làm xong yêu cầu về dữ liệu: {item.Person}", $"Finish a request about data: {item.Person}"), RequestText.Of(item.Request!.Value) + ".", $"/Returnees/Requests/{item.SubjectId}", T("Mở", "Open"), "shield-half"),
            _ => new(T($"Đồng ý sắp hết hạn: {item.Person}", $"Consent about to end: {item.Person}"), T($"Hết ngày {Show.Day(item.Due)}.", $"Ends on {Show.Day(item.Due)}."), $"/Returnees/{item.ReturneeId}", T("Mở hồ sơ", "Open profile"), "shield-half"),
        };
    }

    private static string Ring(WorkItem item) => item.Phone is { Length: > 0 } phone ? T($" Điện thoại {phone}.", $" Telephone {phone}.") : "";
}
