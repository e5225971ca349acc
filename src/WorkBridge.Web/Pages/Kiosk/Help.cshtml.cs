using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Kiosks;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>Calls an officer to this screen. Opening the address calls nobody; the button at the foot does.</summary>
[Authorize(Policy = Policies.Kiosk)]
public sealed class HelpModel(CallOfficer call) : KioskPage
{
    public bool Called { get; private set; }

    /// <summary>The page on which the officer was called, so that "Quay lại" goes on where the person was.</summary>
    [BindProperty]
    public string? From { get; set; }

    protected override string? Back => From is { } from && from.StartsWith("/Kiosk/", StringComparison.Ordinal) && Url.IsLocalUrl(from) ? from : base.Back;

    public void OnGet()
    {
    }

    public async Task OnPostAsync(CancellationToken ct)
    {
        ViewData["From"] = ViewData["BackUrl"] = Back;
        await call.RunAsync(Here.DeviceId, Here.CommuneCode, ct);
        Called = true;
    }
}
