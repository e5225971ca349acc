using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using WorkBridge.Kiosks;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>Something failed, or the screen was taken out of use: neutral words, and nothing of a visit is left.</summary>
[AllowAnonymous]
public sealed class FaultModel(EndVisit end) : KioskPage
{
    protected override string? Back => null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await HttpContext.AuthenticateAsync(KioskSignIn.Name);
        if (Here.Visit is { } visit)
            await end.RunAsync(visit.Id, ct);
        KioskCookies.DropAllOfVisit(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        Response.Headers["Refresh"] = "30; url=/Kiosk";
    }
}
