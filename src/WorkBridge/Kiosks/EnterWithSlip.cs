using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;

namespace WorkBridge.Kiosks;

/// <summary>
/// Opens what a slip's code allows, without a sign-in: read what was agreed and take it back. Wrong codes are counted for the device
/// and for all. A mistyped character is caught by the check character and is not counted: it tells a guesser nothing.
/// </summary>
public sealed class EnterWithSlip(WorkBridgeDb db, ReceiptCodes codes, KioskTries tries, StartVisit visits)
{
    private static readonly Words Mistyped = new("Mã chưa đúng, có chữ gõ nhầm. Mời xem lại phiếu.", "A character is wrong. Please look at the slip again.");

    /// <exception cref="RuleBroken"><see cref="Rule.CodeWrong"/> or <see cref="Rule.CodeLocked"/>.</exception>
    public async Task<StartedVisit> RunAsync(Guid deviceId, string? typed, CancellationToken ct)
    {
        await tries.EnsureAllowedAsync(TryKind.Slip, deviceId, ct);
        if (codes.DigestOf(typed) is not { } digest)
            throw new RuleBroken(Rule.CodeWrong, "Code", Mistyped);
        var receipt = await db.ConsentReceipts.SingleOrDefaultAsync(r => r.CodeHash == digest, ct);
        if (receipt is null)
        {
            await tries.FailedAsync(TryKind.Slip, deviceId, ct);
            throw new RuleBroken(Rule.CodeWrong, "Code");
        }

        var started = await visits.BeginAsync(deviceId, receipt.ReturneeId, VisitWay.Slip, null, receipt.Id, ct);
        await db.SaveChangesAsync(ct);
        return started;
    }
}
