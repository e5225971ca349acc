using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;
using WorkBridge.Web.SignIn;

namespace WorkBridge.Web.Pages.MyAccount;

/// <summary>The second step. Open to whoever gave the right password, before anything else is: a limited session has no role yet.</summary>
[AllowAnonymous]
public sealed class TwoStepModel(
    WorkBridgeDb db, BeginTwoStep begin, ConfirmTwoStep confirm, RenewRecoveryCodes renew, ResetTwoStep reset, ConfirmPassword confirmPassword,
    PasskeyDoor passkeys, AddPasskey addPasskey, Door door, Site site) : PageBase
{
    [BindProperty]
    public TwoStepInput Input { get; set; } = new();

    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>In use already: the page shows what can be done about it.</summary>
    public bool On { get; private set; }

    public bool Needed { get; private set; }

    public bool IsContact { get; private set; }

    public string SecretText { get; private set; } = "";

    /// <summary>The same as the picture says, for whoever reads this on the phone that holds the app.</summary>
    public string AppAddress { get; private set; } = "";

    public QrPicture? Picture { get; private set; }

    /// <summary>Shown this once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public int RecoveryLeft { get; private set; }

    public string Next { get; private set; } = "/";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Challenge();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (User.SignedInAccount() is not { } id)
            return Challenge();
        if (string.IsNullOrWhiteSpace(Input.Code))
            ModelState.AddModelError("Input.Code", T("Nhập mã đang hiện trong ứng dụng.", "Enter the code the app shows."));
        if (ModelState.IsValid && await Try(async () => RecoveryCodes = await confirm.RunAsync(id, Input.Code!, ct)))
            await door.SignInAgainAsync(id, ct);
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct)
    {
        if (User.SignedInAccount() is not { } id || User.IsLimited())
            return Challenge();
        await Try(async () => RecoveryCodes = await renew.RunAsync(id, Input.Present ?? "", ct));
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        if (User.SignedInAccount() is not { } id || User.IsLimited())
            return Challenge();
        if (await Try(async () =>
            {
                await confirmPassword.RunAsync(id, Input.Present ?? "", ct);
                await reset.RunAsync(id, passkeysToo: false, ct);
            }))
        {
            await door.SignInAgainAsync(id, ct);
            Say("Đã bỏ mã của ứng dụng cũ.", "The codes of the old app are gone.");
            return RedirectToPage();
        }

        await LoadAsync(ct);
        return Page();
    }

    /// <summary>A passkey in place of an app: only as the first second step, right after the password.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken ct) =>
        User.SignedInAccount() is { } id && User.IsLimited() ? Content(await passkeys.OfferAsync(id, ct), "application/json") : Challenge();

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct)
    {
        if (User.SignedInAccount() is not { } id || !User.IsLimited())
            return Challenge();
        if (await passkeys.MadeAsync(id, Credential ?? "", ct) is { } passkey && await Try(() => addPasskey.RunAsync(id, passkey, T("Khoá đầu tiên", "First passkey"))))
        {
            await door.SignInAgainAsync(id, ct);
            return RedirectToPage("/Account/Passkeys");
        }

        ModelState.AddModelError("", T("Chưa thêm được khoá đăng nhập. Hãy thử lại, hoặc dùng mã từ ứng dụng.", "The passkey could not be added. Try again, or use codes from an app."));
        await LoadAsync(ct);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        if (User.SignedInAccount() is not { } id)
            return false;
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        (On, Needed, IsContact, Next) = (account.TwoFactorEnabled, User.IsLimited(), !account.IsStaff, Door.HomeOf(account.Role));
        if (On)
        {
            RecoveryLeft = (await db.TwoSteps.AsNoTracking().SingleOrDefaultAsync(t => t.AccountId == id, ct))?.RecoveryLeft ?? 0;
            return true;
        }

        var key = await begin.RunAsync(id, ct);
        SecretText = string.Join(' ', Totp.Text(key).Chunk(4).Select(part => new string(part)));
        AppAddress = Totp.Address(key, site.Name, account.Email!);
        Picture = QrPicture.Of(AppAddress);
        return true;
    }
}

public sealed class TwoStepInput
{
    public string? Code { get; set; }

    public string? Present { get; set; }
}
