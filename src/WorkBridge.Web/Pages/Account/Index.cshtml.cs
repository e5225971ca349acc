using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;
using WorkBridge.Web.SignIn;

namespace WorkBridge.Web.Pages.MyAccount;

[Authorize(Policy = Policies.SignedIn)]
public sealed class IndexModel(WorkBridgeDb db, CurrentUser who, RenameAccount rename, EndSessions end, Door door, TimeProvider clock) : PageBase
{
    [BindProperty]
    public NameInput Input { get; set; } = new();

    public string Email { get; private set; } = "";

    public bool CodesOn { get; private set; }

    public int Passkeys { get; private set; }

    public IReadOnlyList<SessionRow> Open { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct)
    {
        Input.DisplayName = who.DisplayName;
        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostNameAsync(CancellationToken ct)
    {
        var name = Input.DisplayName?.Trim() ?? "";
        if (name.Length is 0 or > Account.NameLength)
            ModelState.AddModelError("Input.DisplayName", T("Nhập họ tên, nhiều nhất 80 ký tự.", "Enter your name, at most 80 characters."));
        if (ModelState.IsValid && await Try(() => rename.RunAsync(who.AccountId, name, who.Unit, ct)))
        {
            Say("Đã lưu tên.", "Name saved.");
            return RedirectToPage();
        }

        await LoadAsync(ct);
        return Page();
    }

    /// <summary>Ends one of one's own sessions; a foreign id ends nothing.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct)
    {
        await end.RunAsync(who.AccountId, id, ct);
        Say("Đã kết thúc phiên.", "Session ended.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAllAsync(CancellationToken ct)
    {
        await end.RunAsync(who.AccountId, null, ct);
        await door.SignInAgainAsync(who.AccountId, ct);
        Say("Đã kết thúc mọi phiên khác.", "All other sessions ended.");
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var id = who.AccountId;
        var now = clock.UtcNow();
        var here = User.SessionId();
        (Email, CodesOn) = await db.Users.Where(a => a.Id == id).Select(a => new ValueTuple<string, bool>(a.Email!, a.TwoFactorEnabled)).SingleAsync(ct);
        Passkeys = await db.UserPasskeys.CountAsync(p => p.UserId == id, ct);
        Open = await db.SignInSessions.Where(s => s.AccountId == id && s.EndedAt == null && s.ExpiresAt > now).OrderByDescending(s => s.LastSeenAt)
            .Select(s => new SessionRow(s.Id, s.CreatedAt, s.LastSeenAt, s.Id == here)).ToListAsync(ct);
    }
}

public sealed class NameInput
{
    public string? DisplayName { get; set; }
}

public sealed record SessionRow(Guid Id, DateTime CreatedAt, DateTime LastSeenAt, bool Here);
