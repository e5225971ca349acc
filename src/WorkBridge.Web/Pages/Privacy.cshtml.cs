using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkBridge.Consents;
using WorkBridge.Requests;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.Pages;

/// <summary>What is kept, who sees it, for how long, and how to take it back: for everybody, without signing in.</summary>
[AllowAnonymous]
public sealed class PrivacyModel(ConsentRules rules, RequestRules requests, TimeProvider clock) : PageModel
{
    /// <summary>How long, and how fast: configuration, as the law changes.</summary>
    public ConsentRules Rules { get; } = rules;

    public RequestTerms Requests { get; } = requests.On(clock.Today());

    public IReadOnlyList<string> Kept { get; } =
    [
        T("Họ tên, năm sinh, nơi ở, cách liên hệ", "Name, year of birth, where you live, how to reach you"),
        T("Nghề, tay nghề, giấy nghề", "Trades, skills, certificates"),
        T("Việc anh/chị muốn làm, giờ làm và đường đi lại", "The work you want, your hours and your way to work"),
        T("Những gì anh/chị đã đồng ý và không đồng ý, vào ngày nào", "What you agreed to and what you refused, and when"),
        T("Nơi đã giới thiệu, việc đã nhận, các lần hỏi thăm", "Where you were introduced, the work you took, the checks since"),
        T("Ai đã mở hồ sơ của anh/chị, lúc nào", "Who opened your profile, and when"),
    ];

    public IReadOnlyList<string> NotKept { get; } =
    [
        T("Chuyện trước đây của anh/chị, dưới bất kỳ hình thức nào", "Your past, in any form"),
        T("Ảnh chụp, vân tay, ảnh giấy tờ", "Photographs, fingerprints, pictures of papers"),
        T("Nhận xét về con người anh/chị", "Judgements of you as a person"),
    ];

    public IReadOnlyList<(string Name, string Sees)> Seers { get; } =
    [
        (T("Cán bộ xã, phường của anh/chị", "Officers of your commune"), T("Hồ sơ của anh/chị. Mỗi lần mở đều được ghi lại.", "Your profile. Every opening is written down.")),
        (T("Nơi tuyển", "An employer"), T("Chỉ khi anh/chị đồng ý gửi cho đúng nơi đó: chữ viết tắt của tên, nghề, tay nghề, giờ làm được.", "Only if you agree to that very employer: initials, trade, skills, hours.")),
        (T("Người đồng hành", "Your mentor"), T("Việc làm của anh/chị đến đâu, nếu anh/chị đồng ý.", "How your work is going, if you agree.")),
        (T("Cán bộ tỉnh", "The province"), T("Chỉ các con số, không có tên, không có nhóm dưới 5 người.", "Numbers only, no names, no group under 5 people.")),
        (T("Người quản trị máy chủ", "The administrator of the server"), T("Không xem hồ sơ.", "Sees no profile.")),
    ];

    public IReadOnlyList<string> Rights { get; } =
    [
        T("Xem hồ sơ của mình và ai đã mở hồ sơ", "See your own profile and who opened it"),
        T("Sửa điều chưa đúng", "Have mistakes corrected"),
        T("Đồng ý hoặc không đồng ý với từng việc, riêng từng nơi tuyển", "Agree or refuse, one purpose and one employer at a time"),
        T("Rút lại sự đồng ý bất kỳ lúc nào, không cần nói lý do", "Take consent back at any time, without a reason"),
        T("Yêu cầu xoá, hạn chế dùng, hoặc phản đối việc dùng thông tin của mình", "Ask for deletion or limits, or object"),
        T("Không đồng ý mà vẫn được tư vấn, học nghề và giúp tìm việc", "Refuse, and still be advised, trained and helped"),
        T("Khiếu nại khi thấy quyền của mình bị xâm phạm", "Complain when a right is not respected"),
    ];
}
