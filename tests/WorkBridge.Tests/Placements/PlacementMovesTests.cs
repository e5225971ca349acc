using WorkBridge.Placements;
using static WorkBridge.ActorKind;
using static WorkBridge.Placements.PlacementState;

namespace WorkBridge.Tests.Placements;

public sealed class PlacementMovesTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Start = new(2026, 10, 1);

    private static readonly HashSet<(PlacementState From, PlacementState To, ActorKind By)> Legal =
    [
        (Started, Running, Officer), (Started, Running, ActorKind.System),
        (Started, Ended, Officer), (Started, Ended, ActorKind.System), (Started, Ended, Employer), (Started, Ended, Person),
        (Running, Ended, Officer), (Running, Ended, ActorKind.System),
    ];

    public static TheoryData<PlacementState, PlacementState, ActorKind> All()
    {
        var all = new TheoryData<PlacementState, PlacementState, ActorKind>();
        foreach (var from in Enum.GetValues<PlacementState>())
        {
            foreach (var to in new[] { Running, Ended })
            {
                foreach (var by in Enum.GetValues<ActorKind>())
                    all.Add(from, to, by);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_move_is_made_when_the_table_has_it_and_otherwise_changes_nothing(PlacementState from, PlacementState to, ActorKind by)
    {
        var placement = At(from);
        var before = Snapshot(placement);
        var actor = new Actor(by, Guid.CreateVersion7());
        var act = to == Running ? (Action)(() => placement.Run(actor, Now)) : () => placement.Finish(Start.AddDays(40), EndReason.Health, actor, Now);

        Assert.Equal(Legal.Contains((from, to, by)), placement.CanMove(to, by));
        if (Legal.Contains((from, to, by)))
        {
            act();
            Assert.Equal(to, placement.State);
            Assert.Equal(by, placement.NewMoves[^1].ByKind);
        }
        else
        {
            Assert.Equal(Rule.WrongState, Assert.Throws<RuleBroken>(act).Rule);
            Assert.Equal(before, Snapshot(placement));
        }
    }

    [Fact]
    public void Work_cannot_end_before_it_began_unless_it_never_began()
    {
        var placement = At(Started);
        Assert.Equal(Rule.DateBeforeStart, Assert.Throws<RuleBroken>(() => placement.Finish(Start.AddDays(-1), EndReason.Health, Actor.System, Now)).Rule);
        Assert.Equal(Started, placement.State);
        placement.Finish(Start.AddDays(-1), EndReason.NeverBegan, Actor.System, Now);
        Assert.Equal(Ended, placement.State);
    }

    private static Placement At(PlacementState state)
    {
        var placement = Placement.FoundAlone(Guid.CreateVersion7(), "11443", null, Start, Actor.Officer(Guid.CreateVersion7()), Now);
        if (state == Running)
            placement.Run(Actor.System, Now);
        if (state == Ended)
            placement.Finish(Start.AddDays(30), EndReason.PlannedEnd, Actor.System, Now);
        return placement;
    }

    private static string Snapshot(Placement p) => $"{p.State}|{p.EndedOn}|{p.EndReason}|{p.Version}|{p.NewMoves.Count}";
}
