using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>Changes one's own password. All sessions end, this one too: the page signs in again.</summary>
/// <remarks>Throws <see cref="RuleBroken"/> when the present password is wrong (it counts toward the lock) or the new one is refused.</remarks>
public sealed class ChangePassword(WorkBridgeDb db, Passwords passwords, TimeProvider clock)
{
    public async Task<Account> RunAsync(Guid accountId, string present, string wanted, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (!await db.TakeTryAsync(accountId, now, ct))
            throw new RuleBroken(Rule.CodeLocked, "Present");
        var account = await db.Users.SingleAsync(a => a.Id == accountId, ct);
        if (!await passwords.AreRightAsync(account, present, ct))
            throw new RuleBroken(Rule.CodeWrong, "Present", new("Mật khẩu hiện tại không đúng.", "The present password is not right."));
        await db.ReturnTryAsync(accountId, ct);
        PasswordRules.Check(wanted, "Wanted", account.Email, account.DisplayName);

        account.TakePassword(await passwords.HashAsync(account, wanted, ct));
        await db.EndSessionsAsync(accountId, now, ct);
        await db.SaveChangesAsync(ct);
        return account;
    }
}
