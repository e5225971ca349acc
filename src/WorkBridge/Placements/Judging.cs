using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Placements;

/// <summary>How a check becomes an outcome, whoever made it.</summary>
internal static class Judging
{
    /// <summary>
    /// The outcome by the rule of the day of a check, from all checks up to it. Where employer and person say different things
    /// neither is believed over the other: the outcome is unknown until an officer has looked. Saves nothing.
    /// </summary>
    public static async Task<Outcome> JudgeAsync(this WorkBridgeDb db, Placement placement, FollowUp followUp, StabilityRules rules, MinimumPay minimumPay, Actor by, DateTime now, CancellationToken ct)
    {
        var placements = await db.Placements.Where(p => p.ReturneeId == placement.ReturneeId && !p.IsTraining && p.EndReason != EndReason.NeverBegan).ToListAsync(ct);
        var ids = placements.Select(p => p.Id).ToList();
        var checks = await db.FollowUps.Where(f => ids.Contains(f.PlacementId) && f.On <= followUp.On && f.Id != followUp.Id).ToListAsync(ct);
        checks.Add(followUp);
        var terms = rules.On(followUp.On);
        var own = checks.Where(f => f.PlacementId == placement.Id).ToList();
        var continuity = Continuity.UpTo(followUp.On, placements.Select(p => WorkHistory.Of(p, checks)), terms.LongestGap);
        var evidence = Evidence.Of(own, continuity) with { Working = TwoSides.Of(own).WorkingAt(followUp) };
        var judgement = StabilityRule.Judge(evidence, terms, minimumPay.On(followUp.On, await db.CommuneOfWorkAsync(placement, ct)));
        return new Outcome(placement.Id, followUp.Id, judgement.Result, judgement.RuleVersion, Outcomes.Write(judgement.Conditions), null, by, now);
    }

    /// <summary>The commune where the work is, whose region sets the least pay: the opening's, else the employer's, else unknown.</summary>
    public static async Task<string?> CommuneOfWorkAsync(this WorkBridgeDb db, Placement placement, CancellationToken ct) =>
        (placement.OpeningId is { } openingId ? await db.Openings.Where(o => o.Id == openingId).Select(o => o.CommuneCode).SingleOrDefaultAsync(ct) : null)
        ?? (placement.EmployerId is { } employerId ? await db.Employers.Where(e => e.Id == employerId).Select(e => e.CommuneCode).SingleOrDefaultAsync(ct) : null);

    /// <summary>
    /// Keeps what the employer or the person said without an officer: the check, the outcome it means, and that work was found
    /// running. It never ends a placement: an end said by one side is an officer's to record. Saves nothing.
    /// </summary>
    public static async Task KeepSaidAsync(this WorkBridgeDb db, Placement placement, FollowUp said, StabilityRules rules, MinimumPay minimumPay, DateTime now, CancellationToken ct)
    {
        db.FollowUps.Add(said);
        placement.Noted();
        var by = new Actor(said.ByKind, said.ById);
        var outcome = await db.JudgeAsync(placement, said, rules, minimumPay, by, now, ct);
        if (said.Working == Answer.Yes && placement.State == PlacementState.Started)
            placement.Run(Actor.System, now);
        await db.AddOutcomeAsync(placement, outcome, said.On, now, ct);
    }
}
