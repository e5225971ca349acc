using WorkBridge.Consents;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using static WorkBridge.ActorKind;
using static WorkBridge.Referrals.ReferralState;

namespace WorkBridge.Tests.Referrals;

/// <summary>The table of the product brief, section 5, written out once more by hand, against every state, method and role.</summary>
public sealed class ReferralMovesTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Dictionary<ReferralState, Action<Referral, Actor>> Methods = new()
    {
        [Sent] = (r, by) => r.Send(ConsentFor(r), by, Now),
        [Seen] = (r, by) => r.MarkSeen(by, Now),
        [UnderReview] = (r, by) => r.Ask("Chị ấy làm được ca tối không?", by, Now),
        [InterviewSet] = (r, by) => r.SetInterview(Now.AddDays(2), "Phòng kỹ thuật", by, Now),
        [Trial] = (r, by) => r.StartTrial(Today.AddDays(7), by, Now),
        [Accepted] = (r, by) => r.Accept(Today.AddDays(7), by, Now),
        [Declined] = (r, by) => r.Decline(DeclineReason.TooFar, null, by, Now),
        [WithdrawnByPerson] = (r, by) => r.Withdraw(by, Now),
        [CancelledAfterAcceptance] = (r, by) => r.Cancel(by, Now),
    };

    /// <summary>Moves the system alone makes; they take no actor.</summary>
    private static readonly Dictionary<ReferralState, Action<Referral>> OwnMethods = new()
    {
        [Lapsed] = r => r.Lapse(Now),
        [PlacedElsewhere] = r => r.PlaceElsewhere(Now),
        [OpeningClosed] = r => r.OpeningWasClosed(Now),
    };

    private static readonly HashSet<(ReferralState From, ReferralState To, ActorKind By)> Legal = [.. ByHand()];

    public static TheoryData<ReferralState, ReferralState, ActorKind> All()
    {
        var all = new TheoryData<ReferralState, ReferralState, ActorKind>();
        foreach (var from in Enum.GetValues<ReferralState>())
        {
            foreach (var to in Enum.GetValues<ReferralState>().Where(s => s != Prepared))
            {
                foreach (var by in Enum.GetValues<ActorKind>())
                    all.Add(from, to, by);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_move_is_made_when_the_table_has_it_and_otherwise_changes_nothing(ReferralState from, ReferralState to, ActorKind by)
    {
        var legal = Legal.Contains((from, to, by));
        Assert.Equal(legal, ReferralMoves.Table.Allows(from, to, by));
        if (OwnMethods.ContainsKey(to) && by != ActorKind.System)
            return;

        var referral = At(from);
        var before = Snapshot(referral);
        var act = Methods.TryGetValue(to, out var method) ? () => method(referral, new Actor(by, Guid.CreateVersion7())) : (Action)(() => OwnMethods[to](referral));
        if (to == Seen && from is UnderReview or InterviewSet or Trial || (to == Seen && referral.SeenAt is not null))
        {
            act();
            Assert.Equal(before, Snapshot(referral));
        }
        else if (legal)
        {
            act();
            Assert.Equal(to, referral.State);
            Assert.Equal(to.ToString(), referral.NewMoves[^1].To);
            Assert.Equal(by, referral.NewMoves[^1].ByKind);
        }
        else
        {
            Assert.Equal(Rule.WrongState, Assert.Throws<RuleBroken>(act).Rule);
            Assert.Equal(before, Snapshot(referral));
        }
    }

    [Theory]
    [InlineData("none")]
    [InlineData("refused")]
    [InlineData("expired")]
    [InlineData("other employer")]
    [InlineData("other person")]
    public void Send_without_standing_consent_for_this_employer_is_refused_and_changes_nothing(string kind)
    {
        var referral = At(Prepared);
        var before = Snapshot(referral);
        var consent = kind switch
        {
            "refused" => ConsentFor(referral, yes: false),
            "expired" => ConsentFor(referral, expires: Today.AddDays(-1)),
            "other employer" => ConsentFor(referral, employerId: Guid.CreateVersion7()),
            "other person" => ConsentFor(referral, returneeId: Guid.CreateVersion7()),
            _ => null,
        };

        Assert.False(referral.CanSend(consent, Today));
        Assert.Equal(Rule.ConsentMissing, Assert.Throws<RuleBroken>(() => referral.Send(consent, Actor.Officer(Guid.CreateVersion7()), Now)).Rule);
        Assert.Equal(before, Snapshot(referral));
    }

    [Fact]
    public void Consent_stands_on_its_last_day()
    {
        var referral = At(Prepared);
        referral.Send(ConsentFor(referral, expires: Today), Actor.Officer(Guid.CreateVersion7()), Now);
        Assert.Equal(Sent, referral.State);
    }

    [Fact]
    public void An_interview_in_the_past_a_start_a_year_off_and_a_decline_without_words_are_refused()
    {
        var referral = At(Sent);
        var by = Actor.Link(Guid.CreateVersion7());
        Assert.Equal(Rule.DateInThePast, Assert.Throws<RuleBroken>(() => referral.SetInterview(Now.AddMinutes(-1), null, by, Now)).Rule);
        Assert.Equal(Rule.DateTooFar, Assert.Throws<RuleBroken>(() => referral.Accept(Today.AddDays(366), by, Now)).Rule);
        Assert.Equal(Rule.DateInThePast, Assert.Throws<RuleBroken>(() => referral.StartTrial(Today.AddDays(-31), by, Now)).Rule);
        Assert.Equal(Rule.ReasonMissing, Assert.Throws<RuleBroken>(() => referral.Decline(DeclineReason.Other, " ", by, Now)).Rule);
        Assert.Equal(Sent, referral.State);
    }

    [Fact]
    public void More_time_is_a_later_day_and_only_while_an_answer_is_waited_for()
    {
        var referral = At(Sent);
        Assert.Throws<RuleBroken>(() => referral.Extend(referral.AnswerBy!.Value, Now));
        referral.Extend(Today.AddDays(20), Now);
        Assert.Equal(Today.AddDays(20), referral.AnswerBy);
        foreach (var state in Enum.GetValues<ReferralState>().Except([Sent, Seen, UnderReview]))
            Assert.Throws<RuleBroken>(() => At(state).Extend(Today.AddDays(40), Now));
    }

    private static IEnumerable<(ReferralState, ReferralState, ActorKind)> ByHand()
    {
        ActorKind[] answers = [Officer, Employer, EmployerLink];
        yield return (Prepared, Sent, Officer);
        yield return (Sent, Seen, Employer);
        yield return (Sent, Seen, EmployerLink);
        foreach (var by in answers)
        {
            foreach (var from in new[] { Sent, Seen, UnderReview })
            {
                foreach (var to in new[] { UnderReview, InterviewSet, Trial, Accepted, Declined })
                    yield return (from, to, by);
            }

            yield return (InterviewSet, InterviewSet, by);
            yield return (InterviewSet, Trial, by);
            yield return (InterviewSet, Accepted, by);
            yield return (InterviewSet, Declined, by);
            yield return (Trial, Accepted, by);
            yield return (Trial, Declined, by);
        }

        foreach (var from in new[] { Sent, Seen, UnderReview })
            yield return (from, Lapsed, ActorKind.System);
        foreach (var from in new[] { Prepared, Sent, Seen, UnderReview, InterviewSet, Trial })
        {
            yield return (from, PlacedElsewhere, ActorKind.System);
            yield return (from, OpeningClosed, ActorKind.System);
            foreach (var by in new[] { Person, Officer, ActorKind.System })
                yield return (from, WithdrawnByPerson, by);
        }

        foreach (var by in new[] { Officer, Employer, Person })
            yield return (Accepted, CancelledAfterAcceptance, by);
    }

    internal static Referral At(ReferralState state)
    {
        var officer = Actor.Officer(Guid.CreateVersion7());
        var link = Actor.Link(Guid.CreateVersion7());
        var opening = Opening.Draft(Guid.CreateVersion7(), "11443", new OpeningContent { Title = "Thợ may", Places = 2, Kind = OpeningKind.Job }, Now, officer);
        opening.Submit(officer, Now);
        opening.PutLive(officer, Now);
        var referral = Referral.Prepare(opening, Guid.CreateVersion7(), "11443", officer, Now, null);
        if (state == Prepared)
            return referral;
        if (state is not (WithdrawnByPerson or PlacedElsewhere or OpeningClosed))
            referral.Send(ConsentFor(referral), officer, Now);
        if (state == CancelledAfterAcceptance)
            referral.Accept(Today, link, Now);
        if (state != Sent)
        {
            if (Methods.TryGetValue(state, out var method))
                method(referral, state is WithdrawnByPerson or CancelledAfterAcceptance ? officer : link);
            else
                OwnMethods[state](referral);
        }

        return referral;
    }

    private static Consent ConsentFor(Referral referral, bool yes = true, DateOnly? expires = null, Guid? employerId = null, Guid? returneeId = null) =>
        Consent.Answer(returneeId ?? referral.ReturneeId, 1, Purpose.Employer, employerId ?? referral.EmployerId, yes, new ConsentAct(Now, 1, ConsentWay.KioskCard, null, null, false, null), expires ?? Today.AddMonths(12));

    private static string Snapshot(Referral r) =>
        $"{r.State}|{r.SentAt}|{r.AnswerBy}|{r.SeenAt}|{r.InterviewAt}|{r.TrialFrom}|{r.StartsOn}|{r.DeclineReason}|{r.TextToOfficer}|{r.EndedAt}|{r.Version}|{r.NewMoves.Count}";
}
