using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using WorkBridge.Staff;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Pages.MyAccount;

/// <summary>Chooses a password by a link from a mail. Opening it changes nothing.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.Doors)]
public sealed class ChooseModel(AccountLinks links, ChoosePassword choose) : PageBase
{
    [BindProperty(Name = "m", SupportsGet = true)]
    public Guid Mail { get; set; }

    [BindProperty(Name = "t", SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public ChooseInput Input { get; set; } = new();

    /// <summary>Null when the link is no good.</summary>
    public string? Email { get; private set; }

    public bool First { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Input.Wanted))
            ModelState.AddModelError("Input.Wanted", T("Nhập mật khẩu.", "Enter a password."));
        if (ModelState.IsValid && await Try(() => choose.RunAsync(Mail, Token ?? "", Input.Wanted!, ct)))
        {
            Say("Đã đặt mật khẩu. Mời đăng nhập.", "Password chosen. Please sign in.");
            return RedirectToPage("/SignIn/Index");
        }

        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (await links.OpenAsync(Mail, Token ?? "", ct) is (_, { } account))
            (Email, First) = (account.Email, account.PasswordHash is null);
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}

public sealed class ChooseInput
{
    public string? Wanted { get; set; }
}
