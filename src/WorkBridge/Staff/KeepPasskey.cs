using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>Adds a passkey that the browser made and the service checked, under a name its owner knows it by.</summary>
public sealed class AddPasskey(UserManager<Account> accounts)
{
    public const int NameLength = 60;
    public const int Most = 10;

    public async Task RunAsync(Guid accountId, UserPasskeyInfo passkey, string name)
    {
        var account = await accounts.FindByIdAsync(accountId.ToString()) ?? throw new RuleBroken(Rule.NotFound);
        if ((await accounts.GetPasskeysAsync(account)).Count >= Most)
            throw new RuleBroken(Rule.Duplicate, words: new("Đã có 10 khoá đăng nhập; bỏ bớt một khoá trước.", "There are 10 passkeys already; remove one first."));
        passkey.Name = Named(name);
        if (!(await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded)
            throw new RuleBroken(Rule.Duplicate);
    }

    /// <summary>A name of 1 to <see cref="NameLength"/> characters, else <see cref="RuleBroken"/>.</summary>
    internal static string Named(string name) => name.Length is > 0 and <= NameLength
        ? name
        : throw new RuleBroken(Rule.Incomplete, "Name", new Words($"Ghi tên khoá, nhiều nhất {NameLength} ký tự.", $"Give the passkey a name of at most {NameLength} characters."));
}

/// <summary>Gives a passkey another name.</summary>
public sealed class RenamePasskey(UserManager<Account> accounts)
{
    public async Task RunAsync(Guid accountId, byte[] credentialId, string name)
    {
        var account = await accounts.FindByIdAsync(accountId.ToString()) ?? throw new RuleBroken(Rule.NotFound);
        var passkey = await accounts.GetPasskeyAsync(account, credentialId) ?? throw new RuleBroken(Rule.NotFound);
        passkey.Name = AddPasskey.Named(name);
        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
    }
}

/// <summary>Removes a passkey: it opens nothing from then on, and all sessions end but the one named, which removed it.</summary>
public sealed class RemovePasskey(WorkBridgeDb db, UserManager<Account> accounts, Site site, TimeProvider clock)
{
    public async Task RunAsync(Guid accountId, byte[] credentialId, Guid? keepSession, CancellationToken ct)
    {
        var account = await accounts.FindByIdAsync(accountId.ToString()) ?? throw new RuleBroken(Rule.NotFound);
        if (await accounts.GetPasskeyAsync(account, credentialId) is null)
            throw new RuleBroken(Rule.NotFound);
        var last = (await accounts.GetPasskeysAsync(account)).Count == 1;
        if (last && account.NeedsSecondStep(site) && !account.TwoFactorEnabled)
            throw new RuleBroken(Rule.WrongState, words: new("Đây là bước thứ hai duy nhất. Thêm mã ứng dụng hoặc khoá khác trước khi bỏ.", "This is the only second step. Add app codes or another passkey before removing it."));
        await accounts.RemovePasskeyAsync(account, credentialId);
        var now = clock.UtcNow();
        foreach (var session in await db.SignInSessions.Where(s => s.AccountId == accountId && s.EndedAt == null && s.Id != keepSession).ToListAsync(ct))
            session.End(now);
        await db.SaveChangesAsync(ct);
    }
}

public static class SecondStep
{
    /// <summary>Staff sign in with a code or a passkey; a demonstration, whose people are invented, lets them in without.</summary>
    public static bool NeedsSecondStep(this Account account, Site site) => account.IsStaff && !site.Demo;
}
