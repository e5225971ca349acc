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

    public const int PerPage = 4;

    /// <summary>How many agreements stand.</summary>
    public int Standing => standing.Count;

    /// <summary>Four a page: what stands, then what a person who signed in may say yes to after all.</summary>
    public IReadOnlyList<(StandingConsent? Standing, Purpose? NotAgreed)> Lines { get; private set; } = [];

    public int P { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>"Giữ" was touched: nothing has changed, and the page says so.</summary>
    public bool Kept { get; private set; }

    public bool HasSlip => Here.Visit?.ReceiptId is not null && Done is not null;

    private IReadOnlyList<StandingConsent> standing = [];

    /// <summary>What was just taken back.</summary>
    public Purpose? Done { get; private set; }

    public async Task OnGetAsync(Purpose? done, bool kept, [FromQuery] int p, CancellationToken ct)
    {
        (Done, Kept, P) = (done, kept, p);
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
        if (Here.Visit is null || !standing.Any(s => s.Purpose == Input.Purpose && s.EmployerId == Input.EmployerId))
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
        standing = await db.StandingOfAsync(visit.ReturneeId, clock.Today(), ct);
        IEnumerable<Purpose> notAgreed = [];
        if (Here.BySlip)
        {
            var slip = await read.RunAsync(visit.ReceiptId!.Value, ct);
            standing = [.. standing.Where(s => slip!.Lines.Any(l => l.Purpose == s.Purpose && l.EmployerId == s.EmployerId))];
        }
        else
        {
            notAgreed = ConsentQuestions.InOrder.Where(p => standing.All(s => s.Purpose != p));
        }

        List<(StandingConsent?, Purpose?)> all = [.. standing.Select(s => ((StandingConsent?)s, (Purpose?)null)), .. notAgreed.Select(p => ((StandingConsent?)null, (Purpose?)p))];
        Pages = Math.Max(1, (all.Count + PerPage - 1) / PerPage);
        P = Math.Clamp(P, 1, Pages);
        Lines = [.. all.Skip((P - 1) * PerPage).Take(PerPage)];
    }
}

public sealed record WithdrawInput
{
    public string? Code { get; init; }

    public Purpose? Purpose { get; init; }

    public Guid? EmployerId { get; init; }
}
