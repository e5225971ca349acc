using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Matching;

namespace WorkBridge.Search;

/// <summary>What the last nightly count says about work that lasts, read once and kept on this node until there is a newer count.</summary>
public sealed class LastingKnown(MatchSettings settings)
{
    private volatile Loaded? loaded;

    /// <summary>Nothing, before the first count and where it is switched off.</summary>
    public async Task<Lasting> CurrentAsync(WorkBridgeDb db, CancellationToken ct)
    {
        if (settings.Lasting.Most == 0 || await db.LastingCounts.Select(c => (int?)c.Version).SingleOrDefaultAsync(ct) is not { } version)
            return Lasting.Nothing;
        if (loaded is { } known && known.Version == version)
            return known.Lasting;
        var row = await db.LastingCounts.AsNoTracking().SingleAsync(ct);
        var lasting = Lasting.From(row.Counts, settings.Lasting);
        loaded = new Loaded(row.Version, lasting);
        return lasting;
    }

    private sealed record Loaded(int Version, Lasting Lasting);
}
