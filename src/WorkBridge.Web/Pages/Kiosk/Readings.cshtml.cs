using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>Who looked: by role, office and day; never a name.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class ReadingsModel(WorkBridgeDb db) : KioskPage
{
    public const int PerPage = 6;

    public int P { get; private set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<ReadingLine> Lines { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] int p, CancellationToken ct)
    {
        var personId = Here.PersonId!.Value;
        // A person's readings are few; they are grouped by day here, because the day is Vietnam's and not the database's.
        var all = await db.Readings.Where(r => r.People.Any(x => x.ReturneeId == personId))
            .OrderByDescending(r => r.At)
            .Select(r => new { r.At, r.Kind, r.ByKind, r.Office })
            .Take(500)
            .ToListAsync(ct);
        var lines = all.GroupBy(r => (Day: Clock.DayOf(r.At), r.ByKind, r.Office, Listed: r.Kind == ReadingKind.Listed))
            .Select(g => new ReadingLine(g.Key.Day, g.Key.ByKind, g.Key.Office, g.Key.Listed, g.Count()))
            .ToList();
        Pages = Math.Max(1, (lines.Count + PerPage - 1) / PerPage);
        P = Math.Clamp(p, 1, Pages);
        Lines = [.. lines.Skip((P - 1) * PerPage).Take(PerPage)];
    }

    public static string Who(ActorKind kind) => kind switch
    {
        ActorKind.Officer => T("Cán bộ", "An officer"),
        ActorKind.Employer or ActorKind.EmployerLink => T("Nơi tuyển", "An employer"),
        ActorKind.Mentor => T("Người đồng hành", "Your companion"),
        ActorKind.Person => T("Chính anh/chị", "You yourself"),
        ActorKind.Coordinator => T("Điều phối viên của tỉnh", "The province's coordinator"),
        _ => T("Hệ thống", "The system"),
    };
}

public sealed record ReadingLine(DateOnly Day, ActorKind By, string? Office, bool InList, int Times);
