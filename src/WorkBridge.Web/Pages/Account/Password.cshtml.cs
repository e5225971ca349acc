using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Staff;
using WorkBridge.Web.SignIn;

namespace WorkBridge.Web.Pages.MyAccount;

[Authorize(Policy = Policies.SignedIn)]
public sealed class PasswordModel(CurrentUser who, ChangePassword change, Door door) : PageBase
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Input.Present))
            ModelState.AddModelError("Input.Present", T("Nhập mật khẩu hiện tại.", "Enter the present password."));
        if (string.IsNullOrEmpty(Input.Wanted))
            ModelState.AddModelError("Input.Wanted", T("Nhập mật khẩu mới.", "Enter the new password."));
        if (!ModelState.IsValid || !await Try(() => change.RunAsync(who.AccountId, Input.Present!, Input.Wanted!, ct)))
            return Page();
        await door.SignInAgainAsync(who.AccountId, ct);
        Say("Đã đổi mật khẩu. Mọi máy khác đã được đăng xuất.", "Password changed. All other devices are signed out.");
        return RedirectToPage("/Account/Index");
    }
}

public sealed class PasswordInput
{
    public string? Present { get; set; }

    public string? Wanted { get; set; }
}
