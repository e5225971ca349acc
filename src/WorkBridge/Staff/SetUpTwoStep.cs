using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>Begins (or shows again) the setting-up of codes by an app: the key to put into it. Refused once it is set up.</summary>
public sealed class BeginTwoStep(WorkBridgeDb db, TimeProvider clock)
{
    public async Task<byte[]> RunAsync(Guid accountId, CancellationToken ct)
    {
        var twoStep = await db.TwoSteps.SingleOrDefaultAsync(t => t.AccountId == accountId, ct);
        if (twoStep?.ConfirmedAt is not null)
            throw new RuleBroken(Rule.WrongState);
        if (twoStep is null)
        {
            twoStep = new TwoStep(accountId, clock.UtcNow());
            db.TwoSteps.Add(twoStep);
            await db.SaveChangesAsync(ct);
        }

        return twoStep.Key;
    }
}

/// <summary>
/// Finishes the setting-up with a first code. From now on the password alone signs nobody in; every session ends (the page
/// signs in again). Returns the recovery codes, shown this once.
/// </summary>
public sealed class ConfirmTwoStep(WorkBridgeDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<string>> RunAsync(Guid accountId, string code, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var twoStep = await db.TwoSteps.SingleOrDefaultAsync(t => t.AccountId == accountId, ct);
        if (twoStep is null || twoStep.ConfirmedAt is not null)
            throw new RuleBroken(Rule.WrongState);
        if (!await db.TakeTryAsync(accountId, now, ct))
            throw new RuleBroken(Rule.CodeLocked, CheckCode.Field);
        var account = await db.Users.SingleAsync(a => a.Id == accountId, ct);
        if (Totp.Match(twoStep.Key, code, now) is not { } step || !account.TakeTotpStep(step))
            throw new RuleBroken(Rule.CodeWrong, CheckCode.Field);

        var codes = twoStep.Confirm(now);
        account.TakeTwoStep(on: true);
        await db.EndSessionsAsync(accountId, now, ct);
        await db.SaveChangesAsync(ct);
        await db.ForgetTriesAsync(accountId, ct);
        return codes;
    }
}

/// <summary>Replaces the recovery codes, after the password was given once more. Those printed before are worth nothing.</summary>
public sealed class RenewRecoveryCodes(WorkBridgeDb db, ConfirmPassword confirm)
{
    public async Task<IReadOnlyList<string>> RunAsync(Guid accountId, string present, CancellationToken ct)
    {
        await confirm.RunAsync(accountId, present, ct);
        var twoStep = await db.TwoSteps.SingleOrDefaultAsync(t => t.AccountId == accountId && t.ConfirmedAt != null, ct) ?? throw new RuleBroken(Rule.WrongState);
        var codes = twoStep.NewRecoveryCodes();
        await db.SaveChangesAsync(ct);
        return codes;
    }
}

/// <summary>
/// Takes the codes by an app away: by oneself (with the password), or by an administrator for somebody whose phone is lost.
/// Passkeys go too when an administrator does it. Every session ends; staff set the second step up again at the next sign-in.
/// </summary>
public sealed class ResetTwoStep(WorkBridgeDb db, TimeProvider clock)
{
    public async Task RunAsync(Guid accountId, bool passkeysToo, CancellationToken ct)
    {
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == accountId, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (await db.TwoSteps.SingleOrDefaultAsync(t => t.AccountId == accountId, ct) is { } twoStep)
            db.TwoSteps.Remove(twoStep);
        if (passkeysToo)
            db.UserPasskeys.RemoveRange(await db.UserPasskeys.Where(p => p.UserId == accountId).ToListAsync(ct));
        account.TakeTwoStep(on: false);
        await db.EndSessionsAsync(accountId, clock.UtcNow(), ct);
        await db.SaveChangesAsync(ct);
    }
}
