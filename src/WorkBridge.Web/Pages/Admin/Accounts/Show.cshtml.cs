using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Admin.Accounts;

[Authorize(Policy = Policies.Administrator)]
public sealed class ShowModel(
    WorkBridgeDb db, TimeProvider clock, SwitchAccount switchAccount, EndSessions endSessions, ResetTwoStep resetTwoStep, InviteAgain inviteAgain, RenameAccount rename) : PageBase
{
    [BindProperty]
    public ShowInput Input { get; set; } = new();

    public Account Account { get; private set; } = null!;

    public IReadOnlyList<string> Communes { get; private set; } = [];

    public int OpenSessions { get; private set; }

    public int Passkeys { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        (Input.DisplayName, Input.Unit) = (Account.DisplayName, Account.Unit);
        return Page();
    }

    public Task<IActionResult> OnPostOffAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => switchAccount.RunAsync(id, on: false, ct), "Đã tắt tài khoản và kết thúc mọi phiên.", "Account switched off, all sessions ended.", ct);

    public Task<IActionResult> OnPostOnAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => switchAccount.RunAsync(id, on: true, ct), "Đã bật lại tài khoản.", "Account switched on again.", ct);

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => endSessions.RunAsync(id, null, ct), "Đã kết thúc mọi phiên.", "All sessions ended.", ct);

    public Task<IActionResult> OnPostTwoStepAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => resetTwoStep.RunAsync(id, passkeysToo: true, ct), "Đã bỏ bước thứ hai; người này cài lại ở lần đăng nhập tới.", "Second step taken away; it is set up again at the next sign-in.", ct);

    public Task<IActionResult> OnPostInviteAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => inviteAgain.RunAsync(id, ct), "Đã gửi lại lời mời.", "Invitation sent again.", ct);

    public async Task<IActionResult> OnPostNameAsync(Guid id, CancellationToken ct)
    {
        var name = Input.DisplayName?.Trim() ?? "";
        var unit = string.IsNullOrWhiteSpace(Input.Unit) ? null : Input.Unit.Trim();
        if (name.Length is 0 or > Account.NameLength)
            ModelState.AddModelError("Input.DisplayName", T("Nhập họ tên, nhiều nhất 80 ký tự.", "Enter the name, at most 80 characters."));
        if (unit?.Length > Account.UnitLength)
            ModelState.AddModelError("Input.Unit", T("Đơn vị nhiều nhất 120 ký tự.", "The office has at most 120 characters."));
        if (ModelState.IsValid)
            return await ActAsync(id, () => rename.RunAsync(id, name, unit, ct), "Đã lưu.", "Saved.", ct);
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Task> act, string vi, string en, CancellationToken ct)
    {
        if (!await db.Users.AnyAsync(a => a.Id == id, ct))
            return NotFound();
        if (await Try(act))
        {
            Say(vi, en);
            return RedirectToPage(new { id });
        }

        db.ChangeTracker.Clear();
        await LoadAsync(id, ct);
        (Input.DisplayName, Input.Unit) = (Input.DisplayName ?? Account.DisplayName, Input.Unit ?? Account.Unit);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account)
            return false;
        Account = account;
        Communes = await db.AccountCommunes.Where(c => c.AccountId == id).Join(db.Communes, c => c.CommuneCode, c => c.Code, (_, c) => c.Name + ", " + c.ProvinceName).ToListAsync(ct);
        OpenSessions = await db.SignInSessions.CountAsync(s => s.AccountId == id && s.EndedAt == null && s.ExpiresAt > now, ct);
        Passkeys = await db.UserPasskeys.CountAsync(p => p.UserId == id, ct);
        return true;
    }
}

public sealed class ShowInput
{
    public string? DisplayName { get; set; }

    public string? Unit { get; set; }
}
