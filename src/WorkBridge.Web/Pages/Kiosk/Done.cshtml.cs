using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>The end: the code, the slip, and a shorter clock.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class DoneModel(WorkBridgeDb db, ReadReceipt read) : KioskPage
{
    public SlipView View { get; private set; } = null!;

    protected override int ClearsAfter => Settings.DoneSeconds;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Here.Visit!.ReceiptId is not { } id || await read.RunAsync(id, ct) is not { } slip)
            return Redirect("/Kiosk/Menu");
        View = new SlipView(slip, await db.Communes.SingleAsync(c => c.Code == slip.CommuneCode, ct), "/Kiosk/Menu");
        return Page();
    }
}
