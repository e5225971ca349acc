using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>The slip on the 80 mm roll: answers given and refused alike, the code, how to change one's mind. No name, black only.</summary>
[Authorize(Policy = Policies.Kiosk)]
public sealed class ReceiptModel(WorkBridgeDb db, ReadReceipt read) : KioskPage
{
    public SlipView View { get; private set; } = null!;

    protected override string? Back => Here.BySlip ? "/Kiosk/Withdraw" : "/Kiosk/Done";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Here.Visit?.ReceiptId is not { } id || await read.RunAsync(id, ct) is not { } slip)
            return Redirect("/Kiosk/Start");
        View = new SlipView(slip, await db.Communes.SingleAsync(c => c.Code == slip.CommuneCode, ct), Back!);
        return Page();
    }
}
