using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkBridge.Staff;
using WorkBridge.Web.SignIn;

namespace WorkBridge.Web.Pages.SignIn;

[AllowAnonymous]
public sealed class IndexModel(Door door, PasskeyDoor passkeys, CheckPassword checkPassword, Site site, CurrentUser who) : PageBase
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public bool Demo => site.Demo;

    public IActionResult OnGet() =>
        who.Role is { } role ? LocalRedirect(Door.LocalBack(Back) ?? Door.HomeOf(role)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Account? account = null;
        if (string.IsNullOrWhiteSpace(Input.Email))
            ModelState.AddModelError("Input.Email", T("Nhập địa chỉ e-mail.", "Enter your e-mail address."));
        if (string.IsNullOrEmpty(Input.Password))
            ModelState.AddModelError("Input.Password", T("Nhập mật khẩu.", "Enter your password."));
        if (!ModelState.IsValid)
            return Page();
        if (!await Try(async () => account = await checkPassword.RunAsync(Input.Email!, Input.Password!, HttpContext.Connection.RemoteIpAddress, ct)))
            return TooMany();
        if (account is not null)
            return LocalRedirect(await door.AfterPasswordAsync(account, Back, ct));
        ModelState.AddModelError("Input.Email", T(
            "E-mail hoặc mật khẩu không đúng. Sai năm lần liền, tài khoản tạm khoá 15 phút.",
            "The e-mail address or the password is not right. After five wrong tries the account is locked for 15 minutes."));
        return Page();
    }

    /// <summary>What the browser needs to ask for a passkey. Called by passkey.js.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken ct) =>
        Content(await passkeys.AskAsync(ct), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct)
    {
        if (await passkeys.AnswerAsync(Credential ?? "", ct) is { } account)
            return LocalRedirect(await door.AfterSecondStepAsync(account, Back));
        ModelState.Clear();
        ModelState.AddModelError("", T("Khoá đăng nhập này không dùng được ở đây. Hãy thử lại, hoặc dùng mật khẩu.", "This passkey does not work here. Try again, or use your password."));
        return Page();
    }

    private PageResult TooMany()
    {
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Page();
    }
}

public sealed class SignInInput
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}
