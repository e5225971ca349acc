using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>
/// Takes the second step of a sign-in: a code of the app (once, and one step either side of now), or a recovery code (once).
/// Finishes the step that the password began and returns the account; a wrong code throws and counts toward the lock.
/// </summary>
public sealed class CheckCode(WorkBridgeDb db, TimeProvider clock)
{
    public const string Field = "Code";

    public async Task<Account> RunAsync(string stepKey, string code, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var hash = SignInStep.Hash(stepKey);
        var step = await db.SignInSteps.SingleOrDefaultAsync(s => s.KeyHash == hash && s.Kind == SignInStepKind.Code, ct);
        if (step is null || !step.IsOpen(now))
            throw new RuleBroken(Rule.LinkExpired);
        var account = await db.Users.SingleAsync(a => a.Id == step.AccountId, ct);
        if (account.Disabled || !await db.TakeTryAsync(account.Id, now, ct))
            throw new RuleBroken(Rule.CodeLocked, Field);
        var twoStep = await db.TwoSteps.SingleAsync(t => t.AccountId == account.Id, ct);

        var right = Totp.Match(twoStep.Key, code, now) is { } matched ? account.TakeTotpStep(matched) : twoStep.TakeRecoveryCode(code);
        if (!right)
            throw new RuleBroken(Rule.CodeWrong, Field);
        step.Take(now);
        await SaveAsync(ct);
        await db.ForgetTriesAsync(account.Id, ct);
        return account;
    }

    /// <summary>Lost a race with the same code: it was taken.</summary>
    private async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleBroken(Rule.CodeWrong, Field);
        }
    }
}
