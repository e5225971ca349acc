using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Holidays;
using WorkBridge.Referrals;

namespace WorkBridge.Placements;

/// <summary>
/// Promises each employer the mail "is the person still with you?" when a step of the follow-ups falls due. What is due follows
/// from the rows and the clock (<see cref="EmployerQuestion"/>), so that it may run late, twice, or on several nodes: a step of a
/// placement has one key, and its link is saved with the promise. The links of earlier steps end with it.
/// </summary>
public sealed partial class AskStillThere(WorkBridgeDb db, LinkTokens tokens, HolidayCalendar holidays, TimeProvider clock, ILogger<AskStillThere> log)
{
    /// <summary>Returns how many employers are asked.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Clock.DayOf(now);
        var (first, last) = (today.AddDays(-FollowUp.Ladder[^1] - EmployerQuestion.DaysLate), today.AddDays(-FollowUp.Ladder[0]));
        var running = db.Placements.Where(p => p.State != PlacementState.Ended && p.ErasedOn == null && p.ReferralId != null && p.EmployerId != null && p.StartsOn >= first && p.StartsOn <= last);
        var rows = await running.Select(p => new { p.Id, p.State, p.StartsOn, p.ReturneeId, p.EmployerId }).ToListAsync(ct);
        var answered = await LastStepsAsync(db.FollowUps.Where(f => f.Reached).Join(running, f => f.PlacementId, p => p.Id, (f, p) => new PlacementStep { PlacementId = p.Id, Step = f.Step }), ct);
        var linked = await LastStepsAsync(db.OneTimeLinks.Join(running, l => l.PlacementId, p => p.Id, (l, p) => new PlacementStep { PlacementId = p.Id, Step = l.Step }), ct);
        var due = rows.Where(r => EmployerQuestion.StepAt(r.State, r.StartsOn, answered.GetValueOrDefault(r.Id), linked.GetValueOrDefault(r.Id), mayAsk: true, now, holidays) is not null).ToList();
        var agreed = await AgreedAsync(due.ConvertAll(r => r.ReturneeId), today, ct);
        var asked = 0;
        foreach (var row in due.Where(r => agreed.Contains((r.ReturneeId, r.EmployerId))))
        {
            db.ChangeTracker.Clear();
            try
            {
                if (await AskAsync(row.Id, now, ct))
                    asked++;
            }
            catch (DbUpdateException)
            {
                // Another node asked between our look and our save, or something was recorded: the next sweep looks again.
                LogLost(row.Id);
            }
        }

        return asked;
    }

    private static Task<Dictionary<Guid, int>> LastStepsAsync(IQueryable<PlacementStep> steps, CancellationToken ct) =>
        steps.GroupBy(s => s.PlacementId).Select(g => new { g.Key, Step = g.Max(s => s.Step) ?? 0 }).ToDictionaryAsync(s => s.Key, s => s.Step, ct);

    /// <summary>Of these people, who agrees to which employer today. Few at a time: of all who are at work hardly anybody's step falls today.</summary>
    private async Task<HashSet<(Guid Person, Guid? Employer)>> AgreedAsync(IEnumerable<Guid> people, DateOnly today, CancellationToken ct)
    {
        var agreed = new HashSet<(Guid, Guid?)>();
        foreach (var some in people.Distinct().Chunk(500))
        {
            foreach (var consent in await db.Consents.Where(c => c.Purpose == Purpose.Employer && some.Contains(c.ReturneeId)).Standing(db, today).Select(c => new { c.ReturneeId, c.EmployerId }).ToListAsync(ct))
                agreed.Add((consent.ReturneeId, consent.EmployerId));
        }

        return agreed;
    }

    private async Task<bool> AskAsync(Guid id, DateTime now, CancellationToken ct)
    {
        var placement = await db.Placements.SingleAsync(p => p.Id == id, ct);
        var checks = await db.FollowUps.AsNoTracking().Where(f => f.PlacementId == id).ToListAsync(ct);
        var links = await db.OneTimeLinks.Where(l => l.PlacementId == id).ToListAsync(ct);
        var answered = checks.Where(f => f.Reached).Max(f => f.Step) ?? 0;
        var mayAsk = await db.MayAskEmployerAsync(placement, now, ct) && !EmployerSaidGone(checks);
        mayAsk = mayAsk && !(placement.IsTraining && await db.EndAssessments.AnyAsync(a => a.PlacementId == id, ct));
        if (EmployerQuestion.StepAt(placement.State, placement.StartsOn, answered, links.Max(l => l.Step) ?? 0, mayAsk, now, holidays) is not { } step)
            return false;
        foreach (var earlier in links.Where(l => l.RevokedAt == null))
            earlier.Revoke(now);
        var employer = await db.Employers.SingleAsync(e => e.Id == placement.EmployerId, ct);
        var link = tokens.Make(placement.ReferralId!.Value, id, step, Clock.DayOf(now).AddDays(EmployerQuestion.DaysOpen), now);
        db.OneTimeLinks.Add(link);
        db.Outbox.Add(new OutboxMail(KeyOf(id, step), MailKinds.StillThere, link.Id, employer.Email, now, MailHours.NotBefore(now)));
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>One for each step of a placement.</summary>
    public static string KeyOf(Guid placementId, int step) => $"{MailKinds.StillThere}:{placementId}:{step}";

    /// <summary>Whoever said that somebody has left is not asked again, unless the person or an officer found the person there since.</summary>
    private static bool EmployerSaidGone(IEnumerable<FollowUp> checks) =>
        TwoSides.Of(checks) is { Employer: { Working: Answer.No } employer } sides && !(sides.Person is { Working: Answer.Yes, SameEmployer: Answer.Yes } person && person.RecordedAt > employer.RecordedAt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Placement {Id} changed while its employer was to be asked")]
    private partial void LogLost(Guid id);

    private sealed class PlacementStep
    {
        public required Guid PlacementId { get; init; }

        public required int? Step { get; init; }
    }
}
