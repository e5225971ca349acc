using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>
/// Sets the password by a link from a mail (an invitation, or a forgotten password). The link works once. Every session ends.
/// It signs nobody in: a second step stays as it was.
/// </summary>
public sealed class ChoosePassword(WorkBridgeDb db, AccountLinks links, Passwords passwords, TimeProvider clock)
{
    public async Task RunAsync(Guid mailId, string token, string wanted, CancellationToken ct)
    {
        if (await links.OpenAsync(mailId, token, ct) is not (_, { } account))
            throw new RuleBroken(Rule.LinkExpired);
        PasswordRules.Check(wanted, "Wanted", account.Email, account.DisplayName);

        account.TakePassword(await passwords.HashAsync(account, wanted, ct), provedAddress: true);
        await db.EndSessionsAsync(account.Id, clock.UtcNow(), ct);
        await db.SaveChangesAsync(ct);
    }
}
