using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Placements;

/// <summary>
/// Records a check on a placement. Somebody reached: the outcome is computed by the rule of that day from all checks, and the
/// person's employment state with it; at work for the first time: the placement runs; not at work: it ends, with its reason.
/// Nobody reached: the attempt alone is kept. Throws <see cref="RuleBroken"/> with NotFound, ChangedMeanwhile, NotInProgramme, WrongState (ended),
/// DateBeforeStart, DateTooFar, ReasonMissing, or ConsentMissing when the employer was asked without the person's consent.
/// </summary>
public sealed class RecordFollowUp(WorkBridgeDb db, CurrentUser user, StabilityRules rules, MinimumPay minimumPay, TimeProvider clock)
{
    /// <summary>Most days a month, hours a week and đồng a month that are taken for an answer.</summary>
    public const int MostDays = 31;

    public const int MostHours = 112;

    public const long MostPay = 500_000_000;

    public async Task<Outcome?> RunAsync(Guid placementId, int? version, FollowUpFacts facts, EndReason? endReason, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Clock.DayOf(now);
        var placement = await db.Placements.Of(user).SingleOrDefaultAsync(p => p.Id == placementId, ct) ?? throw new RuleBroken(Rule.NotFound);
        db.ReadAt(placement, version);
        var person = await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == placement.ReturneeId, ct);
        if (!person.MayBeHelped(today))
            throw new RuleBroken(Rule.NotInProgramme);
        if (placement.State == PlacementState.Ended)
            throw new RuleBroken(Rule.WrongState);
        Check(facts, placement, today, endReason);
        facts = facts with { Note = FreeText.Checked(facts.Note, FollowUp.NoteLength, "Note") };
        if (facts.Way == FollowUpWay.Person)
            throw new RuleBroken(Rule.Incomplete, "Way", new("Chọn cách hỏi thăm", "Choose how it was asked"));
        if (facts.Way == FollowUpWay.Employer)
            await CheckMayAskEmployerAsync(placement, today, ct);

        var followUp = new FollowUp(placement.Id, facts, user.Actor, now);
        db.FollowUps.Add(followUp);
        placement.Noted();
        if (!facts.Reached)
        {
            await db.SaveChangesAsync(ct);
            return null;
        }

        person.Contacted(now);
        var outcome = await db.JudgeAsync(placement, followUp, rules, minimumPay, user.Actor, now, ct);
        if (facts.Working == Answer.Yes && placement.State == PlacementState.Started)
            placement.Run(user.Actor, now);
        if (facts.Working == Answer.No)
            placement.Finish(facts.On, endReason!.Value, user.Actor, now);
        await db.AddOutcomeAsync(placement, outcome, facts.On, now, ct);
        await db.SaveChangesAsync(ct);
        return placement.IsTraining ? null : outcome;
    }

    private static void Check(FollowUpFacts facts, Placement placement, DateOnly today, EndReason? endReason)
    {
        if (facts.On > today)
            throw new RuleBroken(Rule.DateTooFar, "On", new("Ngày hỏi thăm không thể ở sau hôm nay", "The day of the check cannot lie after today"));
        if (facts.On < placement.StartsOn)
            throw new RuleBroken(Rule.DateBeforeStart, "On");
        if (facts.Step is { } step && !FollowUp.Ladder.Contains(step))
            throw new RuleBroken(Rule.WrongState, "Step");
        if (facts.DaysPerMonth is < 0 or > MostDays)
            throw new RuleBroken(Rule.Incomplete, "DaysPerMonth", new($"Nhập từ 0 đến {MostDays} ngày", $"Enter 0 to {MostDays} days"));
        if (facts.HoursPerWeek is < 0 or > MostHours)
            throw new RuleBroken(Rule.Incomplete, "HoursPerWeek", new($"Nhập từ 0 đến {MostHours} giờ", $"Enter 0 to {MostHours} hours"));
        if (facts.PayPerMonth is < 0 or > MostPay)
            throw new RuleBroken(Rule.Incomplete, "PayPerMonth", new("Thu nhập tính bằng triệu đồng một tháng, ví dụ 7,5", "Pay is in million đồng a month, for example 7.5"));
        if (facts is { Reached: true, Working: Answer.No } && endReason is null or EndReason.NeverBegan)
            throw new RuleBroken(Rule.ReasonMissing, "EndReason", new("Chọn lý do không còn làm; chưa biết thì chọn “Chưa rõ”", "Choose why the work ended; if nobody knows, choose “Not known”"));
    }

    private async Task CheckMayAskEmployerAsync(Placement placement, DateOnly today, CancellationToken ct)
    {
        var consent = placement.EmployerId is { } employerId
            ? await db.Consents.CurrentAsync(placement.ReturneeId, Purpose.Employer, employerId, ct)
            : null;
        if (consent?.Stands(today) != true || await db.IsHeldBackAsync(placement.ReturneeId, ct))
            throw new RuleBroken(Rule.ConsentMissing, "Way", new("Người tìm việc không còn đồng ý với nơi tuyển này: chỉ hỏi chính người ấy", "There is no standing consent for this employer: ask the person alone"));
    }
}
