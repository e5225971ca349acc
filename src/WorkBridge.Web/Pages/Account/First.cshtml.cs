using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using WorkBridge.Staff;
using WorkBridge.Web.SignIn;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Pages.MyAccount;

/// <summary>Makes the first administrator by the one-time link printed at start.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.Doors)]
public sealed class FirstModel(MakeFirstAdministrator make, Door door) : PageBase
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public FirstInput Input { get; set; } = new();

    public bool Good { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Good = await make.IsOpenAsync(Token ?? "", ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Good = await make.IsOpenAsync(Token ?? "", ct);
        if (!Good)
            return Page();
        var name = Input.DisplayName?.Trim() ?? "";
        if (name.Length is 0 or > Account.NameLength)
            ModelState.AddModelError("Input.DisplayName", T("Nhập họ tên, nhiều nhất 80 ký tự.", "Enter your name, at most 80 characters."));
        if (!WorkBridge.Email.MailAddressText.IsOne(Input.Email))
            ModelState.AddModelError("Input.Email", T("Nhập một địa chỉ e-mail đúng, như ten@donvi.vn.", "Enter a valid e-mail address, like name@office.vn."));
        if (string.IsNullOrEmpty(Input.Wanted))
            ModelState.AddModelError("Input.Wanted", T("Nhập mật khẩu.", "Enter a password."));
        Account? account = null;
        if (!ModelState.IsValid || !await Try(async () => account = await make.RunAsync(Token!, Input.Email!, name, Input.Wanted!, ct)))
            return Page();
        return LocalRedirect(await door.AfterPasswordAsync(account!, null, ct));
    }
}

public sealed class FirstInput
{
    public string? DisplayName { get; set; }

    public string? Email { get; set; }

    public string? Wanted { get; set; }
}
