using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Kiosks;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>Prints a card. Code and PIN are in the answer to the form and nowhere else; a card that is lost is replaced by a new one.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class CardModel(WorkBridgeDb db, IssueCard issue, ReadingLog readings, CurrentUser user, TimeProvider clock) : PageBase
{
    public Returnee Person { get; private set; } = null!;

    public DateTime? LastIssuedAt { get; private set; }

    public bool MayHaveCard { get; private set; }

    public IssuedCard? Issued { get; private set; }

    public string CommuneName { get; private set; } = "";

    public string? Phone { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        await readings.OpenedAsync(id, "Returnees/Card");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (!await Try(async () => Issued = await issue.RunAsync(id, ct)))
            return Page();
        await readings.PrintedAsync([id], "Returnees/Card");
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Returnees.Of(user).Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } person)
            return false;
        Person = person;
        MayHaveCard = person.MayBeHelped(clock.Today());
        LastIssuedAt = await db.PersonCards.Where(c => c.ReturneeId == id && c.RevokedAt == null).Select(c => (DateTime?)c.IssuedAt).FirstOrDefaultAsync(ct);
        var commune = await db.Communes.SingleAsync(c => c.Code == person.CommuneCode, ct);
        (CommuneName, Phone) = (commune.Name, commune.Phone);
        return true;
    }
}
