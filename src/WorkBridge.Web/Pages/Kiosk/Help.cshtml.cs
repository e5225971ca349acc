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

    public void OnGet()
    {
    }

    public async Task OnPostAsync(CancellationToken ct)
    {
        await call.RunAsync(Here.DeviceId, Here.CommuneCode, ct);
        Called = true;
    }
}
