using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Communes;
using WorkBridge.Data;
using WorkBridge.Staff;
using WorkBridge.Training;

namespace WorkBridge.Web.Pages.Placements;

/// <summary>The end assessment on paper, for both sides to sign: filled in as far as whoever taught has said.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class AssessmentModel(WorkBridgeDb db, CurrentUser user, ReadingLog readings, TimeProvider clock) : PlacementPage(db, user, clock)
{
    private readonly WorkBridgeDb db = db;

    public Commune Commune { get; private set; } = null!;

    public Course Course { get; private set; } = null!;

    public IReadOnlyList<string> Teaches { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || !Placement.IsTraining)
            return NotFound();
        Course = await db.CourseAsync(Placement, ct);
        Teaches = await db.Openings.Where(o => o.Id == Placement.OpeningId).Select(o => o.Teaches).SingleAsync(ct);
        Commune = await db.Communes.AsNoTracking().SingleAsync(c => c.Code == Placement.CommuneCode, ct);
        await readings.PrintedAsync([Person.Id], "Placements/Assessment");
        return Page();
    }
}
