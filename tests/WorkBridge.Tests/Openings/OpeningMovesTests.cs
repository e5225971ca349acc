using WorkBridge.Matching;
using WorkBridge.Openings;
using static WorkBridge.ActorKind;
using static WorkBridge.Openings.OpeningState;

namespace WorkBridge.Tests.Openings;

/// <summary>Every move of an opening by everybody: 9 states to 9 states by 7 kinds of actor.</summary>
public sealed class OpeningMovesTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Contact = Actor.Employer(Guid.CreateVersion7());
    private static readonly Actor Reviewer = Actor.Officer(Guid.CreateVersion7());

    /// <summary>The law, written a second time by hand from the product brief, section 5.</summary>
    private static readonly Dictionary<(OpeningState From, OpeningState To), ActorKind[]> Legal = new()
    {
        [(Draft, Submitted)] = [ActorKind.Employer, Officer],
        [(Submitted, Live)] = [Officer, Coordinator],
        [(Submitted, ChangesAsked)] = [Officer, Coordinator],
        [(Submitted, WithdrawnByReview)] = [Officer, Coordinator],
        [(ChangesAsked, Submitted)] = [ActorKind.Employer, Officer],
        [(Live, Paused)] = [ActorKind.Employer, Officer, ActorKind.System],
        [(Live, Filled)] = [ActorKind.Employer, Officer, ActorKind.System],
        [(Live, Closed)] = [ActorKind.Employer, Officer],
        [(Live, Expired)] = [ActorKind.System],
        [(Live, WithdrawnByReview)] = [Officer, Coordinator],
        [(Paused, Live)] = [ActorKind.Employer, Officer],
        [(Paused, Filled)] = [ActorKind.System],
        [(Paused, Closed)] = [ActorKind.Employer, Officer],
        [(Paused, Expired)] = [ActorKind.System],
        [(Paused, WithdrawnByReview)] = [Officer, Coordinator],
    };

    public static TheoryData<OpeningState, OpeningState> EveryPair()
    {
        var all = new TheoryData<OpeningState, OpeningState>();
        foreach (var from in Enum.GetValues<OpeningState>())
        {
            foreach (var to in Enum.GetValues<OpeningState>())
                all.Add(from, to);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void The_table_allows_what_the_brief_says_and_nothing_else(OpeningState from, OpeningState to) => Assert.Equal(
        Legal.GetValueOrDefault((from, to), []).Order(),
        Enum.GetValues<ActorKind>().Where(by => OpeningMoves.Table.Allows(from, to, by)).Order());

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void A_refused_move_changes_nothing_and_a_legal_one_is_kept_with_who_and_when(OpeningState from, OpeningState to)
    {
        foreach (var by in Enum.GetValues<ActorKind>())
        {
            if (Verb(from, to) is not { } verb || (to == Expired && by != ActorKind.System))
                continue; // no verb of an opening asks for this move by this actor
            var opening = In(from);
            var before = (opening.State, opening.Version, opening.NewMoves.Count, opening.ReviewWords, opening.ConfirmedAt);

            var broken = Record.Exception(() => verb(opening, new Actor(by, Guid.CreateVersion7())));

            if (Legal.GetValueOrDefault((from, to), []).Contains(by))
            {
                Assert.Null(broken);
                Assert.Equal(to, opening.State);
                Assert.Equal((from.ToString(), to.ToString(), by), (opening.NewMoves[^1].From!, opening.NewMoves[^1].To, opening.NewMoves[^1].ByKind));
            }
            else
            {
                Assert.Equal(Rule.WrongState, Assert.IsType<RuleBroken>(broken).Rule);
                Assert.Equal(before, (opening.State, opening.Version, opening.NewMoves.Count, opening.ReviewWords, opening.ConfirmedAt));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Changes_cannot_be_asked_and_nothing_taken_down_without_words(string words)
    {
        var opening = In(Submitted);

        Assert.Equal(Rule.ReviewNeedsWords, Assert.Throws<RuleBroken>(() => opening.AskChanges(words, Reviewer, Now)).Rule);
        Assert.Equal(Rule.ReviewNeedsWords, Assert.Throws<RuleBroken>(() => opening.TakeDown(words, Reviewer, Now)).Rule);
        Assert.Equal(Submitted, opening.State);
    }

    [Fact]
    public void The_last_place_fills_the_opening_and_one_more_is_refused()
    {
        var opening = In(Live);
        opening.TakePlace(Now);
        Assert.Equal(Live, opening.State);

        opening.TakePlace(Now);

        Assert.Equal(Filled, opening.State);
        Assert.Equal(Rule.NoPlaceLeft, Assert.Throws<RuleBroken>(() => opening.TakePlace(Now)).Rule);
        Assert.Equal(2, opening.PlacesTaken);
    }

    [Theory]
    [InlineData(Draft, true)]
    [InlineData(ChangesAsked, true)]
    [InlineData(Submitted, false)]
    [InlineData(Live, false)]
    [InlineData(Paused, false)]
    [InlineData(Closed, false)]
    public void Only_a_draft_or_one_given_back_can_be_rewritten(OpeningState state, bool can)
    {
        var opening = In(state);

        var broken = Record.Exception(() => opening.Rewrite(opening.Content with { Title = "Thợ hàn" }));

        Assert.Equal(can, broken is null);
        Assert.Equal(can ? "Thợ hàn" : "Thợ may", opening.Title);
    }

    [Theory]
    [InlineData(Live, true)]
    [InlineData(Paused, false)]
    [InlineData(Draft, false)]
    [InlineData(Closed, false)]
    public void Only_a_live_opening_can_be_confirmed(OpeningState state, bool can) =>
        Assert.Equal(can, Record.Exception(() => In(state).Confirm(Now.AddDays(10))) is null);

    private static Action<Opening, Actor>? Verb(OpeningState from, OpeningState to) => (from, to) switch
    {
        (_, Submitted) => (o, by) => o.Submit(by, Now),
        (Paused, Live) => (o, by) => o.Resume(by, Now),
        (_, Live) => (o, by) => o.PutLive(by, Now),
        (_, ChangesAsked) => (o, by) => o.AskChanges("Ghi rõ giờ làm", by, Now),
        (_, WithdrawnByReview) => (o, by) => o.TakeDown("Trùng với tin khác", by, Now),
        (_, Paused) => (o, by) => o.Pause(by, Now),
        (_, Closed) => (o, by) => o.Close(by, Now),
        (_, Expired) => (o, _) => o.Expire(Now),
        _ => null,
    };

    private static Opening In(OpeningState state)
    {
        var opening = Opening.Draft(Guid.CreateVersion7(), "11443", new OpeningContent { Kind = OpeningKind.Job, Title = "Thợ may", Places = 2 }, Now, Contact);
        if (state == Draft)
            return opening;
        opening.Submit(Contact, Now);
        if (state == Submitted)
            return opening;
        if (state == ChangesAsked)
        {
            opening.AskChanges("Ghi rõ giờ làm", Reviewer, Now);
            return opening;
        }

        opening.PutLive(Reviewer, Now);
        switch (state)
        {
            case Paused:
                opening.Pause(Contact, Now);
                break;
            case Closed:
                opening.Close(Contact, Now);
                break;
            case Expired:
                opening.Expire(Now);
                break;
            case WithdrawnByReview:
                opening.TakeDown("Trùng", Reviewer, Now);
                break;
            case Filled:
                opening.TakePlace(Now);
                opening.TakePlace(Now);
                break;
        }

        return opening;
    }
}
