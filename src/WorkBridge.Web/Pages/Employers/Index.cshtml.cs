using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Employers;

/// <summary>The employers of the own communes (or province), those that wait for approval first; three queries whatever their number.</summary>
[Authorize(Policy = Policies.Reviewer)]
public sealed class IndexModel(WorkBridgeDb db, CurrentUser user) : PageBase
{
    private const int OnPage = 20;

    public sealed record Row(Guid Id, string Name, EmployerKind Kind, string TaxCode, string Commune, EmployerState State, DateTime RegisteredAt, int Live);

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public EmployerState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyDictionary<EmployerState, int> Counts { get; private set; } = new Dictionary<EmployerState, int>();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Pages { get; private set; } = 1;

    public int Found { get; private set; }

    public bool IsOfficer => user.IsOfficer;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var own = db.Employers.AsNoTracking().Of(user, db);
        Counts = await own.GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var wanted = State is { } state ? own.Where(e => e.State == state) : own;
        foreach (var word in Vietnamese.Syllables(Q).Select(Vietnamese.Fold).Take(8))
            wanted = wanted.Where(e => (" " + e.Folded).Contains(" " + word) || e.TaxCode.StartsWith(word));
        Found = await wanted.CountAsync(ct);
        Pages = Math.Max(1, (Found + OnPage - 1) / OnPage);
        P = Math.Clamp(P, 1, Pages);
        Rows = await wanted
            .OrderBy(e => e.State == EmployerState.Registered ? 0 : 1).ThenBy(e => e.Folded).ThenBy(e => e.Id)
            .Skip((P - 1) * OnPage).Take(OnPage)
            .Join(db.Communes, e => e.CommuneCode, c => c.Code, (e, c) => new { e, c.Name })
            .OrderBy(r => r.e.State == EmployerState.Registered ? 0 : 1).ThenBy(r => r.e.Folded).ThenBy(r => r.e.Id)
            .Select(r => new Row(r.e.Id, r.e.Name, r.e.Kind, r.e.TaxCode, r.Name, r.e.State, r.e.RegisteredAt, db.Openings.Count(o => o.EmployerId == r.e.Id && o.State == OpeningState.Live)))
            .ToListAsync(ct);
    }

    public static (string Tone, string Icon) Look(EmployerState state) => state switch
    {
        EmployerState.Registered => ("ours", "hourglass"),
        EmployerState.Approved => ("good", "circle-check"),
        EmployerState.Suspended => ("closed", "player-pause"),
        _ => ("closed", "circle-minus"),
    };
}
