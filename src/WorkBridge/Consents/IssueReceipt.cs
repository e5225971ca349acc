using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Consents;

/// <summary>
/// Makes the slip that ties the answers of one visit (or of one paper form) together, before the first of them, so that every act
/// names its slip. Asked again in the same visit it gives the same slip.
/// </summary>
public sealed class IssueReceipt(WorkBridgeDb db, ReceiptCodes codes, CurrentUser user, TimeProvider clock)
{
    /// <summary>For a visit at a kiosk.</summary>
    /// <exception cref="RuleBroken">The visit is over.</exception>
    public Task<Guid> RunAsync(Guid visitId, CancellationToken ct) => LostRace.RetryAsync(db, async () =>
    {
        var visit = await db.KioskVisits.SingleOrDefaultAsync(v => v.Id == visitId && v.EndedAt == null, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (visit.ReceiptId is { } made)
            return made;
        var commune = await db.KioskDevices.Where(d => d.Id == visit.DeviceId).Select(d => d.CommuneCode).SingleAsync(ct);
        var receipt = Add(visit.ReturneeId, commune);
        visit.Receives(receipt.Id);
        await db.SaveChangesAsync(ct);
        return receipt.Id;
    });

    /// <summary>For a paper form that an officer types in.</summary>
    /// <exception cref="RuleBroken">Unknown or foreign person.</exception>
    public async Task<Guid> ForPaperAsync(Guid returneeId, CancellationToken ct)
    {
        var person = await db.Returnees.Of(user).SingleOrDefaultAsync(r => r.Id == returneeId, ct) ?? throw new RuleBroken(Rule.NotFound);
        var receipt = Add(person.Id, person.CommuneCode);
        await db.SaveChangesAsync(ct);
        return receipt.Id;
    }

    private ConsentReceipt Add(Guid returneeId, string communeCode)
    {
        var receipt = new ConsentReceipt(returneeId, communeCode, clock.UtcNow());
        codes.Seal(receipt);
        db.ConsentReceipts.Add(receipt);
        return receipt;
    }
}
