using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>Changes one's own password. All sessions end, this one too: the page signs in again.</summary>
/// <remarks>Throws <see cref="RuleBroken"/> when the present password is wrong (it counts toward the lock) or the new one is refused.</remarks>
public sealed class ChangePassword(WorkBridgeDb db, ConfirmPassword confirm, Passwords passwords, TimeProvider clock)
{
    public async Task RunAsync(Guid accountId, string present, string wanted, CancellationToken ct)
    {
        await confirm.RunAsync(accountId, present, ct);
        var account = await db.Users.SingleAsync(a => a.Id == accountId, ct);
        PasswordRules.Check(wanted, "Wanted", account.Email, account.DisplayName);

        account.TakePassword(await passwords.HashAsync(account, wanted, ct));
        await db.EndSessionsAsync(accountId, clock.UtcNow(), ct);
        await db.SaveChangesAsync(ct);
    }
}
