using WorkBridge.Placements;
using static WorkBridge.Placements.StepState;

namespace WorkBridge.Tests.Placements;

public sealed class FollowUpsDueTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Theory]
    [InlineData(0, "", Coming, Coming, Coming, Coming, Coming)]
    [InlineData(6, "", Coming, Coming, Coming, Coming, Coming)]
    [InlineData(7, "", Due, Coming, Coming, Coming, Coming)]
    [InlineData(10, "7", Done, Coming, Coming, Coming, Coming)]
    [InlineData(30, "7", Done, Due, Coming, Coming, Coming)]
    [InlineData(30, "", Missed, Due, Coming, Coming, Coming)]
    [InlineData(90, "7 30", Done, Done, Due, Coming, Coming)]
    [InlineData(100, "7 90", Done, Missed, Done, Coming, Coming)]
    [InlineData(400, "7 30 90 180", Done, Done, Done, Done, Due)]
    [InlineData(25, "30", Missed, Done, Coming, Coming, Coming)]
    public void Steps_stand_by_day_and_answers(int days, string answered, params StepState[] expected)
    {
        var placement = Placement.FoundAlone(Guid.CreateVersion7(), "11443", null, Start, Actor.System, Now);
        var answers = answered.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => Check(placement, int.Parse(s, System.Globalization.CultureInfo.InvariantCulture), true)).ToList();

        var steps = FollowUpsDue.For(placement, answers, Start.AddDays(days));

        Assert.Equal(expected, steps.Select(s => s.State));
        Assert.True(steps.Count(s => s.State == Due) <= 1);
    }

    [Fact]
    public void An_attempt_that_reached_nobody_answers_no_step()
    {
        var placement = Placement.FoundAlone(Guid.CreateVersion7(), "11443", null, Start, Actor.System, Now);
        var due = FollowUpsDue.Current(placement, [Check(placement, 7, reached: false)], Start.AddDays(10))!;
        Assert.Equal(7, due.Days);
        Assert.Equal(3, due.DaysLate(Start.AddDays(10)));
    }

    [Fact]
    public void Nothing_is_due_once_work_has_ended()
    {
        var placement = Placement.FoundAlone(Guid.CreateVersion7(), "11443", null, Start, Actor.System, Now);
        placement.Finish(Start.AddDays(20), EndReason.Health, Actor.System, Now);
        var steps = FollowUpsDue.For(placement, [Check(placement, 7, true)], Start.AddDays(200));
        Assert.Equal([Done, Off, Off, Off, Off], steps.Select(s => s.State));
    }

    [Fact]
    public void A_missed_check_and_a_short_month_are_risks()
    {
        var terms = StabilityRules.Read().On(Start);
        var placement = Placement.FoundAlone(Guid.CreateVersion7(), "11443", null, Start, Actor.System, Now);
        Assert.Empty(PlacementRisk.Of(placement, [], terms, Start.AddDays(14)));
        Assert.Equal([Risk.MissedCheck], PlacementRisk.Of(placement, [], terms, Start.AddDays(15)));
        var shortMonth = new FollowUp(placement.Id, new FollowUpFacts { Step = 7, On = Start.AddDays(7), Working = Answer.Yes, DaysPerMonth = 12 }, Actor.System, Now);
        Assert.Equal([Risk.ShortMonth], PlacementRisk.Of(placement, [shortMonth], terms, Start.AddDays(15)));
    }

    private static FollowUp Check(Placement placement, int step, bool reached) =>
        new(placement.Id, new FollowUpFacts { Step = step, On = placement.StartsOn.AddDays(step), Reached = reached, Working = reached ? Answer.Yes : Answer.Unknown, SameEmployer = Answer.Yes }, Actor.System, Now);
}
