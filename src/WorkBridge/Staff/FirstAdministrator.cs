using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>
/// Makes the one-time link by which the first administrator is made, good for 24 hours; earlier ones are ended.
/// Returns null when an administrator exists.
/// </summary>
public sealed class OfferFirstAdministrator(WorkBridgeDb db, Site site, TimeProvider clock)
{
    public async Task<string?> RunAsync(CancellationToken ct)
    {
        if (await db.Users.AnyAsync(a => a.Role == StaffRole.Administrator, ct))
            return null;
        var now = clock.UtcNow();
        foreach (var earlier in await db.SignInSteps.Where(s => s.Kind == SignInStepKind.FirstAdministrator && s.TakenAt == null && s.ExpiresAt > now).ToListAsync(ct))
            earlier.Take(now);
        var (step, key) = SignInStep.Begin(SignInStepKind.FirstAdministrator, null, null, now, SignInStep.FirstAdministratorLasts);
        db.SignInSteps.Add(step);
        await db.SaveChangesAsync(ct);
        return site.Link($"/Account/First?token={key}");
    }
}

/// <summary>Makes the first administrator by the link printed at start. The link works once, and not at all when there is an administrator.</summary>
public sealed class MakeFirstAdministrator(WorkBridgeDb db, Passwords passwords, TimeProvider clock)
{
    /// <summary>Whether a link is still good.</summary>
    public async Task<bool> IsOpenAsync(string key, CancellationToken ct) => await FindAsync(key, ct) is not null;

    public async Task<Account> RunAsync(string key, string email, string displayName, string password, CancellationToken ct)
    {
        var step = await FindAsync(key, ct) ?? throw new RuleBroken(Rule.LinkExpired);
        PasswordRules.Check(password, "Wanted", email, displayName);
        var folded = Account.Fold(email);
        if (await db.Users.AnyAsync(a => a.NormalizedEmail == folded, ct))
            throw new RuleBroken(Rule.Duplicate, "Email", new("Địa chỉ này đã có tài khoản.", "This address already has an account."));
        var account = new Account(StaffRole.Administrator, email, displayName);
        account.TakePassword(await passwords.HashAsync(account, password, ct));

        step.Take(clock.UtcNow());
        db.Users.Add(account);
        await db.SaveChangesAsync(ct);
        return account;
    }

    private async Task<SignInStep?> FindAsync(string key, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var hash = SignInStep.Hash(key);
        var step = await db.SignInSteps.SingleOrDefaultAsync(s => s.KeyHash == hash && s.Kind == SignInStepKind.FirstAdministrator, ct);
        return step is not null && step.IsOpen(now) && !await db.Users.AnyAsync(a => a.Role == StaffRole.Administrator, ct) ? step : null;
    }
}
