using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Placements;

/// <summary>Work that a person found without a referral; from then on it is followed up like any other.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class AddModel(WorkBridgeDb db, CurrentUser user, AddPlacementFoundAlone add, ReadingLog readings, TimeProvider clock) : PageBase
{
    public sealed class Form
    {
        public string? Trade { get; set; }

        public DateOnly? StartsOn { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "person")]
    public Guid PersonId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Returnee Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        if (Input.StartsOn is null)
            ModelState.AddModelError("Input.StartsOn", T("Nhập ngày bắt đầu làm.", "Enter the first day of work."));
        var id = Guid.Empty;
        if (ModelState.IsValid && await Try(async () => id = await add.RunAsync(PersonId, Trade(), Input.StartsOn!.Value, ct)))
        {
            Say("Đã ghi việc làm. Các mốc hỏi thăm tính từ ngày bắt đầu.", "Recorded. Follow-ups are counted from the first day.");
            return Redirect($"/Placements/{id}");
        }

        return Page();
    }

    private string? Trade() => string.IsNullOrWhiteSpace(Input.Trade) ? null : TradeText.Trade(nameof(Form.Trade), Input.Trade);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Returnees.AsNoTracking().Of(user).Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == PersonId, ct) is not { } person || !person.MayBeHelped(clock.Today()))
            return false;
        Person = person;
        await readings.OpenedAsync(PersonId, "Placements/Add");
        return true;
    }
}
