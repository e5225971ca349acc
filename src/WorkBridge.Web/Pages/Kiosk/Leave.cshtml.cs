using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Kiosks;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>Ends the visit and goes on to the cleared screen. Works by touch of a link, by the clock's replacement and by a form.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class LeaveModel(EndVisit end) : KioskPage
{
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => EndAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EndAsync(ct);

    private async Task<IActionResult> EndAsync(CancellationToken ct)
    {
        await HttpContext.AuthenticateAsync(KioskSignIn.Name);
        if (Here.Visit is { } visit)
            await end.RunAsync(visit.Id, ct);
        KioskCookies.DropAllOfVisit(HttpContext);
        return Redirect("/Kiosk/Wiped");
    }
}
