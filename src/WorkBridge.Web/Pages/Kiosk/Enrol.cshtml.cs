using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using WorkBridge.Kiosks;
using WorkBridge.Web.Kiosk;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Pages.Kiosk;

[AllowAnonymous]
[EnableRateLimiting(Limits.Doors)]
public sealed class EnrolModel(EnrolKiosk enrol) : KioskPage
{
    [BindProperty]
    public EnrolInput Input { get; set; } = new();

    protected override string? Back => null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        string? token = null;
        if (!await Try(async () => token = await enrol.RunAsync(Input.Code, ct)))
            return Page();
        KioskCookies.KeepDevice(HttpContext, token!);
        return Redirect("/Kiosk");
    }
}

public sealed record EnrolInput
{
    public string? Code { get; init; }
}
