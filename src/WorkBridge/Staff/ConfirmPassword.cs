using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>
/// Asks somebody signed in for the password once more, before something that a borrowed screen must not do: adding a passkey,
/// taking the second step away. A wrong one counts toward the lock.
/// </summary>
public sealed class ConfirmPassword(WorkBridgeDb db, Passwords passwords, TimeProvider clock)
{
    public const string Field = "Present";

    public async Task RunAsync(Guid accountId, string present, CancellationToken ct)
    {
        if (!await db.TakeTryAsync(accountId, clock.UtcNow(), ct))
            throw new RuleBroken(Rule.CodeLocked, Field);
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == accountId, ct);
        if (!await passwords.AreRightAsync(account, present, ct))
            throw new RuleBroken(Rule.CodeWrong, Field, new("Mật khẩu hiện tại không đúng.", "The present password is not right."));
        await db.ReturnTryAsync(accountId, ct);
    }
}
