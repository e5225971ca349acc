using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Kiosks;

namespace WorkBridge.Consents;

/// <summary>One line of a slip: what was answered on it last, and whether that still stands today. Names an employer, never a person.</summary>
public sealed record SlipLine(Purpose Purpose, Guid? EmployerId, string? EmployerName, bool Agreed, DateOnly? ExpiresOn, bool Stands, bool TakenBack);

/// <summary>What a slip says.</summary>
public sealed record Slip(Guid ReceiptId, string PrintedCode, string CommuneCode, DateTime At, int NoticeVersion, IReadOnlyList<SlipLine> Lines);

/// <summary>Lists what was agreed on a slip, without naming the person.</summary>
public sealed class ReadReceipt(WorkBridgeDb db, ReceiptCodes codes, TimeProvider clock)
{
    /// <returns>Null when there is no such slip.</returns>
    public async Task<Slip?> RunAsync(Guid receiptId, CancellationToken ct)
    {
        var receipt = await db.ConsentReceipts.SingleOrDefaultAsync(r => r.Id == receiptId, ct);
        if (receipt is null)
            return null;
        var today = clock.Today();
        var acts = await db.Consents.Where(c => c.ReceiptId == receiptId).OrderBy(c => c.Sequence).ToListAsync(ct);
        var last = await db.Consents.Where(c => c.ReturneeId == receipt.ReturneeId).Last(db).ToListAsync(ct);
        var employerIds = acts.Where(a => a.EmployerId is not null).Select(a => a.EmployerId!.Value).Distinct().ToList();
        var names = await db.Employers.Where(e => employerIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        var lines = acts.GroupBy(a => (a.Purpose, a.EmployerId))
            .OrderBy(g => g.Key.Purpose)
            .Select(g =>
            {
                var onSlip = g.LastOrDefault(a => a.Decision is Decision.Given or Decision.Refused) ?? g.Last();
                var now = last.Single(c => c.Purpose == g.Key.Purpose && c.EmployerId == g.Key.EmployerId);
                return new SlipLine(g.Key.Purpose, g.Key.EmployerId, g.Key.EmployerId is { } id ? names[id] : null,
                    onSlip.Decision != Decision.Refused, now.Stands(today) ? now.ExpiresOn : onSlip.ExpiresOn, now.Stands(today), now.Decision == Decision.Withdrawn);
            })
            .ToList();
        return new Slip(receipt.Id, codes.Printed(receipt), receipt.CommuneCode, receipt.At, acts.Count > 0 ? acts[^1].NoticeVersion : 1, lines);
    }
}
