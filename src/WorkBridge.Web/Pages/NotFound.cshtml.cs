using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkBridge.Staff;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.Pages;

/// <summary>Says in words what a bare status would say in a number: no such page, no right, an old form, too many tries.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NotFoundModel(CurrentUser who) : PageModel
{
    /// <summary>The status that was about to be sent; 404 when the page is opened by itself.</summary>
    [BindProperty(Name = "code", SupportsGet = true)]
    public int? Status { get; set; }

    public string Heading { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    public bool MaySignIn { get; private set; }

    public void OnGet() => Explain();

    /// <summary>A form that was refused is answered here too: the handler runs the page with the method of the request.</summary>
    public void OnPost() => Explain();

    private void Explain()
    {
        // Of a request whose body is not read, the code in the address is not bound either; the answer holds it too.
        var status = Status is >= 400 and < 500 ? Status.Value : Response.StatusCode is >= 400 and < 500 ? Response.StatusCode : StatusCodes.Status404NotFound;
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = status;
        (Heading, Explanation) = status switch
        {
            StatusCodes.Status400BadRequest => (
                T("Trang này đã mở quá lâu", "This page was open for too long"),
                T("Chưa có gì được lưu. Xin quay lại trang trước, tải lại trang rồi gửi một lần nữa.", "Nothing was saved. Please go back, load the page again and send once more.")),
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => (
                T("Phần này do đơn vị khác phụ trách", "Another office looks after this"),
                T("Tài khoản này không mở được trang. Nếu cần, xin liên hệ đơn vị phụ trách.", "This account cannot open the page. If you need it, please ask the office in charge.")),
            StatusCodes.Status413PayloadTooLarge => (
                T("Tệp quá lớn", "The file is too large"),
                T("Xin chia nhỏ tệp rồi gửi lại. Chưa có gì được lưu.", "Please split the file and send it again. Nothing was saved.")),
            StatusCodes.Status429TooManyRequests => (
                T("Gửi quá nhiều lần", "Too many tries"),
                T("Xin chờ vài phút rồi thử lại.", "Please wait a few minutes and try again.")),
            _ => (
                T("Không có trang này", "No such page"),
                T("Có thể đường dẫn đã hết hạn hoặc gõ chưa đúng.", "The link may have expired, or may not be typed as it was sent.")),
        };
        MaySignIn = who.Role is null && status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden;
    }
}
