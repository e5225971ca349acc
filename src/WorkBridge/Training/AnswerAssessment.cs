using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using Evidence = WorkBridge.Matching.Evidence;

namespace WorkBridge.Training;

/// <summary>
/// The person agrees to the end assessment, or says what is wrong in it: at a screen, or on paper that an officer has seen. Agreed, the training
/// ends, and what was learnt is proposed for the profile, where an officer confirms it like every change. Not agreed, both stand beside one
/// another, nothing ends, and an officer looks into it. One answer to each assessment: the same again changes nothing.
/// </summary>
public sealed class AnswerAssessment(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">NotFound, AlreadyAnswered when another assessment or answer stands, NotInProgramme, Incomplete, or words about the past.</exception>
    public Task RunAsync(Guid placementId, Guid assessmentId, bool agrees, Objection? objection, string? words, CancellationToken ct) => LostRace.RetryAsync(db, async () =>
    {
        var now = clock.UtcNow();
        var placement = await FindAsync(placementId, ct);
        var person = await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == placement.ReturneeId, ct);
        if (!person.MayBeHelped(Clock.DayOf(now)))
            throw new RuleBroken(Rule.NotInProgramme);
        var course = await db.CourseAsync(placement, ct);
        if (course.Assessment is not { } assessment || assessment.Id != assessmentId)
            throw new RuleBroken(Rule.AlreadyAnswered);
        if (!agrees && (objection is not { } wrong || !Enum.IsDefined(wrong)))
            throw new RuleBroken(Rule.Incomplete, "Objection", new("Chọn điều chưa đúng.", "Choose what is wrong."));
        objection = agrees ? null : objection;
        words = PersonWords.Check("Words", words, EndAssessment.WordsLength);
        if (objection == Objection.Other && words is null)
            throw new RuleBroken(Rule.Incomplete, "Words", new("Viết vài chữ: điều gì chưa đúng?", "A few words, please: what is wrong?"));
        if (course.Answer is { } said)
        {
            if ((said.Objection, said.Words) == (objection, words))
                return;
            throw new RuleBroken(Rule.AlreadyAnswered);
        }

        if (placement.State == PlacementState.Ended)
            throw new RuleBroken(Rule.WrongState);
        db.AssessmentAnswers.Add(new AssessmentAnswer(assessmentId, objection, words, onPaper: user.IsOfficer, user.Actor, now));
        person.Contacted(now);
        if (agrees)
        {
            placement.Finish(assessment.LastDay, EndOf(assessment), Actor.System, now);
            await ProposeAsync(person, assessment, now, ct);
        }
        else
        {
            placement.Noted();
        }

        await db.SaveChangesAsync(ct);
    });

    private async Task<Placement> FindAsync(Guid placementId, CancellationToken ct)
    {
        var training = db.Placements.Where(p => p.IsTraining && p.ErasedOn == null && p.Id == placementId);
        var mine = user.Actor is { Kind: ActorKind.Person, Id: { } personId } ? training.Where(p => p.ReturneeId == personId) : training.Of(user);
        return await mine.SingleOrDefaultAsync(ct) ?? throw new RuleBroken(Rule.NotFound);
    }

    private static EndReason EndOf(EndAssessment assessment) => assessment.Result switch
    {
        TrainingResult.Completed => EndReason.PlannedEnd,
        TrainingResult.Partial => assessment.Reason ?? EndReason.Unknown,
        _ => EndReason.Attendance,
    };

    /// <summary>What was learnt and the profile does not say as well already. What the person proposed about the same thing stays the person's.</summary>
    private async Task ProposeAsync(Returnee person, EndAssessment assessment, DateTime now, CancellationToken ct)
    {
        var kept = (await db.SkillProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.ReturneeId == person.Id, ct))?.Content ?? new ProfileContent();
        var open = await db.ProfileChanges.AsNoTracking().Where(c => c.ReturneeId == person.Id && c.State == ChangeState.Proposed).ToListAsync(ct);
        var becomes = (assessment.HasCertificate ? Evidence.Certificate : Evidence.TaughtWithoutPaper).ToString();
        var room = ProfileChange.Most - open.Count;
        foreach (var code in assessment.Learnt)
        {
            var topic = Vocabulary.Default.Trade(code) is not null ? ProfileTopic.Trade : ProfileTopic.Skill;
            var was = ProfileTopics.Standing(topic, code, kept, null);
            if (was == nameof(Evidence.Certificate) || ProfileTopics.IsSo(was, becomes) || open.Exists(c => c.Topic == topic && c.Said.Subject == code) || room-- <= 0)
                continue;
            db.ProfileChanges.Add(ProfileChange.Propose(person.Id, person.CommuneCode, topic, new ProposedChange { Subject = code, Was = was, Becomes = becomes }, user.Actor, now));
        }
    }
}
