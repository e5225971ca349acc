using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Hire.Openings;

/// <summary>The contact's own openings, those that wait for the contact first; three queries whatever their number.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class IndexModel(WorkBridgeDb db, CurrentUser user) : PageBase
{
    private const int OnPage = 10;

    public sealed record Row(Guid Id, string Title, string? TradeCode, OpeningState State, int Places, int PlacesTaken, DateOnly? ClosesOn);

    [BindProperty(SupportsGet = true)]
    public OpeningState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyDictionary<OpeningState, int> Counts { get; private set; } = new Dictionary<OpeningState, int>();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int All => Counts.Values.Sum();

    public int Pages { get; private set; } = 1;

    public bool Approved { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Approved = await db.Employers.AnyAsync(e => e.Id == user.EmployerId && e.State == EmployerState.Approved, ct);
        var own = db.Openings.AsNoTracking().Of(user, db);
        Counts = await own.GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var wanted = State is { } state ? own.Where(o => o.State == state) : own;
        Pages = Math.Max(1, ((State is { } one ? Counts.GetValueOrDefault(one) : All) + OnPage - 1) / OnPage);
        P = Math.Clamp(P, 1, Pages);
        Rows = await wanted
            .OrderBy(o => o.State == OpeningState.ChangesAsked ? 0 : o.State == OpeningState.Draft ? 1 : o.State == OpeningState.Live ? 2 : o.State == OpeningState.Submitted ? 3 : o.State == OpeningState.Paused ? 4 : 5)
            .ThenByDescending(o => o.CreatedAt).ThenByDescending(o => o.Id)
            .Skip((P - 1) * OnPage).Take(OnPage)
            .Select(o => new Row(o.Id, o.Title, o.TradeCode, o.State, o.Places, o.PlacesTaken, o.ClosesOn))
            .ToListAsync(ct);
    }
}
