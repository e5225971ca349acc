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
        // A language that somebody chose and then went away does not greet the next one.
        HttpContext.Items[KioskHeaders.ClearsAfter] = KioskCookies.Language(HttpContext) is null ? 0 : ClearsAfter;
        return Page();
    }
}
