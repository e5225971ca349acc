using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Staff;

/// <summary>Whom an administrator invites.</summary>
public sealed record Invited(StaffRole Role, string Email, string DisplayName, string Unit, IReadOnlyList<string> CommuneCodes, string? ProvinceCode);

/// <summary>Makes an account without a password for a colleague and promises the mail by which one is chosen, in one save.</summary>
public sealed class InviteAccount(WorkBridgeDb db, TimeProvider clock)
{
    public async Task<Guid> RunAsync(Invited invited, CancellationToken ct)
    {
        var folded = Account.Fold(invited.Email);
        if (await db.Users.AnyAsync(a => a.NormalizedEmail == folded, ct))
            throw new RuleBroken(Rule.Duplicate, nameof(Invited.Email), new("Địa chỉ này đã có tài khoản.", "This address already has an account."));
        var account = await MakeAsync(invited, ct);
        var now = clock.UtcNow();
        db.Users.Add(account);
        db.Outbox.Add(Invitations.For(account, now));
        await db.SaveChangesAsync(ct);
        return account.Id;
    }

    private async Task<Account> MakeAsync(Invited invited, CancellationToken ct)
    {
        switch (invited.Role)
        {
            case StaffRole.Administrator:
                return new Account(StaffRole.Administrator, invited.Email, invited.DisplayName);
            case StaffRole.Coordinator:
                if (invited.ProvinceCode is null || !await db.Communes.AnyAsync(c => c.ProvinceCode == invited.ProvinceCode, ct))
                    throw new RuleBroken(Rule.NotFound, nameof(Invited.ProvinceCode), new("Chọn tỉnh hoặc thành phố.", "Choose the province."));
                return Account.ForCoordinator(invited.Email, invited.DisplayName, invited.Unit, invited.ProvinceCode);
            case StaffRole.Officer:
                var codes = invited.CommuneCodes.Distinct(StringComparer.Ordinal).ToArray();
                if (codes.Length == 0 || await db.Communes.CountAsync(c => codes.Contains(c.Code) && c.Active, ct) != codes.Length)
                    throw new RuleBroken(Rule.NotFound, nameof(Invited.CommuneCodes), new("Chọn ít nhất một xã, phường đang dùng.", "Choose at least one commune in use."));
                return Account.ForOfficer(invited.Email, invited.DisplayName, invited.Unit, codes);
            case StaffRole.Mentor:
                throw new RuleBroken(Rule.NotYours, nameof(Invited.Role), new("Người đồng hành do cán bộ mời ở trang Người đồng hành.", "Mentors are invited by officers on the page of the mentors."));
            default:
                throw new RuleBroken(Rule.NotYours, nameof(Invited.Role), new("Người liên hệ của nơi tuyển do cán bộ mời ở trang của nơi tuyển.", "Contacts of employers are invited by officers on the employer's page."));
        }
    }
}

/// <summary>Sends the invitation again, to somebody who has not chosen a password yet. The earlier link stays good for its own days.</summary>
public sealed class InviteAgain(WorkBridgeDb db, TimeProvider clock)
{
    public async Task RunAsync(Guid accountId, CancellationToken ct)
    {
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == accountId, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (account.Disabled || account.PasswordHash is not null)
            throw new RuleBroken(Rule.WrongState, words: new("Người này đã có mật khẩu hoặc tài khoản đã tắt.", "This person has a password already, or the account is switched off."));
        db.Outbox.Add(Invitations.For(account, clock.UtcNow()));
        await db.SaveChangesAsync(ct);
    }
}

public static class Invitations
{
    /// <summary>The promised mail by which an account gets its first password. Add it in the save that adds the account.</summary>
    public static OutboxMail For(Account account, DateTime now) =>
        new($"{MailKinds.AccountInvited}:{account.Id:N}:{now.Ticks}", MailKinds.AccountInvited, account.Id, account.Email!, now);
}
