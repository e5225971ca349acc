using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>A touch, told to the server (every ten seconds at most), so that its clock agrees with the screen's. Asking is enough: the sign-in notes the time.</summary>
[Authorize(Policy = Policies.Kiosk)]
public sealed class StillModel : KioskPage
{
    public IActionResult OnGet() => new NoContentResult();
}
