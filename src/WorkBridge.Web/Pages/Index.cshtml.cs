using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.Pages;

/// <summary>The public face: what the service is, the ways in, and what it promises. Holds no figure and no person.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel
{
    public sealed record Part(string Icon, string Name, string Text);

    public IReadOnlyList<Part> Steps { get; } =
    [
        new("notebook", T("Kể tay nghề", "Tell your skills"), T("Người tìm việc kể nghề đã làm, giờ đi làm được, đường đi lại.", "The seeker tells the trades done, the hours possible, the way to work.")),
        new("shield-check", T("Tự quyết", "Decide"), T("Đồng ý hay không đồng ý gửi tay nghề, cho từng nơi tuyển.", "Agree or not to send the skills, for each employer apart.")),
        new("send", T("Giới thiệu", "Introduction"), T("Cán bộ gửi tới nơi tuyển hợp nhất và nói rõ vì sao hợp.", "The officer sends them to the employer that fits best, and says why.")),
        new("tools", T("Bắt tay làm", "Begin"), T("Phỏng vấn, thử việc, nhận việc hoặc vào lớp nghề.", "Interview, trial, job or class.")),
        new("calendar-heart", T("Vững việc", "Steady work"), T("Hỏi thăm sau 7, 30, 90, 180 và 365 ngày, gỡ khó khi cần.", "A check after 7, 30, 90, 180 and 365 days, and help where it is needed.")),
    ];

    public IReadOnlyList<Part> Vows { get; } =
    [
        new("eye-off", T("Nơi tuyển chỉ thấy tay nghề", "Employers see skills only"), T("Không có mục lý lịch, không hỏi chuyện cũ, ở bất kỳ bước nào.", "No field about the past, no question about it, at any step.")),
        new("hand-stop", T("Không đồng ý cũng được giúp", "A no costs nothing"), T("Từ chối chia sẻ không làm mất quyền được tư vấn, học nghề, vay vốn.", "Whoever refuses to share keeps the right to advice, training and credit.")),
        new("arrow-back-up", T("Rút lại lúc nào cũng được", "Take it back at any time"), T("Ở trung tâm nào cũng được, bằng mã trên phiếu, không cần tài khoản.", "In any centre, with the code on the slip, without an account.")),
        new("list-search", T("Biết ai đã xem hồ sơ mình", "See who has looked"), T("Mỗi lần mở hồ sơ đều được ghi lại và in ra được cho người đó.", "Every opening of a profile is written down and can be printed for that person.")),
    ];
}
