using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>The end: the code, the slip, and a shorter clock.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class DoneModel(WorkBridgeDb db, ReceiptCodes codes) : KioskPage
{
    public string Code { get; private set; } = "";

    protected override int ClearsAfter => Settings.DoneSeconds;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Here.Visit!.ReceiptId is not { } id)
            return Redirect("/Kiosk/Menu");
        Code = codes.Printed(await db.ConsentReceipts.SingleAsync(r => r.Id == id, ct));
        return Page();
    }
}
