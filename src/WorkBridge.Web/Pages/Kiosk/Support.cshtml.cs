using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Support;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>Asks for help: first with what, then one question; what is open already is shown and not asked twice.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class SupportModel(WorkBridgeDb db, AskSupport ask, WithdrawSupport withdraw) : KioskPage
{
    [BindProperty(SupportsGet = true)]
    public SupportKind? Kind { get; set; }

    public IReadOnlyDictionary<SupportKind, SupportRequest> Open { get; private set; } = new Dictionary<SupportKind, SupportRequest>();

    public bool HasAsked { get; private set; }

    protected override string? Back => Kind is null ? base.Back : "/Kiosk/Support";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || (Kind is { } kind && !Enum.IsDefined(kind)))
            return Redirect("/Kiosk/Support");
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Kind is null || !ModelState.IsValid || await Try(() => ask.RunAsync(Here.PersonId!.Value, Kind, ct)))
            return Redirect($"/Kiosk/Support/{Kind}");
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostBackAsync(CancellationToken ct)
    {
        if (Kind is { } kind && ModelState.IsValid)
            await withdraw.RunAsync(Here.PersonId!.Value, kind, ct);
        return Redirect("/Kiosk/Asked");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var mine = db.SupportRequests.AsNoTracking().Where(r => r.ReturneeId == Here.PersonId);
        Open = await mine.Where(r => r.EndedAt == null).ToDictionaryAsync(r => r.Kind, ct);
        HasAsked = Open.Count > 0 || await mine.AnyAsync(ct);
    }
}
