using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using WorkBridge.Kiosks;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>
/// The cleared screen. Ends whatever is still open (the browser comes here by itself when no script ran), drops every cookie of the visit
/// and asks the browser to drop its storage. Not "cookies" as a whole: the device would have to be enrolled again; not its cache:
/// no page is in it, only files whose names carry a hash.
/// </summary>
[AllowAnonymous]
public sealed class WipedModel(EndVisit end) : KioskPage
{
    protected override string? Back => null;

    public bool IsEnrolled { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        IsEnrolled = (await HttpContext.AuthenticateAsync(KioskSignIn.Name)).Succeeded;
        if (Here.Visit is { } visit)
            await end.RunAsync(visit.Id, ct);
        KioskCookies.DropAllOfVisit(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        if (IsEnrolled)
            Response.Headers["Refresh"] = "5; url=/Kiosk";
    }
}
