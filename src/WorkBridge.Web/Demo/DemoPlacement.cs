using WorkBridge.Placements;
using WorkBridge.Training;

namespace WorkBridge.Web.Demo;

/// <summary>A placement and its follow-ups. Outcomes are what the published rule makes of them; nothing here says "stable" by itself.</summary>
internal sealed class DemoPlacement
{
    private readonly DemoWorld world;
    private readonly DemoRules rules;
    private readonly Placement placement;
    private readonly string? communeOfWork;
    private readonly List<FollowUp> checks = [];

    public DemoPlacement(DemoWorld world, DemoRules rules, Placement placement, string? communeOfWork)
    {
        this.world = world;
        this.rules = rules;
        this.placement = placement;
        this.communeOfWork = communeOfWork;
        world.Db.Placements.Add(placement);
    }

    /// <summary>The checks at these steps, each on its day or <paramref name="late"/> days after, all with the same answers.</summary>
    public DemoPlacement Checked(IEnumerable<int> steps, FollowUpFacts facts, int late = 0)
    {
        foreach (var step in steps)
            Check(facts with { Step = step, On = placement.StartsOn.AddDays(step + late), Reached = true, Working = Answer.Yes, SameEmployer = Answer.Yes });
        return this;
    }

    /// <summary>The register of every weekday from the first day to this many days ago; absent on every so-manieth of them.</summary>
    public DemoPlacement Attended(int untilDaysAgo, int absentEvery)
    {
        var days = 0;
        for (var day = placement.StartsOn; day <= world.Time.Day(untilDaysAgo); day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            var mark = ++days % absentEvery == 0 ? AttendanceMark.Excused : AttendanceMark.Present;
            world.Db.Attendances.Add(new Attendance(placement.Id, day, mark, Teacher, Clock.Utc(day, new TimeOnly(16, 30))));
        }

        return this;
    }

    /// <summary>Whoever taught signs the end assessment.</summary>
    public void Assessed(int daysAgo, AssessmentFacts facts) =>
        world.Db.EndAssessments.Add(new EndAssessment(placement.Id, facts with { LastDay = world.Time.Day(daysAgo) }, onPaper: false, Teacher, world.Time.Ago(daysAgo, 17)));

    /// <summary>Nobody answered the telephone.</summary>
    public DemoPlacement NotReached(int daysAgo)
    {
        var facts = new FollowUpFacts { On = world.Time.Day(daysAgo), Way = FollowUpWay.Call, Reached = false, Note = "Gọi hai lần không nghe máy." };
        world.Db.FollowUps.Add(new FollowUp(placement.Id, facts, Officer, world.Time.Ago(daysAgo, 16)));
        return this;
    }

    /// <summary>The work has ended; the person is asked and says why.</summary>
    public void Ended(int daysAgo, EndReason reason, string note)
    {
        Check(new FollowUpFacts { On = world.Time.Day(daysAgo), Way = FollowUpWay.Visit, Working = Answer.No, Note = note });
        placement.Finish(world.Time.Day(daysAgo), reason, Officer, world.Time.Ago(daysAgo, 11));
    }

    public void NeverBegan(int daysAgo) => placement.Finish(world.Time.Day(daysAgo), EndReason.NeverBegan, Officer, world.Time.Ago(daysAgo, 9));

    private Actor Teacher => Actor.Employer(placement.EmployerId!.Value);

    private Actor Officer => world.Officer(placement.CommuneCode);

    private void Check(FollowUpFacts facts)
    {
        var at = Clock.Utc(facts.On, new TimeOnly(10, 15));
        var followUp = new FollowUp(placement.Id, facts, Officer, at);
        world.Db.FollowUps.Add(followUp);
        if (facts.Working == Answer.Yes && placement.State == PlacementState.Started)
            placement.Run(Officer, at);
        if (placement.IsTraining)
            return;
        checks.Add(followUp);
        var terms = rules.Stability.On(facts.On);
        var continuity = Continuity.UpTo(facts.On, [WorkHistory.Of(placement, checks)], terms.LongestGap);
        var evidence = Evidence.Of(checks, continuity) with { Working = facts.Working };
        var judgement = StabilityRule.Judge(evidence, terms, rules.Pay.On(facts.On, communeOfWork));
        var outcome = new Outcome(placement.Id, followUp.Id, judgement.Result, judgement.RuleVersion, Outcomes.Write(judgement.Conditions), null, Officer, at);
        world.Db.Outcomes.Add(outcome);
        world.Db.EmploymentStates.Add(new(placement.ReturneeId, placement.CommuneCode, facts.On, judgement.Result, Returnees.StateSource.FollowUp, outcome.Id, at));
    }
}
