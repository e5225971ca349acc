using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Referrals;

/// <summary>Keeps the officer's words: those for the person (shown to the person) and those that stay inside.</summary>
public sealed class WriteReferral(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid referralId, int? version, string? toPerson, string? inside, CancellationToken ct)
    {
        var referral = await db.ReachAsync(user, referralId, clock.UtcNow(), ct);
        db.ReadAt(referral, version);
        referral.Write(FreeText.Checked(toPerson, Referral.TextLength, "ToPerson"), FreeText.Checked(inside, Referral.TextLength, "Inside"));
        await db.SaveChangesAsync(ct);
    }
}
