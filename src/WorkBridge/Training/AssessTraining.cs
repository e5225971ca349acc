using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Training;

/// <summary>
/// Whoever taught signs the end assessment: as a contact, through the link of a mail, or on paper that an officer has seen. The person is asked
/// next; nothing ends before. Another assessment takes its place until the person has agreed. The same again changes nothing.
/// </summary>
public sealed class AssessTraining(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <summary>Why somebody left early, as far as whoever taught can know it.</summary>
    public static IReadOnlyList<EndReason> Reasons => [.. StillThereAnswer.Reasons.Where(r => r is not (EndReason.PlannedEnd or EndReason.EmployerCutOrClosed or EndReason.Training))];

    /// <exception cref="RuleBroken">
    /// NotFound, WrongState when it is over or agreed, ConsentMissing when this employer may not know the person any more, or the field to put right.
    /// </exception>
    public Task RunAsync(Guid placementId, AssessmentFacts facts, bool signed, CancellationToken ct) => LostRace.RetryAsync(db, async () =>
    {
        var now = clock.UtcNow();
        var today = Clock.DayOf(now);
        var placement = await FindAsync(placementId, now, ct);
        var course = await db.CourseAsync(placement, ct);
        if (!course.MayBeAssessed)
            throw new RuleBroken(Rule.WrongState);
        if (!await db.MayAskEmployerAsync(placement, now, ct))
            throw new RuleBroken(Rule.ConsentMissing);
        var teaches = await db.Openings.Where(o => o.Id == placement.OpeningId).Select(o => o.Teaches).SingleAsync(ct);
        facts = Checked(facts, course, teaches, today);
        if (!signed)
            throw new RuleBroken(Rule.Incomplete, "Signed", new("Đánh dấu để ký đánh giá này.", "Tick to sign this assessment."));
        if (course.Assessment is { } last && course.Answer is null && Same(last, facts))
            return;
        db.EndAssessments.Add(new EndAssessment(placement.Id, facts, onPaper: user.IsOfficer, user.Actor, now));
        placement.Noted();
        await db.SaveChangesAsync(ct);
    });

    private async Task<Placement> FindAsync(Guid placementId, DateTime now, CancellationToken ct)
    {
        if (user.Actor is { Kind: ActorKind.EmployerLink, Id: { } linkId })
        {
            var link = await db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == linkId && l.PlacementId == placementId && l.Step != null, ct) ?? throw new RuleBroken(Rule.NotFound);
            if (!link.IsOpen(now))
                throw new RuleBroken(Rule.WrongState);
            return await db.Placements.SingleOrDefaultAsync(p => p.Id == placementId && p.IsTraining && p.ErasedOn == null, ct) ?? throw new RuleBroken(Rule.NotFound);
        }

        return await db.Placements.OpenTo(user, db, Clock.DayOf(now)).SingleOrDefaultAsync(p => p.Id == placementId, ct) ?? throw new RuleBroken(Rule.NotFound);
    }

    private static AssessmentFacts Checked(AssessmentFacts facts, Course course, IReadOnlyList<string> teaches, DateOnly today)
    {
        if (facts.Result is not { } result || !Enum.IsDefined(result))
            throw new RuleBroken(Rule.Incomplete, "Result", new("Chọn kết quả khoá học.", "Choose how the training came out."));
        if (result == TrainingResult.NoShow && course.DaysThere > 0)
            throw new RuleBroken(Rule.Incomplete, "Result", new($"Điểm danh đã ghi có mặt {course.DaysThere} ngày: chọn “Học một phần”.", $"The register says there on {course.DaysThere} days: choose “Left early”."));
        if (facts.LastDay is not { } lastDay)
            throw new RuleBroken(Rule.Incomplete, "LastDay", new("Nhập ngày học cuối cùng.", "Enter the last day of the training."));
        if (lastDay > today)
            throw new RuleBroken(Rule.DateTooFar, "LastDay", new("Ngày học cuối cùng không thể ở sau hôm nay.", "The last day cannot lie after today."));
        if (lastDay < course.Placement.StartsOn)
            throw new RuleBroken(Rule.DateBeforeStart, "LastDay", new("Ngày học cuối cùng không thể ở trước ngày bắt đầu.", "The last day cannot lie before the first."));
        List<string> learnt = result == TrainingResult.NoShow ? [] : [.. facts.Learnt.Distinct(StringComparer.Ordinal).Where(teaches.Contains)];
        if (result == TrainingResult.Completed && learnt.Count == 0)
            throw new RuleBroken(Rule.Incomplete, "Learnt", new("Đánh dấu ít nhất một điều người học làm được.", "Mark at least one thing that the learner can do."));
        if (result == TrainingResult.Partial && (facts.Reason is not { } why || !Reasons.Contains(why)))
            throw new RuleBroken(Rule.Incomplete, "Reason", new("Chọn một lý do; không biết thì chọn “Chưa rõ”.", "Choose a reason; if you do not know, choose “Not known”."));
        return facts with
        {
            Learnt = learnt,
            HasCertificate = result == TrainingResult.Completed && facts.HasCertificate,
            Reason = result == TrainingResult.Partial ? facts.Reason : null,
            Words = FreeText.Checked(facts.Words, EndAssessment.WordsLength, "Words"),
        };
    }

    private static bool Same(EndAssessment last, AssessmentFacts facts) =>
        last.Result == facts.Result && last.LastDay == facts.LastDay && last.HasCertificate == facts.HasCertificate && last.Reason == facts.Reason && last.Words == facts.Words
        && last.Learnt.Order(StringComparer.Ordinal).SequenceEqual(facts.Learnt.Order(StringComparer.Ordinal));
}
