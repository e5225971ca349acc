using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>
/// Says whose password this is. One answer, null, for a wrong password, an unknown address, a locked and a disabled account,
/// after the same work. Throws only when too much failed of late from the caller's address.
/// </summary>
public sealed partial class CheckPassword(WorkBridgeDb db, Passwords passwords, SignInThrottle throttle, TimeProvider clock, ILogger<CheckPassword> log)
{
    public async Task<Account?> RunAsync(string email, string password, IPAddress? from, CancellationToken ct)
    {
        throttle.Pass(from);
        var folded = Account.Fold(email);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == folded, ct);
        var open = account is { Disabled: false, PasswordHash: not null } && await db.TakeTryAsync(account.Id, clock.UtcNow(), ct);
        if (!await passwords.AreRightAsync(open ? account : null, password, ct))
        {
            throttle.Failed(from);
            LogRefused(account?.Id, open || account is null ? "wrong" : "locked or off");
            return null;
        }

        if (account!.TwoFactorEnabled)
            await db.ReturnTryAsync(account.Id, ct);
        else
            await db.ForgetTriesAsync(account.Id, ct);
        return account;
    }

    /// <summary>The account's id at most; never what was typed.</summary>
    [LoggerMessage(Level = LogLevel.Information, Message = "Password refused for account {AccountId} ({Why})")]
    private partial void LogRefused(Guid? accountId, string why);
}
