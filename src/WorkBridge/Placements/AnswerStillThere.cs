using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Placements;

/// <summary>What an employer answers to "is the person still with you?". Last day and reason are read only where the work has ended.</summary>
public sealed record StillThereAnswer(bool StillThere, DateOnly? LastDay = null, EndReason? Reason = null)
{
    /// <summary>The reasons an employer is offered; not knowing is one of them.</summary>
    public static readonly IReadOnlyList<EndReason> Reasons =
    [
        EndReason.PlannedEnd, EndReason.PayOrHours, EndReason.TransportTrouble, EndReason.Health, EndReason.FamilyOrCare, EndReason.Attendance,
        EndReason.LacksSkill, EndReason.Conflict, EndReason.EmployerCutOrClosed, EndReason.BetterJob, EndReason.Training, EndReason.Moved, EndReason.Unknown,
    ];
}

/// <summary>
/// The employer's answer through the link of one step: a follow-up of its own, kept beside whatever the person says and never
/// changed. It does not end the work: an officer does, having asked the person. Throws <see cref="RuleBroken"/> with NotFound,
/// AlreadyAnswered, WrongState when the work or the step is over, ConsentMissing, or the field to put right.
/// </summary>
public sealed class AnswerStillThere(WorkBridgeDb db, CurrentUser user, StabilityRules rules, MinimumPay minimumPay, TimeProvider clock)
{
    public Task RunAsync(StillThereAnswer answer, CancellationToken ct) => LostRace.RetryAsync(db, () => OnceAsync(answer, ct));

    private async Task OnceAsync(StillThereAnswer answer, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Clock.DayOf(now);
        var linkId = user.Actor is { Kind: ActorKind.EmployerLink, Id: { } id } ? id : throw new RuleBroken(Rule.NotFound);
        var link = await db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == linkId && l.Step != null, ct) ?? throw new RuleBroken(Rule.NotFound);
        // The placement first: whoever answers between the two readings has moved the version that this answer is saved against.
        var placement = await db.Placements.SingleAsync(p => p.Id == link.PlacementId, ct);
        if (await db.FollowUps.AnyAsync(f => f.ById == linkId && f.PlacementId == link.PlacementId, ct))
            throw new RuleBroken(Rule.AlreadyAnswered);
        if (!link.IsOpen(now) || placement.State == PlacementState.Ended)
            throw new RuleBroken(Rule.WrongState);
        if (!await db.MayAskEmployerAsync(placement, now, ct))
            throw new RuleBroken(Rule.ConsentMissing);
        await db.KeepSaidAsync(placement, new FollowUp(placement.Id, Facts(answer, link, placement, today), user.Actor, now), rules, minimumPay, now, ct);
        await db.SaveChangesAsync(ct);
    }

    private static FollowUpFacts Facts(StillThereAnswer answer, OneTimeLink link, Placement placement, DateOnly today)
    {
        var facts = new FollowUpFacts { Step = link.Step, On = today, Way = FollowUpWay.Employer };
        if (answer.StillThere)
            return facts with { Working = Answer.Yes, SameEmployer = Answer.Yes };
        if (answer.Reason is not { } reason || !StillThereAnswer.Reasons.Contains(reason))
            throw new RuleBroken(Rule.Incomplete, "Reason", new("Chọn một lý do; không biết thì chọn “Chưa rõ”", "Choose a reason; if you do not know, choose “Not known”"));
        if (answer.LastDay < placement.StartsOn)
            throw new RuleBroken(Rule.DateBeforeStart, "LastDay", new("Ngày làm cuối cùng không thể ở trước ngày bắt đầu", "The last day cannot lie before the first"));
        if (answer.LastDay > today)
            throw new RuleBroken(Rule.DateTooFar, "LastDay", new("Ngày làm cuối cùng không thể ở sau hôm nay", "The last day cannot lie after today"));
        return facts with { Working = Answer.No, LastDay = answer.LastDay, EndReason = reason };
    }
}
