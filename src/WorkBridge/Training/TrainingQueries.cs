using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Requests;
using WorkBridge.Staff;

namespace WorkBridge.Training;

/// <summary>Training slots that were taken up, with what is kept of them.</summary>
public static class TrainingQueries
{
    /// <summary>
    /// What whoever taught sees: own slots, of people who agree to this employer, may be helped and had nothing restricted. Asked at every
    /// request; nothing for anybody else.
    /// </summary>
    public static IQueryable<Placement> TaughtBy(this IQueryable<Placement> placements, CurrentUser user, WorkBridgeDb db, DateOnly day)
    {
        var employerId = user.EmployerId;
        var helped = db.Returnees.Where(r => r.ErasedOn == null).MayBeHelped(day);
        return placements.Where(p => p.IsTraining && p.ErasedOn == null && p.EmployerId != null && p.EmployerId == employerId
            && helped.Any(r => r.Id == p.ReturneeId)
            && db.Consents.Any(c => c.ReturneeId == p.ReturneeId && c.Purpose == Purpose.Employer && c.EmployerId == employerId && c.Decision == Decision.Given && c.ExpiresOn >= day
                && !db.Consents.Any(later => later.ReturneeId == c.ReturneeId && later.Purpose == Purpose.Employer && later.EmployerId == employerId && later.Sequence > c.Sequence))
            && !db.Restrictions.Any(x => x.ReturneeId == p.ReturneeId && x.LiftedAt == null && x.Scope == RequestScope.Everything));
    }

    /// <summary>These placements with register, last assessment and its answer, in three queries whatever their number.</summary>
    public static async Task<IReadOnlyList<Course>> CoursesAsync(this WorkBridgeDb db, IReadOnlyCollection<Placement> placements, CancellationToken ct)
    {
        var ids = placements.Select(p => p.Id).ToList();
        if (ids.Count == 0)
            return [];
        var register = (await db.Attendances.AsNoTracking().Where(a => ids.Contains(a.PlacementId)).ToListAsync(ct)).ToLookup(a => a.PlacementId);
        var assessments = await db.EndAssessments.AsNoTracking().Where(a => ids.Contains(a.PlacementId)).ToListAsync(ct);
        var last = assessments.GroupBy(a => a.PlacementId).ToDictionary(g => g.Key, g => g.MaxBy(a => (a.SignedAt, a.Id))!);
        var lastIds = last.Values.Select(a => a.Id).ToList();
        var answers = lastIds.Count == 0 ? [] : await db.AssessmentAnswers.AsNoTracking().Where(a => lastIds.Contains(a.AssessmentId)).ToDictionaryAsync(a => a.AssessmentId, ct);
        return
        [
            .. placements.Select(p => last.TryGetValue(p.Id, out var assessment)
                ? new Course(p, [.. register[p.Id]], assessment, answers.GetValueOrDefault(assessment.Id))
                : new Course(p, [.. register[p.Id]], null, null)),
        ];
    }

    public static async Task<Course> CourseAsync(this WorkBridgeDb db, Placement placement, CancellationToken ct) => (await db.CoursesAsync([placement], ct))[0];

    /// <summary>End assessments that the person is to be asked about at a screen, the oldest first.</summary>
    public static async Task<IReadOnlyList<Course>> AssessmentQuestionsAsync(this WorkBridgeDb db, Guid returneeId, CancellationToken ct)
    {
        var running = await db.Placements.AsNoTracking().Where(p => p.ReturneeId == returneeId && p.IsTraining && p.State != PlacementState.Ended).ToListAsync(ct);
        return [.. (await db.CoursesAsync(running, ct)).Where(c => c.WaitsForPerson).OrderBy(c => c.Assessment!.SignedAt)];
    }
}
