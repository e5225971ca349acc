using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Training;

namespace WorkBridge.Erasures;

/// <summary>
/// The rows that a commune counts, moved from an erased person to the row that stays: no words, no pay, no exact day. They are
/// written past the rule that such rows are never changed, which is the service's promise to people, not against them.
/// </summary>
public sealed class CountedRows(WorkBridgeDb db)
{
    /// <summary>The rows with a link in the audit chain that the erasure of somebody reduces or removes.</summary>
    internal async Task<IReadOnlyDictionary<Type, IReadOnlyCollection<Guid>>> AuditedAsync(Guid id, CancellationToken ct)
    {
        var placements = db.Placements.Where(p => p.ReturneeId == id).Select(p => p.Id);
        var referrals = db.Referrals.Where(r => r.ReturneeId == id).Select(r => r.Id);
        return new Dictionary<Type, IReadOnlyCollection<Guid>>
        {
            [typeof(Consent)] = await db.Consents.Where(c => c.ReturneeId == id).Select(c => c.Id).ToListAsync(ct),
            [typeof(EmploymentState)] = await db.EmploymentStates.Where(s => s.ReturneeId == id).Select(s => s.Id).ToListAsync(ct),
            [typeof(FollowUp)] = await db.FollowUps.Where(f => placements.Contains(f.PlacementId)).Select(f => f.Id).ToListAsync(ct),
            [typeof(Outcome)] = await db.Outcomes.Where(o => placements.Contains(o.PlacementId)).Select(o => o.Id).ToListAsync(ct),
            [typeof(Attendance)] = await db.Attendances.Where(a => placements.Contains(a.PlacementId)).Select(a => a.Id).ToListAsync(ct),
            [typeof(EndAssessment)] = await db.EndAssessments.Where(a => placements.Contains(a.PlacementId)).Select(a => a.Id).ToListAsync(ct),
            [typeof(AssessmentAnswer)] = await db.AssessmentAnswers.Where(x => db.EndAssessments.Any(a => a.Id == x.AssessmentId && placements.Contains(a.PlacementId))).Select(x => x.Id).ToListAsync(ct),
            [typeof(StateMove)] = await db.StateMoves.Where(m => m.ById == id || placements.Contains(m.NounId) || referrals.Contains(m.NounId)).Select(m => m.Id).ToListAsync(ct),
        };
    }

    internal async Task MoveAsync(Guid from, Guid to, DateOnly today, CancellationToken ct)
    {
        byte[] nothing = [];
        var month = Clock.MonthOf(today);
        var turn = 0;
        // In their order, a minute apart, so that the state that counted last goes on counting last.
        foreach (var state in await db.EmploymentStates.AsNoTracking().Where(s => s.ReturneeId == from).OrderBy(s => s.On).ThenBy(s => s.RecordedAt).ThenBy(s => s.Id).ToListAsync(ct))
        {
            var (on, at) = (Clock.MonthOf(state.On), Clock.MonthOf(state.RecordedAt).AddMinutes(turn++));
            await db.EmploymentStates.Where(s => s.Id == state.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.ReturneeId, to).SetProperty(x => x.On, on).SetProperty(x => x.RecordedAt, at).SetProperty(x => x.SourceId, (Guid?)null), ct);
        }

        foreach (var period in await db.ProgrammePeriods.AsNoTracking().Where(p => p.ReturneeId == from).ToListAsync(ct))
        {
            var (start, end) = (Clock.MonthOf(period.Start), Clock.MonthOf(period.End ?? today));
            await db.ProgrammePeriods.Where(p => p.Id == period.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.ReturneeId, to).SetProperty(x => x.Start, start).SetProperty(x => x.PlannedEnd, (DateOnly?)null).SetProperty(x => x.End, end), ct);
        }

        var referrals = await db.Referrals.AsNoTracking().Where(r => r.ReturneeId == from).ToListAsync(ct);
        foreach (var r in referrals)
        {
            var (prepared, sent, seen, ended, starts) = (Clock.MonthOf(r.PreparedAt), Month(r.SentAt), Month(r.SeenAt), Month(r.EndedAt), Month(r.StartsOn));
            await db.Referrals.Where(x => x.Id == r.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.ReturneeId, to).SetProperty(x => x.ErasedOn, month)
                .SetProperty(x => x.PreparedAt, prepared).SetProperty(x => x.SentAt, sent).SetProperty(x => x.SeenAt, seen).SetProperty(x => x.EndedAt, ended).SetProperty(x => x.StartsOn, starts)
                .SetProperty(x => x.InterviewAt, (DateTime?)null).SetProperty(x => x.InterviewPlace, (string?)null).SetProperty(x => x.TrialFrom, (DateOnly?)null).SetProperty(x => x.AnswerBy, (DateOnly?)null)
                .SetProperty(x => x.TextToOfficer, (string?)null).SetProperty(x => x.TextToPerson, (string?)null).SetProperty(x => x.InternalText, (string?)null).SetProperty(x => x.MatchJson, (string?)null), ct);
        }

        var placements = await db.Placements.AsNoTracking().Where(p => p.ReturneeId == from).ToListAsync(ct);
        foreach (var p in placements)
        {
            var (starts, ended, created) = (Clock.MonthOf(p.StartsOn), Month(p.EndedOn), Clock.MonthOf(p.CreatedAt));
            await db.Placements.Where(x => x.Id == p.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.ReturneeId, to).SetProperty(x => x.ErasedOn, month)
                .SetProperty(x => x.StartsOn, starts).SetProperty(x => x.EndedOn, ended).SetProperty(x => x.CreatedAt, created), ct);
            foreach (var f in await db.FollowUps.AsNoTracking().Where(f => f.PlacementId == p.Id).ToListAsync(ct))
            {
                var (on, at, last) = (Clock.MonthOf(f.On), Clock.MonthOf(f.RecordedAt), Month(f.LastDay));
                await db.FollowUps.Where(x => x.Id == f.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Sealed, nothing).SetProperty(x => x.PayPerMonth, (long?)null).SetProperty(x => x.On, on).SetProperty(x => x.RecordedAt, at)
                    .SetProperty(x => x.LastDay, last).SetProperty(x => x.Trouble, (Trouble?)null).SetProperty(x => x.WantsCall, (bool?)null), ct);
            }

            foreach (var o in await db.Outcomes.AsNoTracking().Where(o => o.PlacementId == p.Id).ToListAsync(ct))
            {
                var at = Clock.MonthOf(o.At).AddMinutes(turn++);
                await db.Outcomes.Where(x => x.Id == o.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.At, at).SetProperty(x => x.OverrideReason, (string?)null).SetProperty(x => x.ConditionsJson, "[]"), ct);
            }
        }

        // Of training what is counted stays: how it came out, in which month. The register, what was learnt and every word go.
        var trained = placements.ConvertAll(p => p.Id);
        await db.Attendances.Where(a => trained.Contains(a.PlacementId)).ExecuteDeleteAsync(ct);
        await db.AssessmentAnswers.Where(x => db.EndAssessments.Any(a => a.Id == x.AssessmentId && trained.Contains(a.PlacementId))).ExecuteDeleteAsync(ct);
        foreach (var a in await db.EndAssessments.AsNoTracking().Where(a => trained.Contains(a.PlacementId)).ToListAsync(ct))
        {
            var (last, at) = (Clock.MonthOf(a.LastDay), Clock.MonthOf(a.SignedAt));
            await db.EndAssessments.Where(x => x.Id == a.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Sealed, nothing).SetProperty(x => x.LastDay, last).SetProperty(x => x.SignedAt, at), ct);
        }

        // Of a request its days stay, as they show that the law was kept; what was said does not.
        await db.DataRequests.Where(r => r.ReturneeId == from).ExecuteUpdateAsync(s => s.SetProperty(x => x.ReturneeId, to).SetProperty(x => x.Sealed, nothing), ct);
        var nouns = referrals.ConvertAll(r => r.Id).Concat(placements.ConvertAll(p => p.Id)).ToList();
        foreach (var move in await db.StateMoves.AsNoTracking().Where(m => nouns.Contains(m.NounId)).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync(ct))
        {
            var at = Clock.MonthOf(move.At).AddMinutes(turn++);
            await db.StateMoves.Where(m => m.Id == move.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.At, at), ct);
        }

        await db.StateMoves.Where(m => m.ById == from).ExecuteUpdateAsync(s => s.SetProperty(x => x.ById, (Guid?)null), ct);
    }

    private static DateTime? Month(DateTime? at) => at is { } known ? Clock.MonthOf(known) : null;

    private static DateOnly? Month(DateOnly? day) => day is { } known ? Clock.MonthOf(known) : null;
}
