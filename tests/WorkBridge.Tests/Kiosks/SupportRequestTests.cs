using WorkBridge.Support;

namespace WorkBridge.Tests.Kiosks;

public sealed class SupportRequestTests
{
    private static readonly DateTime Now = new(2026, 11, 26, 2, 0, 0, DateTimeKind.Utc);

    /// <summary>Every move there is, by everybody: what the table allows happens and is kept, everything else is refused and changes nothing.</summary>
    [Fact]
    public void Every_move_by_everybody_is_as_the_table_says()
    {
        var open = new[] { SupportState.Asked, SupportState.Checked, SupportState.Referred };
        foreach (var from in Enum.GetValues<SupportState>())
        {
            foreach (var to in Enum.GetValues<SupportState>())
            {
                foreach (var by in Enum.GetValues<ActorKind>())
                {
                    var request = At(from);
                    request.NewMoves.Clear();
                    var onwards = open.Contains(from) && to > from && !(from == SupportState.Referred && to == SupportState.Checked);
                    var may = onwards && (to == SupportState.Withdrawn ? by is ActorKind.Person or ActorKind.Officer or ActorKind.System : by == ActorKind.Officer);
                    Assert.Equal(may, request.CanMove(to, by));
                    if (may)
                    {
                        request.Move(to, "Mời anh ghé quầy", new Actor(by, null), Now);
                        Assert.Equal((to, from.ToString(), to.ToString()), (request.State, request.NewMoves[0].From, request.NewMoves[0].To));
                        Assert.Equal(!open.Contains(to), request.EndedAt is not null);
                    }
                    else
                    {
                        Assert.Equal(Rule.WrongState, Assert.Throws<RuleBroken>(() => request.Move(to, "Mời anh ghé quầy", new Actor(by, null), Now)).Rule);
                        Assert.Equal((from, 0), (request.State, request.NewMoves.Count));
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(SupportState.Refused)]
    [InlineData(SupportState.Referred)]
    public void A_refusal_and_a_reference_tell_the_person_something(SupportState to)
    {
        var request = At(SupportState.Asked);
        Assert.Equal(Rule.ReasonMissing, Assert.Throws<RuleBroken>(() => request.Move(to, null, Actor.Officer(Guid.Empty), Now)).Rule);
        Assert.Equal(SupportState.Asked, request.State);
    }

    private static SupportRequest At(SupportState state)
    {
        var request = SupportRequest.Ask(Guid.CreateVersion7(), "11443", SupportKind.Loan, Actor.System, Now);
        if (state != SupportState.Asked)
            request.Move(state, "Mời anh ghé quầy", Actor.Officer(Guid.Empty), Now);
        return request;
    }
}
