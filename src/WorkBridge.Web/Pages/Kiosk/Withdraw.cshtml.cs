using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Kiosks;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>
/// Taking back. Without a sign-in the slip's code is asked, and what stands on it is listed; signed in, everything that stands.
/// When the answer to "Rút lại" arrives, it has happened.
/// </summary>
[Authorize(Policy = Policies.Kiosk)]
public sealed class WithdrawModel(WorkBridgeDb db, EnterWithSlip enter, ReadReceipt read, WithdrawConsent withdraw, IssueReceipt receipts, TimeProvider clock) : KioskPage
{
    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    public bool AsksCode => Here.Visit is null;

    public IReadOnlyList<StandingConsent> Standing { get; private set; } = [];

    /// <summary>What a person who signed in may say yes to after all.</summary>
    public IReadOnlyList<Purpose> NotAgreed { get; private set; } = [];

    /// <summary>What was just taken back.</summary>
    public Purpose? Done { get; private set; }

    public async Task OnGetAsync(Purpose? done, CancellationToken ct)
    {
        Done = done;
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        StartedVisit? visit = null;
        if (await Try(async () => visit = await enter.RunAsync(Here.DeviceId, Input.Code, ct)))
            return Begin(visit!, "/Kiosk/Withdraw");
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostBackAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Here.Visit is null || !Standing.Any(s => s.Purpose == Input.Purpose && s.EmployerId == Input.EmployerId))
            return Redirect("/Kiosk/Withdraw");
        var receiptId = Here.Visit.ReceiptId ?? await receipts.RunAsync(Here.Visit.Id, ct);
        if (await Try(() => withdraw.RunAsync(Here.BehindId!.Value, Input.Purpose!.Value, Input.EmployerId, Here.Setting(false, receiptId), ct)))
            return Redirect($"/Kiosk/Withdraw?done={Input.Purpose}");
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (Here.Visit is not { } visit)
            return;
        Standing = await db.StandingOfAsync(visit.ReturneeId, clock.Today(), ct);
        if (Here.BySlip)
        {
            var slip = await read.RunAsync(visit.ReceiptId!.Value, ct);
            Standing = [.. Standing.Where(s => slip!.Lines.Any(l => l.Purpose == s.Purpose && l.EmployerId == s.EmployerId))];
        }
        else
        {
            NotAgreed = [.. ConsentQuestions.InOrder.Where(p => Standing.All(s => s.Purpose != p))];
        }
    }
}

public sealed record WithdrawInput
{
    public string? Code { get; init; }

    public Purpose? Purpose { get; init; }

    public Guid? EmployerId { get; init; }
}
