using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;

namespace WorkBridge.Kiosks;

/// <summary>The person types the four digits at the screen that the officer opened. The code works once.</summary>
public sealed class EnterFromDesk(WorkBridgeDb db, KeyRing keys, KioskTries tries, StartVisit visits, TimeProvider clock)
{
    /// <summary>Whether an officer has opened something at this screen that is not used yet.</summary>
    public Task<bool> IsWaitingAsync(Guid deviceId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        return db.DeskOpenings.AnyAsync(o => o.DeviceId == deviceId && o.UsedAt == null && o.ExpiresAt > now && o.FailedTries < DeskOpening.TriesBeforeItDies, ct);
    }

    /// <exception cref="RuleBroken"><see cref="Rule.CodeWrong"/> or <see cref="Rule.CodeLocked"/>.</exception>
    public async Task<StartedVisit> RunAsync(Guid deviceId, string? typed, CancellationToken ct)
    {
        await tries.EnsureAllowedAsync(TryKind.Desk, deviceId, ct);
        var started = await LostRace.RetryAsync(db, () => OnceAsync(deviceId, (typed ?? "").Trim(), ct));
        if (started is not null)
            return started;
        await tries.FailedAsync(TryKind.Desk, deviceId, ct);
        throw new RuleBroken(Rule.CodeWrong);
    }

    private async Task<StartedVisit?> OnceAsync(Guid deviceId, string typed, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var opening = await db.DeskOpenings.Where(o => o.DeviceId == deviceId && o.UsedAt == null && o.ExpiresAt > now)
            .OrderByDescending(o => o.ExpiresAt).FirstOrDefaultAsync(ct);
        if (opening is null || !opening.IsOpen(now))
            return null;
        StartedVisit? started = null;
        if (CryptographicOperations.FixedTimeEquals(opening.CodeHash, OpenFromDesk.Digest(keys, opening.Id, typed)))
        {
            opening.Use(now);
            started = await visits.BeginAsync(deviceId, opening.ReturneeId, VisitWay.OpenedByOfficer, opening.OfficerId, null, ct);
        }
        else
        {
            opening.Missed();
        }

        await db.SaveChangesAsync(ct);
        return started;
    }
}
