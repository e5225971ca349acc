using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Data;

namespace WorkBridge.Web.Pages.Admin.Communes;

[Authorize(Policy = Policies.Administrator)]
public sealed class IndexModel(WorkBridgeDb db, FindCommunes find) : PageBase
{
    private const int MostFound = 20;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<Commune> InUse { get; private set; } = [];

    public IReadOnlyList<CommuneSuggestion> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        InUse = await db.Communes.AsNoTracking().Where(c => c.Active).OrderBy(c => c.ProvinceName).ThenBy(c => c.Folded).ToListAsync(ct);
        if (!string.IsNullOrWhiteSpace(Q))
            Found = await find.RunAsync(Q, MostFound, ct);
    }
}
