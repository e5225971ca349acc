using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Placements;

/// <summary>What the person says at a screen about the work: there or gone, then how it goes, or whether there is other work.</summary>
/// <param name="Step">The step of the follow-ups that was on the screen.</param>
/// <param name="StillThere">Whether the person works at that place.</param>
/// <param name="OtherWork">Somebody who has left: whether there is other work.</param>
/// <param name="Going">Somebody who is there: how it goes.</param>
/// <param name="Trouble">Where it is hard: what is.</param>
/// <param name="WantsCall">Whether an officer should call; null where nobody asked.</param>
public sealed record OwnWords(int Step, bool StillThere, bool? OtherWork, Going? Going, Trouble? Trouble, bool? WantsCall);

/// <summary>Which of a person's placements the screen asks about.</summary>
public static class OwnQuestions
{
    /// <summary>
    /// Running work with a step that has fallen due and that nobody has heard the person about, the oldest first. What the
    /// employer said does not speak for the person. Training that was assessed has a question of its own.
    /// </summary>
    public static async Task<IReadOnlyList<(Placement Placement, int Step)>> WorkQuestionsAsync(this WorkBridgeDb db, Guid returneeId, DateOnly today, CancellationToken ct)
    {
        var placements = await db.Placements.Where(p => p.ReturneeId == returneeId && p.State != PlacementState.Ended).OrderBy(p => p.StartsOn).ToListAsync(ct);
        var assessed = await db.EndAssessments.Where(a => db.Placements.Any(p => p.Id == a.PlacementId && p.ReturneeId == returneeId)).Select(a => a.PlacementId).ToListAsync(ct);
        placements.RemoveAll(p => assessed.Contains(p.Id));
        var ids = placements.ConvertAll(p => p.Id);
        var checks = ids.Count == 0 ? [] : await db.FollowUps.AsNoTracking().Where(f => ids.Contains(f.PlacementId) && f.Way != FollowUpWay.Employer).ToListAsync(ct);
        return
        [
            .. placements.Select(p => (Placement: p, Step: FollowUpsDue.Current(p, checks.Where(f => f.PlacementId == p.Id).ToList(), today)?.Days))
                .Where(q => q.Step is not null)
                .Select(q => (q.Placement, q.Step!.Value)),
        ];
    }
}

/// <summary>
/// Keeps what the person said at a screen as a follow-up of the person's own, beside whatever the employer says. It does not end
/// the work. Throws <see cref="RuleBroken"/> with AlreadyAnswered when that step of that work is not asked any more, or Incomplete.
/// </summary>
public sealed class TellHowItGoes(WorkBridgeDb db, CurrentUser user, StabilityRules rules, MinimumPay minimumPay, TimeProvider clock)
{
    public async Task RunAsync(Guid returneeId, Guid placementId, OwnWords said, CancellationToken ct)
    {
        if (said is { StillThere: true, Going: null } or { StillThere: false, OtherWork: null } or { Going: Placements.Going.Hard, Trouble: null })
            throw new RuleBroken(Rule.Incomplete);
        var now = clock.UtcNow();
        var today = Clock.DayOf(now);
        var placement = (await db.WorkQuestionsAsync(returneeId, today, ct)).Where(q => q.Placement.Id == placementId && q.Step == said.Step).Select(q => q.Placement).SingleOrDefault()
            ?? throw new RuleBroken(Rule.AlreadyAnswered);
        var person = await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == returneeId, ct);
        if (!person.MayBeHelped(today))
            throw new RuleBroken(Rule.NotInProgramme);
        person.Contacted(now);
        var facts = new FollowUpFacts
        {
            Step = said.Step,
            On = today,
            Way = FollowUpWay.Person,
            Working = said.StillThere || said.OtherWork == true ? Answer.Yes : Answer.No,
            SameEmployer = said.StillThere ? Answer.Yes : said.OtherWork == true ? Answer.No : Answer.Unknown,
            Going = said.StillThere ? said.Going : null,
            Trouble = said is { StillThere: true, Going: Placements.Going.Hard } ? said.Trouble : null,
            WantsCall = said.WantsCall,
        };
        await db.KeepSaidAsync(placement, new FollowUp(placement.Id, facts, user.Actor, now), rules, minimumPay, now, ct);
        await db.SaveChangesAsync(ct);
    }
}
