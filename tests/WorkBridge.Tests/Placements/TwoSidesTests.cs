using WorkBridge.Placements;
using static WorkBridge.Placements.FollowUpWay;

namespace WorkBridge.Tests.Placements;

/// <summary>When what employer and person say cannot both be true.</summary>
public sealed class TwoSidesTests
{
    private static readonly DateOnly Start = new(2026, 11, 1);
    private static readonly Actor Link = Actor.Link(Guid.CreateVersion7());
    private static readonly Actor Self = Actor.Person(Guid.CreateVersion7());
    private static readonly Actor Desk = Actor.Officer(Guid.CreateVersion7());
    private readonly Guid placementId = Guid.CreateVersion7();
    private int minutes;

    [Fact]
    public void One_side_alone_differs_from_nobody()
    {
        Assert.False(TwoSides.Of([]).Differ);
        Assert.False(TwoSides.Of([Employer(30, there: false)]).Differ);
        Assert.False(TwoSides.Of([Person(30, there: true)]).Differ);
    }

    [Fact]
    public void There_and_gone_of_the_same_time_differ_whoever_says_which()
    {
        Assert.True(TwoSides.Of([Employer(30, there: false), Person(31, there: true)]).Differ);
        Assert.True(TwoSides.Of([Employer(30, there: true), Person(31, there: false, step: 30)]).Differ);
        Assert.True(TwoSides.Of([Person(31, there: false), Employer(33, there: true)]).Differ);
        Assert.True(TwoSides.Of([Person(40, there: true), Employer(41, there: false, lastDay: 35)]).Differ);
    }

    [Fact]
    public void Work_seen_before_the_last_day_contradicts_nobody_nor_does_another_employer()
    {
        Assert.False(TwoSides.Of([Person(30, there: true), Employer(60, there: false, lastDay: 45)]).Differ);
        Assert.False(TwoSides.Of([Employer(30, there: true), Person(91, there: false, step: 90)]).Differ);
        Assert.False(TwoSides.Of([Employer(30, there: false), Check(Person(30), Answer.Yes, Answer.No)]).Differ);
    }

    [Fact]
    public void An_officer_who_looked_settles_it_and_asking_the_employer_again_does_not()
    {
        FollowUp[] said = [Employer(30, there: false), Person(31, there: true)];
        Assert.True(TwoSides.Of([.. said, Check((30, 32, FollowUpWay.Employer, Desk, null), Answer.No, Answer.Unknown)]).Differ);
        Assert.False(TwoSides.Of([.. said, Check((30, 32, Visit, Desk, null), Answer.Yes, Answer.Yes)]).Differ);
    }

    [Fact]
    public void Neither_side_is_believed_over_the_other_and_an_employers_word_alone_is_not_no_work()
    {
        var (employer, person) = (Employer(30, there: false), Person(31, there: true));
        Assert.Equal(Answer.Unknown, TwoSides.Of([employer]).WorkingAt(employer));
        Assert.Equal(Answer.Unknown, TwoSides.Of([employer, person]).WorkingAt(person));
        Assert.Equal(Answer.Yes, TwoSides.Of([person]).WorkingAt(person));
        var own = Person(31, there: false);
        Assert.Equal(Answer.No, TwoSides.Of([employer, own]).WorkingAt(own));
    }

    [Fact]
    public void What_was_said_is_a_risk_until_an_officer_has_looked_and_attempts_do_not_count()
    {
        var terms = StabilityRules.Read().On(Start);
        var placement = Placement.FoundAlone(Guid.CreateVersion7(), "11443", null, Start, Actor.System, new DateTime(2026, 11, 1, 2, 0, 0, DateTimeKind.Utc));
        IReadOnlyList<Risk> At(params FollowUp[] checks) => PlacementRisk.Of(placement, checks, terms, Start.AddDays(33));
        var hard = new FollowUp(placementId, new FollowUpFacts { Step = 30, On = Start.AddDays(31), Way = FollowUpWay.Person, Working = Answer.Yes, SameEmployer = Answer.Yes, Going = Going.Hard, Trouble = Trouble.Transport, WantsCall = true }, Self, Clock.Utc(Start.AddDays(31), new TimeOnly(9, 0)));

        Assert.Equal([Risk.SaidToHaveLeft], At(Employer(30, there: false)));
        Assert.Equal([Risk.SidesDiffer], At(Employer(30, there: false), Person(31, there: true)));
        Assert.Equal([Risk.FindsItHard, Risk.AsksForCall], At(hard));
        var failed = new FollowUp(placementId, new FollowUpFacts { Step = 30, On = Start.AddDays(32), Way = Call, Reached = false }, Desk, Clock.Utc(Start.AddDays(32), new TimeOnly(9, 0)));
        Assert.Equal([Risk.FindsItHard, Risk.AsksForCall], At(hard, failed));
        Assert.Empty(At(hard, Check((30, 32, Call, Desk, null), Answer.Yes, Answer.Yes)));
    }

    private FollowUp Employer(int day, bool there, int? lastDay = null) => Check((30, day, FollowUpWay.Employer, Link, lastDay), there ? Answer.Yes : Answer.No, there ? Answer.Yes : Answer.Unknown);

    private FollowUp Person(int day, bool there, int step = 30) => Check((step, day, FollowUpWay.Person, Self, null), there ? Answer.Yes : Answer.No, there ? Answer.Yes : Answer.Unknown);

    private static (int, int, FollowUpWay, Actor, int?) Person(int day) => (30, day, FollowUpWay.Person, Self, null);

    private FollowUp Check((int Step, int Day, FollowUpWay Way, Actor By, int? LastDay) check, Answer working, Answer same) => new(
        placementId,
        new FollowUpFacts { Step = check.Step, On = Start.AddDays(check.Day), Way = check.Way, Working = working, SameEmployer = same, LastDay = check.LastDay is { } day ? Start.AddDays(day) : null },
        check.By,
        Clock.Utc(Start.AddDays(check.Day), new TimeOnly(10, 0)).AddMinutes(minutes++));
}
