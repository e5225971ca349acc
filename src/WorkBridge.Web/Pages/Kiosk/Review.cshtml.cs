using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Consents;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>What was answered in this visit, each line with a way to change it.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class ReviewModel(ReadReceipt read) : KioskPage
{
    public Slip Slip { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Here.Visit!.ReceiptId is not { } id || await read.RunAsync(id, ct) is not { Lines.Count: > 0 } slip)
            return Redirect("/Kiosk/Menu");
        Slip = slip;
        return Page();
    }
}
