using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;

namespace WorkBridge.Web.Pages.Admin;

/// <summary>How often personal data was looked at, by day and kind: numbers, no names and no ids.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class ReadingsModel(WorkBridgeDb db, TimeProvider clock) : PageBase
{
    public const int Days = 30;

    public IReadOnlyList<DayOfReadings> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var first = clock.Today().AddDays(1 - Days);
        var since = Clock.Utc(first, TimeOnly.MinValue);

        // Days are Vietnam's: hours are counted in the database, and put together here.
        var hours = await db.Readings.Where(r => r.At >= since)
            .GroupBy(r => new { r.At.Year, r.At.Month, r.At.Day, r.At.Hour, r.Kind })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        Rows = [.. hours
            .GroupBy(h => Clock.DayOf(new DateTime(h.Key.Year, h.Key.Month, h.Key.Day, h.Key.Hour, 0, 0, DateTimeKind.Utc)))
            .OrderByDescending(d => d.Key)
            .Select(d => new DayOfReadings(d.Key, d.GroupBy(h => h.Key.Kind).ToDictionary(k => k.Key, k => k.Sum(h => h.Count))))];
    }
}

public sealed record DayOfReadings(DateOnly Day, IReadOnlyDictionary<ReadingKind, int> Counts)
{
    public int Of(ReadingKind kind) => Counts.GetValueOrDefault(kind);
}
