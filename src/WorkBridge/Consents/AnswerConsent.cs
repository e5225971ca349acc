using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Consents;

/// <summary>Where and how an answer was made.</summary>
public sealed record AnswerSetting(ConsentWay Way, Guid? DeviceId, Guid? OfficerId, bool ReadAloud, Guid? ReceiptId)
{
    /// <summary>The answer is the person's, whoever opened the screen; only paper is brought by an officer.</summary>
    internal Actor By(Guid returneeId) => Way == ConsentWay.Paper ? Actor.Officer(OfficerId!.Value) : Actor.Person(returneeId);

    internal ConsentAct At(DateTime now, int noticeVersion) => new(now, noticeVersion, Way, DeviceId, OfficerId, ReadAloud, ReceiptId);
}

/// <summary>
/// A yes or a no to one purpose; for <see cref="Purpose.Employer"/> to one employer. <paramref name="NoticeShown"/> is the notice that was
/// on the screen; null (paper) for the one of today.
/// </summary>
public sealed record ConsentAnswer(Guid ReturneeId, Purpose Purpose, Guid? EmployerId, bool Yes, AnswerSetting Setting, int? NoticeShown = null);

/// <summary>
/// Writes one answer to one question. A yes to matching brings the profile into the index before this returns; a no where a yes stood
/// takes it back with all that follows, and stands in the register of requests; a yes ends an objection to the same purpose; a no to an employer ends what was prepared for it. Two devices at once: both acts are kept, the later counts.
/// </summary>
public sealed class AnswerConsent(WorkBridgeDb db, ConsentEffects effects, WithdrawalRegister register, ConsentRules rules, CurrentUser user, TimeProvider clock)
{
    private static readonly Words Rewritten = new("Câu hỏi vừa được viết lại. Mời anh/chị xem rồi trả lời.", "The question has just been written anew. Please read it and answer.");

    /// <exception cref="RuleBroken">
    /// Unknown or foreign person, nothing to answer about this employer, the person may not be helped today, or a yes to a notice that is not
    /// read any more (a no counts under whatever was read).
    /// </exception>
    public Task RunAsync(ConsentAnswer answer, CancellationToken ct) => LostRace.RetryAsync(db, () => OnceAsync(answer, ct));

    private async Task OnceAsync(ConsentAnswer answer, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Clock.DayOf(now);
        var people = answer.Setting.Way == ConsentWay.Paper ? db.Returnees.Of(user) : db.Returnees;
        var person = await people.Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == answer.ReturneeId, ct)
            ?? throw new RuleBroken(Rule.NotFound);
        if (answer.Yes && answer.NoticeShown is { } shown && shown != rules.NoticeVersion)
            throw new RuleBroken(Rule.ChangedMeanwhile, words: Rewritten);
        if (answer.Yes && !person.MayBeHelped(today))
            throw new RuleBroken(Rule.NotInProgramme);
        if (answer.EmployerId is { } asked && !await db.Referrals.AnyAsync(r => r.ReturneeId == person.Id && r.EmployerId == asked, ct))
            throw new RuleBroken(Rule.NotFound);

        if (answer.Yes && answer.Purpose is Purpose.Matching or Purpose.Statistics)
            await db.LiftObjectionAsync(person, answer.Purpose == Purpose.Matching ? RequestScope.Matching : RequestScope.Statistics, answer.Setting.By(person.Id), now, ct);

        var sequence = await db.NextSequenceAsync(person.Id, ct);
        var last = await db.Consents.CurrentAsync(person.Id, answer.Purpose, answer.EmployerId, ct);
        var act = answer.Setting.At(now, answer.NoticeShown is { } read && read >= 1 && read < rules.NoticeVersion ? read : rules.NoticeVersion);
        var by = answer.Setting.By(person.Id);
        if (!answer.Yes && last?.CanWithdraw == true)
        {
            db.Consents.Add(Consent.Withdraw(last, sequence, act));
            await register.EnterAsync(last, answer.Setting, now, ct);
            await effects.WithdrawnAsync(last, by, now, ct);
        }
        else
        {
            db.Consents.Add(Consent.Answer(person.Id, sequence, answer.Purpose, answer.EmployerId, answer.Yes, act, rules.ExpiryFor(today, person.HelpEndsOn(today)), last));
            if (!answer.Yes && answer.EmployerId is { } refused)
                await effects.RefusedEmployerAsync(person.Id, refused, by, now, ct);
        }

        await db.SaveChangesAsync(ct);
    }
}
