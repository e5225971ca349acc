using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

[Authorize(Policy = Policies.Kiosk)]
public sealed class StartModel : KioskPage
{
    protected override string? Back => null;

    public IActionResult OnGet() => Here switch
    {
        { PersonId: not null } => Redirect("/Kiosk/Menu"),
        { BySlip: true } => Redirect("/Kiosk/Withdraw"),
        _ => Page(),
    };
}
