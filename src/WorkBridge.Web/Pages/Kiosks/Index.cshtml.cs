using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Kiosks;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Kiosks;

/// <summary>The screens of an officer's communes: enrol one, take one out of use, see to what was asked there.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class IndexModel(WorkBridgeDb db, AddKiosk add, RevokeKiosk revoke, AnswerAsk answer, CurrentUser user) : PageBase
{
    [BindProperty]
    public AddKioskInput Input { get; set; } = new();

    public IReadOnlyList<KioskDevice> Devices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    /// <summary>The enrolment code, shown on the answer to the form and never again.</summary>
    public string? Code { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (string.IsNullOrWhiteSpace(Input.Name))
            ModelState.AddModelError("Input.Name", T("Nhập tên để nhận ra màn hình, ví dụ “Sảnh tầng 1”.", "Give it a name by which you know it, such as “Hall, ground floor”."));
        var commune = Communes.Count == 1 ? Communes[0].Value : Input.CommuneCode;
        if (string.IsNullOrEmpty(commune))
            ModelState.AddModelError("Input.CommuneCode", T("Chọn xã, phường.", "Choose the commune."));
        if (!ModelState.IsValid || !await Try(async () => Code = CheckedCode.Show(await add.RunAsync(commune!, Input.Name!, ct))))
            return Page();
        Response.Headers.CacheControl = "no-store";
        ModelState.Clear();
        Input = new();
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        if (!await Try(() => revoke.RunAsync(id, ct)))
            return NotFound();
        Say("Màn hình đã ngừng dùng.", "The screen is out of use.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken ct)
    {
        if (!await Try(() => answer.RunAsync(id, ct)))
            return NotFound();
        Say("Đã ghi là đã giúp.", "Noted as seen to.");
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var codes = user.CommuneCodes;
        Devices = await db.KioskDevices.Of(user).AsNoTracking().OrderBy(d => d.RevokedAt != null).ThenBy(d => d.Name).ToListAsync(ct);
        Communes = await db.Communes.Where(c => codes.Contains(c.Code)).OrderBy(c => c.Name).Select(c => new SelectListItem(c.Name, c.Code)).ToListAsync(ct);
    }
}

public sealed record AddKioskInput
{
    [StringLength(KioskDevice.NameLength)]
    public string? Name { get; init; }

    public string? CommuneCode { get; init; }
}
