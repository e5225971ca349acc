using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Data;

namespace WorkBridge.Web.Pages.Admin.Communes;

[Authorize(Policy = Policies.Administrator)]
public sealed class EditModel(WorkBridgeDb db, OpenCommune open) : PageBase
{
    [BindProperty]
    public CommuneInput Input { get; set; } = new();

    public Commune Commune { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
            return NotFound();
        Input = new CommuneInput
        {
            Phone = Commune.Phone,
            Latitude = Commune.Latitude?.ToString(CultureInfo.InvariantCulture),
            Longitude = Commune.Longitude?.ToString(CultureInfo.InvariantCulture),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
            return NotFound();
        var phone = string.IsNullOrWhiteSpace(Input.Phone) ? null : Input.Phone.Trim();
        if (phone?.Length > OpenCommune.PhoneLength || phone?.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '.' or '+' or '-' or '(' or ')')) == true)
            ModelState.AddModelError("Input.Phone", T("Số điện thoại chỉ có chữ số, nhiều nhất 20 ký tự.", "A telephone number has digits only, at most 20 characters."));
        var latitude = Degrees(Input.Latitude, "Input.Latitude");
        var longitude = Degrees(Input.Longitude, "Input.Longitude");
        if (!ModelState.IsValid || !await Try(() => open.RunAsync(code, phone, latitude, longitude, ct)))
            return Page();
        Say("Đã lưu. Nơi này đang được dùng.", "Saved. This place is in use.");
        return RedirectToPage("/Admin/Communes/Index");
    }

    /// <summary>Degrees as maps write them, with a point or a comma.</summary>
    private double? Degrees(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (double.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return value;
        ModelState.AddModelError(field, T("Nhập số độ, ví dụ 20,8089.", "Enter degrees, for example 20.8089."));
        return null;
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (await db.Communes.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, ct) is not { } commune)
            return false;
        Commune = commune;
        return true;
    }
}

public sealed class CommuneInput
{
    public string? Phone { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }
}
