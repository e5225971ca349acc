using System.Buffers.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;
using WorkBridge.Web.SignIn;

namespace WorkBridge.Web.Pages.MyAccount;

[Authorize(Policy = Policies.SignedIn)]
public sealed class PasskeysModel(
    WorkBridgeDb db, CurrentUser who, PasskeyDoor passkeys, ConfirmPassword confirm, AddPasskey add, RenamePasskey rename, RemovePasskey remove) : PageBase
{
    [BindProperty]
    public PasskeyInput Input { get; set; } = new();

    [BindProperty]
    public string? Credential { get; set; }

    public IReadOnlyList<PasskeyRow> Rows { get; private set; } = [];

    /// <summary>A new name that was refused: of which passkey, what was typed, and why.</summary>
    public (string Id, string Name, string Why)? Renamed { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>What the browser needs to make a passkey, after the password. Called by passkey.js; words instead when refused.</summary>
    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken ct)
    {
        if (await Try(() => confirm.RunAsync(who.AccountId, Input.Present ?? "", ct)))
            return Content(await passkeys.OfferAsync(who.AccountId, ct), "application/json");
        return new JsonResult(new { error = ModelState.Values.SelectMany(v => v.Errors).First().ErrorMessage }) { StatusCode = StatusCodes.Status400BadRequest };
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        var name = (Input.Name ?? "").Trim() is { Length: > 0 } typed ? typed : T("Khoá của tôi", "My passkey");
        if (await passkeys.MadeAsync(who.AccountId, Credential ?? "", ct) is not { } made)
            ModelState.AddModelError("", T("Chưa thêm được khoá đăng nhập. Hãy thử lại.", "The passkey could not be added. Try again."));
        else if (await Try(() => add.RunAsync(who.AccountId, made, name)))
            return Done("Đã thêm khoá đăng nhập.", "Passkey added.");
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRenameAsync(string id, string? name, CancellationToken ct)
    {
        var wanted = (name ?? "").Trim();
        if (await Try(() => rename.RunAsync(who.AccountId, Bytes(id), wanted)))
            return Done("Đã đổi tên khoá.", "Passkey renamed.");
        // The words belong beside the name of this passkey, not beside that of a new one.
        var why = ModelState.Values.SelectMany(v => v.Errors).First().ErrorMessage;
        ModelState.Remove("Input.Name");
        ModelState.AddModelError("name-" + id, why);
        Renamed = (id, wanted, why);
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken ct)
    {
        if (await Try(() => remove.RunAsync(who.AccountId, Bytes(id), User.SessionId(), ct)))
            return Done("Đã bỏ khoá. Các máy khác đã được đăng xuất.", "Passkey removed. Other devices are signed out.");
        await LoadAsync(ct);
        return Page();
    }

    private RedirectToPageResult Done(string vi, string en)
    {
        Say(vi, en);
        return RedirectToPage();
    }

    private static byte[] Bytes(string id) => Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [];

    private async Task LoadAsync(CancellationToken ct)
    {
        var id = who.AccountId;
        var rows = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == id).ToListAsync(ct);
        Rows = [.. rows.OrderBy(p => p.Data.CreatedAt).Select(p => new PasskeyRow(Base64Url.EncodeToString(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt.UtcDateTime))];
    }
}

public sealed class PasskeyInput
{
    public string? Present { get; set; }

    public string? Name { get; set; }
}

public sealed record PasskeyRow(string Id, string Name, DateTime CreatedAt);
