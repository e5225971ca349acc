using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Digests;
using WorkBridge.Email;
using WorkBridge.Referrals;
using WorkBridge.Staff;
using WorkBridge.Web.SignIn;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.MyAccount;

[Authorize(Policy = Policies.SignedIn)]
public sealed class IndexModel(WorkBridgeDb db, CurrentUser who, RenameAccount rename, EndSessions end, Door door, TimeProvider clock) : PageBase
{
    [BindProperty]
    public NameInput Input { get; set; } = new();

    /// <summary>What is told by mail; null for those who are told nothing beyond what they must be told.</summary>
    [BindProperty]
    public MailsInput? Mails { get; set; }

    public IReadOnlyList<ChoiceView> DigestChoices =>
    [
        .. who.IsOfficer ? [new ChoiceView(nameof(DigestRhythm.Daily), T("Mỗi ngày làm việc", "Every working day"))] : Array.Empty<ChoiceView>(),
        new(nameof(DigestRhythm.Weekly), T("Mỗi tuần một lần", "Once a week")),
        new(nameof(DigestRhythm.Never), T("Không gửi", "Never")),
    ];

    public IReadOnlyList<ChoiceView> AtOnceChoices => [new("True", T("Báo ngay bằng thư", "Tell me by mail at once")), new("False", T("Chỉ hiện ở việc cần làm", "Show it in the worklist only"))];

    public IReadOnlyList<ChoiceView> ReminderChoices => [new("True", T("Nhắc bằng thư", "Remind us by mail")), new("False", T("Không gửi thư nhắc, trung tâm gọi điện", "No reminders, the centre rings"))];

    /// <summary>Open referrals in one's own name.</summary>
    public int Referrals { get; private set; }

    /// <summary>Officers who share a commune.</summary>
    public IReadOnlyList<ChoiceView> Colleagues { get; private set; } = [];

    public string Email { get; private set; } = "";

    public bool CodesOn { get; private set; }

    public int Passkeys { get; private set; }

    public IReadOnlyList<SessionRow> Open { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input.DisplayName = who.DisplayName;
        await LoadAsync(ct);
        Mails = await MailsNowAsync(ct);
    }

    /// <summary>Keeps what one is told by mail; what this account is never told is not asked and stays.</summary>
    public async Task<IActionResult> OnPostMailsAsync([FromServices] ChooseMails choose, CancellationToken ct)
    {
        if (await MailsNowAsync(ct) is not { } now)
            return NotFound();
        if (Mails is null || (who.IsContact ? Mails.Reminders is null : Mails.Digest is null) || (who.IsOfficer && Mails.TellsAtOnce is null))
            ModelState.AddModelError(who.IsContact ? "Mails.Reminders" : Mails?.Digest is null ? "Mails.Digest" : "Mails.TellsAtOnce", T("Chọn một ý", "Choose one"));
        Overlook([nameof(Input) + "." + nameof(NameInput.DisplayName)]);
        if (ModelState.IsValid && await Try(() => choose.RunAsync(Mails!.Digest ?? now.Digest!.Value, Mails.TellsAtOnce ?? now.TellsAtOnce!.Value, Mails.Reminders ?? true, ct)))
        {
            Say("Đã lưu.", "Saved.");
            return RedirectToPage();
        }

        Mails ??= now;
        Input.DisplayName = who.DisplayName;
        await LoadAsync(ct);
        return Page();
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
        Mails = await MailsNowAsync(ct);
        return Page();
    }

    /// <summary>Gives one's open referrals to a colleague, before leave or another post.</summary>
    public async Task<IActionResult> OnPostHandOverAsync([FromServices] HandOver handOver, CancellationToken ct)
    {
        if (!who.IsOfficer)
            return NotFound();
        if (!Guid.TryParse(Input.Colleague, out var colleague))
            ModelState.AddModelError("Input.Colleague", T("Chọn người nhận.", "Choose who takes over."));
        Overlook([nameof(Input) + "." + nameof(NameInput.DisplayName)]);
        var moved = 0;
        if (ModelState.IsValid && await Try(async () => moved = await handOver.RunAsync(who.AccountId, colleague, ct)))
        {
            var left = await db.Caseload(who.AccountId).CountAsync(ct);
            Say(
                $"Đã giao {moved} lời giới thiệu." + (left == 0 ? "" : $" Còn {left} ở xã, phường mà đồng nghiệp không phụ trách."),
                (moved == 1 ? "1 referral is handed over." : $"{moved} referrals are handed over.") + (left == 0 ? "" : $" {left} remain in communes that the colleague does not work for."));
            return RedirectToPage();
        }

        Input.DisplayName = who.DisplayName;
        await LoadAsync(ct);
        Mails = await MailsNowAsync(ct);
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

    private async Task<MailsInput?> MailsNowAsync(CancellationToken ct)
    {
        if (who.Role is StaffRole.Administrator or StaffRole.Mentor)
            return null;
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == who.AccountId, ct);
        return new MailsInput
        {
            Digest = who.IsCoordinator && account.Digest == DigestRhythm.Daily ? DigestRhythm.Weekly : account.Digest,
            TellsAtOnce = account.TellsAtOnce,
            Reminders = who.IsContact ? await db.Employers.Where(e => e.Id == who.EmployerId).Select(e => e.TakesReminders).SingleAsync(ct) : null,
        };
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var id = who.AccountId;
        var now = clock.UtcNow();
        var here = User.SessionId();
        (Email, CodesOn) = await db.Users.Where(a => a.Id == id).Select(a => new ValueTuple<string, bool>(a.Email!, a.TwoFactorEnabled)).SingleAsync(ct);
        if (who.IsOfficer)
        {
            Referrals = await db.Caseload(id).CountAsync(ct);
            Colleagues = [.. (await db.Users.Where(a => a.Id != id && a.Role == StaffRole.Officer && !a.Disabled && a.Communes.Any(c => who.CommuneCodes.Contains(c.CommuneCode)))
                .OrderBy(a => a.DisplayName).Select(a => new { a.Id, a.DisplayName, a.Unit }).Take(50).ToListAsync(ct)).Select(a => new ChoiceView(a.Id.ToString(), a.Unit is null ? a.DisplayName : $"{a.DisplayName}, {a.Unit}"))];
        }

        Passkeys = await db.UserPasskeys.CountAsync(p => p.UserId == id, ct);
        Open = await db.SignInSessions.Where(s => s.AccountId == id && s.EndedAt == null && s.ExpiresAt > now).OrderByDescending(s => s.LastSeenAt)
            .Select(s => new SessionRow(s.Id, s.CreatedAt, s.LastSeenAt, s.Id == here)).ToListAsync(ct);
    }
}

public sealed class NameInput
{
    public string? DisplayName { get; set; }

    /// <summary>Who takes over; named here so that words about it stand beside the list.</summary>
    public string? Colleague { get; set; }
}

public sealed class MailsInput
{
    public DigestRhythm? Digest { get; set; }

    public bool? TellsAtOnce { get; set; }

    public bool? Reminders { get; set; }
}

public sealed record SessionRow(Guid Id, DateTime CreatedAt, DateTime LastSeenAt, bool Here);
