using WorkBridge.Employers;

namespace WorkBridge.Tests.Employers;

/// <summary>Every move of an employer by everybody: the legal ones as the law of the house has them, all others refused without a trace.</summary>
public sealed class EmployerMovesTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);

    private static readonly HashSet<(EmployerState From, EmployerState To)> Legal =
    [
        (EmployerState.Registered, EmployerState.Approved),
        (EmployerState.Registered, EmployerState.Refused),
        (EmployerState.Refused, EmployerState.Registered),
        (EmployerState.Approved, EmployerState.Suspended),
        (EmployerState.Suspended, EmployerState.Approved),
    ];

    public static TheoryData<EmployerState, EmployerState, ActorKind> Every()
    {
        var all = new TheoryData<EmployerState, EmployerState, ActorKind>();
        foreach (var from in Enum.GetValues<EmployerState>())
        {
            foreach (var to in Enum.GetValues<EmployerState>())
            {
                foreach (var by in Enum.GetValues<ActorKind>())
                    all.Add(from, to, by);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void A_move_goes_through_only_for_reviewers_along_the_table(EmployerState from, EmployerState to, ActorKind by)
    {
        var employer = In(from);
        var (version, kept) = (employer.Version, employer.NewMoves.Count);
        var legal = Legal.Contains((from, to)) && by is ActorKind.Officer or ActorKind.Coordinator;

        var broken = Record.Exception(() => Move(employer, to, new Actor(by, Guid.CreateVersion7())));

        Assert.Equal(legal, Employer.Moves.Allows(from, to, by));
        if (legal)
        {
            Assert.Null(broken);
            Assert.Equal(to, employer.State);
            var move = employer.NewMoves[^1];
            Assert.Equal((from.ToString(), to.ToString(), by, Now), (move.From!, move.To, move.ByKind, move.At));
        }
        else
        {
            Assert.Equal(Rule.WrongState, Assert.IsType<RuleBroken>(broken).Rule);
            Assert.Equal((from, version, kept), (employer.State, employer.Version, employer.NewMoves.Count));
        }
    }

    [Fact]
    public void A_refusal_keeps_its_coded_reason_with_the_move()
    {
        var employer = In(EmployerState.Registered);

        employer.Refuse(RefusalReason.OutsideCommune, Actor.Officer(Guid.CreateVersion7()), Now);

        Assert.Equal(nameof(RefusalReason.OutsideCommune), employer.NewMoves[^1].Code);
    }

    private static void Move(Employer employer, EmployerState to, Actor by)
    {
        switch (to)
        {
            case EmployerState.Approved:
                employer.Approve(by, Now);
                break;
            case EmployerState.Refused:
                employer.Refuse(RefusalReason.CannotBeVerified, by, Now);
                break;
            case EmployerState.Suspended:
                employer.Suspend(RefusalReason.BrokenPromise, by, Now);
                break;
            default:
                employer.Reconsider(by, Now);
                break;
        }
    }

    private static Employer In(EmployerState state)
    {
        var officer = Actor.Officer(Guid.CreateVersion7());
        var employer = Employer.Register("HTX May Kiến Phúc", EmployerKind.Cooperative, "0100109106", "11443", null, null, "lienhe@kienphuc.example", Now, officer);
        if (state == EmployerState.Refused)
            employer.Refuse(RefusalReason.CannotBeVerified, officer, Now);
        if (state is EmployerState.Approved or EmployerState.Suspended)
            employer.Approve(officer, Now);
        if (state == EmployerState.Suspended)
            employer.Suspend(RefusalReason.BrokenPromise, officer, Now);
        return employer;
    }
}
