using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Openings;

/// <summary>The openings of the own communes (or province), those that wait for review first; four queries whatever their number.</summary>
[Authorize(Policy = Policies.Reviewer)]
public sealed class IndexModel(WorkBridgeDb db, CurrentUser user) : PageBase
{
    private const int OnPage = 20;

    public sealed record Row(Guid Id, string Title, string? TradeCode, OpeningKind Kind, OpeningState State, string Employer, string Commune, long? PayMin, long? PayMax, int Places, int PlacesTaken, DateOnly? ClosesOn);

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public OpeningState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public OpeningKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyDictionary<OpeningState, int> Counts { get; private set; } = new Dictionary<OpeningState, int>();

    public int EmployersWaiting { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Found { get; private set; }

    public int Pages { get; private set; } = 1;

    public bool IsOfficer => user.IsOfficer;

    public bool IsFiltered => State is not null || Kind is not null || !string.IsNullOrWhiteSpace(Q);

    public async Task OnGetAsync(CancellationToken ct)
    {
        // A draft is its writer's own until it is sent.
        var own = db.Openings.AsNoTracking().Of(user, db).Where(o => o.State != OpeningState.Draft);
        Counts = await own.GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        EmployersWaiting = await db.Employers.Of(user, db).CountAsync(e => e.State == EmployerState.Registered, ct);
        var wanted = own
            .Join(db.Employers, o => o.EmployerId, e => e.Id, (o, e) => new { o, e })
            .Join(db.Communes, r => r.o.CommuneCode ?? r.o.OwnerCommuneCode, c => c.Code, (r, c) => new { r.o, r.e, c });
        if (State is { } state)
            wanted = wanted.Where(r => r.o.State == state);
        if (Kind is { } kind)
            wanted = wanted.Where(r => r.o.Kind == kind);
        foreach (var word in Vietnamese.Syllables(Q).Select(syllable => " " + Vietnamese.Fold(syllable)).Take(8))
            wanted = wanted.Where(r => (" " + r.o.Folded).Contains(word) || (" " + r.e.Folded).Contains(word) || (" " + r.c.Folded).Contains(word));
        Found = await wanted.CountAsync(ct);
        Pages = Math.Max(1, (Found + OnPage - 1) / OnPage);
        P = Math.Clamp(P, 1, Pages);
        Rows = await wanted
            .OrderBy(r => r.o.State == OpeningState.Submitted ? 0 : r.o.State == OpeningState.Live ? 1 : 2).ThenByDescending(r => r.o.CreatedAt).ThenBy(r => r.o.Id)
            .Skip((P - 1) * OnPage).Take(OnPage)
            .Select(r => new Row(r.o.Id, r.o.Title, r.o.TradeCode, r.o.Kind, r.o.State, r.e.Name, r.c.Name, r.o.PayMin, r.o.PayMax, r.o.Places, r.o.PlacesTaken, r.o.ClosesOn))
            .ToListAsync(ct);
    }
}
