using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Staff;

/// <summary>
/// The links by which an address is proved: an invitation, or a new password. The token is worked out from the promised mail
/// and the account's stamp under a key outside the database: nothing is stored, the mail can be written again after a crash,
/// and a password once chosen (the stamp changes) makes every earlier link worthless.
/// </summary>
public sealed class AccountLinks(WorkBridgeDb db, KeyRing keys, Site site, TimeProvider clock)
{
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(14);
    public static readonly TimeSpan ResetLasts = TimeSpan.FromMinutes(30);

    /// <summary>The address to put into the mail.</summary>
    public string Address(OutboxMail mail, Account account) =>
        site.Link($"/Account/Choose?m={mail.Id:N}&t={Token(mail.Id, account)}");

    /// <summary>The mail and the account a link belongs to; null when it was never one of ours, was used, is replaced, or is too old.</summary>
    public async Task<(OutboxMail Mail, Account Account)?> OpenAsync(Guid mailId, string token, CancellationToken ct)
    {
        var mail = await db.Outbox.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mailId, ct);
        if (mail is null || LastsOf(mail.Kind) is not { } lasts || (mail.SentAt ?? mail.CreatedAt) + lasts <= clock.UtcNow())
            return null;
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == mail.SubjectId, ct);
        if (account is null || account.Disabled || !SignedToken.Is(token, Token(mailId, account)))
            return null;
        return (mail, account);
    }

    private static TimeSpan? LastsOf(string kind) => kind switch
    {
        MailKinds.AccountInvited => InvitationLasts,
        MailKinds.PasswordReset => ResetLasts,
        _ => null,
    };

    private string Token(Guid mailId, Account account) => Base64Url.EncodeToString(keys.Mac("account-link", $"{mailId:N} {account.Id:N} {account.SecurityStamp}"));
}
