using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Requests;
using WorkBridge.Staff;

namespace WorkBridge.Consents;

/// <summary>
/// Takes one consent back, with all that section 5 of the brief says is stopped and its entry in the register of requests, in one transaction; when this returns, the profile
/// is out of this node's index and no list that asks the database shows the person.
/// </summary>
public sealed class WithdrawConsent(WorkBridgeDb db, ConsentEffects effects, WithdrawalRegister register, ConsentRules rules, CurrentUser user, TimeProvider clock)
{
    private static readonly Words Already = new("Điều này đã được rút lại từ trước.", "This was already taken back.");

    /// <exception cref="RuleBroken">Unknown or foreign person, or nothing stands that could be taken back.</exception>
    public Task RunAsync(Guid returneeId, Purpose purpose, Guid? employerId, AnswerSetting setting, CancellationToken ct) =>
        LostRace.RetryAsync(db, async () =>
        {
            if (setting.Way == ConsentWay.Paper && !await db.Returnees.Of(user).AnyAsync(r => r.Id == returneeId, ct))
                throw new RuleBroken(Rule.NotFound);
            var sequence = await db.NextSequenceAsync(returneeId, ct);
            var given = await db.Consents.CurrentAsync(returneeId, purpose, employerId, ct);
            if (given?.CanWithdraw != true)
                throw new RuleBroken(Rule.AlreadyAnswered, words: Already);

            var now = clock.UtcNow();
            db.Consents.Add(Consent.Withdraw(given, sequence, setting.At(now, rules.NoticeVersion)));
            await register.EnterAsync(given, setting, now, ct);
            await effects.WithdrawnAsync(given, setting.By(returneeId), now, ct);
            await db.SaveChangesAsync(ct);
        });
}
