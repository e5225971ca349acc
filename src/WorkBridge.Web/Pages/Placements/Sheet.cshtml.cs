using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Communes;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Placements;

/// <summary>The follow-up sheet on paper: the same answers as on screen, and a code to type back.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class SheetModel(WorkBridgeDb db, CurrentUser user, ReadingLog readings, TimeProvider clock) : PlacementPage(db, user, clock)
{
    private readonly WorkBridgeDb db = db;

    public Commune Commune { get; private set; } = null!;

    /// <summary>The step the sheet is for: the one that is due, else the next, else none.</summary>
    public FollowUpStep? Step { get; private set; }

    public string Code => $"{Number ?? Person.Code}-{Step?.Days.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "0"}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Step = Due ?? Steps.FirstOrDefault(s => s.State == StepState.Coming);
        Commune = await db.Communes.AsNoTracking().SingleAsync(c => c.Code == Placement.CommuneCode, ct);
        await readings.PrintedAsync([Person.Id], "Placements/Sheet");
        return Page();
    }
}
