using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>The screen at rest. Whoever comes here leaves a visit behind: it is ended first.</summary>
[Authorize(Policy = Policies.Kiosk)]
public sealed class IndexModel : KioskPage
{
    public IActionResult OnGet()
    {
        if (Here.Visit is not null)
            return Redirect("/Kiosk/Leave");
        KioskCookies.KeepDevice(HttpContext, KioskCookies.DeviceToken(HttpContext)!);
        HttpContext.Items[KioskHeaders.ClearsAfter] = 0;
        return Page();
    }
}
