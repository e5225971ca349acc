using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>A number without a name, to read out at the desk.</summary>
[Authorize(Policy = Policies.Kiosk)]
public sealed class TicketModel(WorkBridgeDb db) : KioskPage
{
    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    protected override string? Back => "/Kiosk/Openings";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var found = await (
            from i in db.Interests
            join o in db.Openings on i.OpeningId equals o.Id
            where i.Id == id && i.ReturneeId == null && i.CommuneCode == Here.CommuneCode
            select new { i.Number, o.Title }).SingleOrDefaultAsync(ct);
        if (found is null)
            return Redirect("/Kiosk/Openings");
        (Number, Title) = (found.Number, found.Title);
        return Page();
    }
}
