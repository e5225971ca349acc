using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>
/// The lock on one account: five wrong passwords or codes, then a quarter of an hour. A try is taken in the database before
/// anything is checked, so that fifty requests at once get five checks, on however many nodes. A passkey needs no try.
/// </summary>
public static class SignInTries
{
    public const int Allowed = 5;
    public static readonly TimeSpan LockLasts = TimeSpan.FromMinutes(15);

    /// <summary>Takes a try; false when the account is locked.</summary>
    public static async Task<bool> TakeTryAsync(this WorkBridgeDb db, Guid accountId, DateTime now, CancellationToken ct)
    {
        var accounts = db.Users.Where(a => a.Id == accountId);
        var lockedUntil = await accounts.Select(a => a.LockoutEnd).SingleAsync(ct);
        if (lockedUntil is { } end)
        {
            if (end.UtcDateTime > now)
                return false;
            await accounts.Where(a => a.LockoutEnd == end)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null).SetProperty(a => a.AccessFailedCount, 0), ct);
        }

        var taken = await accounts.Where(a => a.AccessFailedCount < Allowed)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), ct) == 1;

        // The last try sets the lock at once: a right answer lifts it again.
        DateTimeOffset? until = new DateTimeOffset(now + LockLasts);
        await accounts.Where(a => a.AccessFailedCount >= Allowed && a.LockoutEnd == null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.LockoutEnd, until), ct);
        return taken;
    }

    /// <summary>The answer was right, but another step is to come: the try is given back, earlier failures stay counted.</summary>
    public static Task ReturnTryAsync(this WorkBridgeDb db, Guid accountId, CancellationToken ct) =>
        db.Users.Where(a => a.Id == accountId && a.AccessFailedCount > 0)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount - 1).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), ct);

    /// <summary>The sign-in was right to its end.</summary>
    public static Task ForgetTriesAsync(this WorkBridgeDb db, Guid accountId, CancellationToken ct) =>
        db.Users.Where(a => a.Id == accountId && (a.AccessFailedCount > 0 || a.LockoutEnd != null))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), ct);
}
