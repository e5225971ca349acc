using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Placements;

/// <summary>People at work, those whose follow-up is due first. Running placements of a commune are few; all are read, a page is shown.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class IndexModel(WorkBridgeDb db, CurrentUser user, StabilityRules rules, ReadingLog readings, TimeProvider clock) : PageBase
{
    private const int OnPage = 20;

    public enum Part
    {
        Open,
        Due,
        Ended,
    }

    public sealed record Row(Placement Placement, Returnee Person, string? Employer, FollowUpStep? Due, FollowUpStep? Next, WorkState? Result, IReadOnlyList<Risk> Risks);

    [BindProperty(SupportsGet = true)]
    public Part Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Due { get; private set; }

    public int Running { get; private set; }

    public int Pages { get; private set; } = 1;

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Today = clock.Today();
        var own = db.Placements.AsNoTracking().Of(user);
        var placements = await own.Where(p => (p.State == PlacementState.Ended) == (Show == Part.Ended)).ToListAsync(ct);
        var ids = own.Select(p => p.Id);
        var checks = (await db.FollowUps.AsNoTracking().Where(f => ids.Contains(f.PlacementId)).ToListAsync(ct)).ToLookup(f => f.PlacementId);
        var assessed = await db.EndAssessments.Where(a => ids.Contains(a.PlacementId)).Select(a => a.PlacementId).Distinct().ToListAsync(ct); // Their end assessment is what is asked about.
        var results = await db.Outcomes.Where(o => ids.Contains(o.PlacementId)).Select(o => new { o.PlacementId, o.Result, o.At, o.Id }).ToListAsync(ct);
        var last = results.GroupBy(o => o.PlacementId).ToDictionary(g => g.Key, g => g.OrderBy(o => o.At).ThenBy(o => o.Id).Last().Result);
        var lines = placements
            .Select(p => (Placement: p, Due: assessed.Contains(p.Id) ? null : FollowUpsDue.Current(p, [.. checks[p.Id]], Today), Next: assessed.Contains(p.Id) ? null : FollowUpsDue.Next(p, [.. checks[p.Id]], Today)))
            .Where(l => Show != Part.Due || l.Due is not null)
            .OrderBy(l => l.Due?.On ?? DateOnly.MaxValue).ThenBy(l => l.Next?.On ?? DateOnly.MaxValue).ThenByDescending(l => l.Placement.EndedOn).ThenBy(l => l.Placement.Id)
            .ToList();
        Running = Show == Part.Ended ? await own.CountAsync(p => p.State != PlacementState.Ended, ct) : placements.Count;
        Due = lines.Count(l => l.Due is not null);
        Pages = Math.Max(1, (lines.Count + OnPage - 1) / OnPage);
        P = Math.Clamp(P, 1, Pages);
        var page = lines.Skip((P - 1) * OnPage).Take(OnPage).ToList();

        var personIds = page.Select(l => l.Placement.ReturneeId).Distinct().ToList();
        var employerIds = page.Select(l => l.Placement.EmployerId).Distinct().ToList();
        var people = await db.Returnees.AsNoTracking().Where(r => personIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var employers = await db.Employers.AsNoTracking().Where(e => employerIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        var terms = rules.On(Today);
        Rows = [.. page.Select(l => new Row(
            l.Placement,
            people[l.Placement.ReturneeId],
            l.Placement.EmployerId is { } employerId ? employers[employerId] : null,
            l.Due,
            l.Next,
            last.TryGetValue(l.Placement.Id, out var result) ? result : null,
            assessed.Contains(l.Placement.Id) ? [] : PlacementRisk.Of(l.Placement, [.. checks[l.Placement.Id]], terms, Today)))];
        await readings.ListedAsync(personIds, "Placements/Index");
    }
}
