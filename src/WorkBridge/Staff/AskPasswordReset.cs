using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Staff;

/// <summary>
/// Promises a mail with a link to a new password. For an unknown or disabled address it does nothing and says so to nobody.
/// Somebody invited who never chose a password gets the invitation again. At most one mail in five minutes.
/// </summary>
public sealed class AskPasswordReset(WorkBridgeDb db, TimeProvider clock)
{
    private const int MinutesApart = 5;

    public async Task RunAsync(string email, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var folded = Account.Fold(email);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == folded && !a.Disabled, ct);
        if (account is null)
            return;
        var slot = now.Ticks / TimeSpan.FromMinutes(MinutesApart).Ticks;
        var kind = account.PasswordHash is null ? MailKinds.AccountInvited : MailKinds.PasswordReset;
        var key = $"{kind}:{account.Id:N}:{slot}";
        if (await db.Outbox.AnyAsync(m => m.Key == key, ct))
            return;
        db.Outbox.Add(new OutboxMail(key, kind, account.Id, account.Email!, now));
        await db.SaveChangesAsync(ct);
    }
}
