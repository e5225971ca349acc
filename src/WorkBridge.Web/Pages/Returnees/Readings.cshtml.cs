using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Returnees;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>Who has looked at a person's data: opened, seen in a list, printed or exported, told apart.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class ReadingsModel(ReadPerson read, WorkBridgeDb db, ReadingLog readings) : PageBase
{
    private const int OnPage = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public PersonFile Dossier { get; private set; } = null!;

    public IReadOnlyList<Reading> Shown { get; private set; } = [];

    public int All { get; private set; }

    public int Pages => Math.Max(1, (All + OnPage - 1) / OnPage);

    public static Words Of(ReadingKind kind) => kind switch
    {
        ReadingKind.Opened => new("Mở hồ sơ", "Opened the file"),
        ReadingKind.Listed => new("Thấy trong danh sách", "Seen in a list"),
        ReadingKind.Printed => new("In ra giấy", "Printed"),
        _ => new("Xuất ra tệp", "Exported"),
    };

    public static Words Of(ActorKind kind) => kind switch
    {
        ActorKind.Officer => new("Cán bộ", "Officer"),
        ActorKind.Employer or ActorKind.EmployerLink => new("Nơi tuyển", "Employer"),
        ActorKind.Mentor => new("Người đồng hành", "Mentor"),
        ActorKind.Person => new("Chính người tìm việc", "The person"),
        _ => new("Hệ thống", "The service"),
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await read.RunAsync(id, ct) is not { } file)
            return NotFound();
        Dossier = file;
        await readings.OpenedAsync(id, "Returnees/Readings");
        var all = db.Readings.AsNoTracking().Where(r => r.People.Any(p => p.ReturneeId == id));
        All = await all.CountAsync(ct);
        P = Math.Clamp(P, 1, Pages);
        Shown = await all.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Skip((P - 1) * OnPage).Take(OnPage).ToListAsync(ct);
        return Page();
    }
}
