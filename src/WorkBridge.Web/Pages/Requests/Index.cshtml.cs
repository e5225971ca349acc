using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Requests;

/// <summary>The register: requests about data of the own communes, open ones first by the day they are due, then the newest that ended.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class IndexModel(WorkBridgeDb db, ReadingLog readings, CurrentUser user, TimeProvider clock) : PageBase
{
    private const int OnPage = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<(DataRequest Request, Returnee? Person)> Shown { get; private set; } = [];

    public int Open { get; private set; }

    public int Late { get; private set; }

    public int Pages { get; private set; } = 1;

    public DateOnly Today => clock.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = Today;
        var all = db.DataRequests.Of(user).AsNoTracking();
        var open = all.Where(r => r.State == RequestState.Received || r.State == RequestState.Answered);
        var count = await all.CountAsync(ct);
        Open = await open.CountAsync(ct);
        Late = await open.CountAsync(r => r.DoneBy < today || (r.State == RequestState.Received && r.AnswerBy < today), ct);
        Pages = Math.Max(1, (count + OnPage - 1) / OnPage);
        P = Math.Clamp(P, 1, Pages);
        var rows = await all.OrderBy(r => r.State == RequestState.Received ? 0 : r.State == RequestState.Answered ? 1 : 2)
            .ThenByDescending(r => r.EndedAt).ThenBy(r => r.State == RequestState.Received ? r.AnswerBy : r.DoneBy).ThenBy(r => r.Id)
            .Skip((P - 1) * OnPage).Take(OnPage).ToListAsync(ct);
        var ids = rows.ConvertAll(r => r.ReturneeId);
        var people = await db.Returnees.Of(user).AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        Shown = rows.ConvertAll(r => (r, people.GetValueOrDefault(r.ReturneeId)));
        await readings.ListedAsync(people.Keys, "Requests/Index");
        return Page();
    }
}
