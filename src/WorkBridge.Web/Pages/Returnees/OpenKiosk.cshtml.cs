using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Kiosks;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>Opens a person's part at one screen: four digits for ten minutes, shown once.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class OpenKioskModel(WorkBridgeDb db, OpenFromDesk open, ReadingLog readings, CurrentUser user) : PageBase
{
    [BindProperty]
    public OpenKioskInput Input { get; set; } = new();

    public Returnee Person { get; private set; } = null!;

    public IReadOnlyList<ChoiceView> Devices { get; private set; } = [];

    public string? Code { get; private set; }

    public string? DeviceName { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        await readings.OpenedAsync(id, "Returnees/OpenKiosk");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        await readings.OpenedAsync(id, "Returnees/OpenKiosk");
        var device = Input.DeviceId ?? (Devices.Count == 1 ? Guid.Parse(Devices[0].Value) : null);
        if (device is null)
            ModelState.AddModelError("Input.DeviceId", T("Chọn màn hình.", "Choose the screen."));
        if (!ModelState.IsValid || !await Try(async () => Code = await open.RunAsync(id, device!.Value, ct)))
            return Page();
        DeviceName = Devices.Single(d => d.Value == device.ToString()).Label;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Returnees.Of(user).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } person)
            return false;
        Person = person;
        var devices = await db.KioskDevices.Of(user).Where(d => d.TokenHash != null && d.RevokedAt == null).OrderBy(d => d.Name).Select(d => new { d.Id, d.Name }).ToListAsync(ct);
        Devices = [.. devices.Select(d => new ChoiceView(d.Id.ToString(), d.Name))];
        return true;
    }
}

public sealed record OpenKioskInput
{
    public Guid? DeviceId { get; init; }
}
