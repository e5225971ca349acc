using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Communes;

/// <summary>
/// A commune for a suggestion list. OldName is the name from before 2025-07-01 where that was the hit; Active says whether
/// officers work with the service there.
/// </summary>
public sealed record CommuneSuggestion(string Code, string Name, string ProvinceName, string? OldName, bool Active)
{
    public string FullName => $"{Name}, {ProvinceName}";
}

/// <summary>Finds communes by their names of today and of before 2025-07-01, typed in any spelling; best first, never null.</summary>
public sealed class FindCommunes(WorkBridgeDb db)
{
    public async Task<IReadOnlyList<CommuneSuggestion>> RunAsync(string? typed, int take, CancellationToken ct)
    {
        var found = CommuneList.Default.Search(typed, take);
        var codes = found.Select(f => f.Commune.Code).ToList();
        var active = await db.Communes.Where(c => codes.Contains(c.Code) && c.Active).Select(c => c.Code).ToListAsync(ct);
        return [.. found.Select(f => new CommuneSuggestion(f.Commune.Code, f.Commune.Name, f.Commune.ProvinceName, f.OldName, active.Contains(f.Commune.Code)))];
    }
}
