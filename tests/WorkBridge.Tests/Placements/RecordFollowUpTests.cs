using Microsoft.EntityFrameworkCore;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Placements;

public sealed class RecordFollowUpTests : IAsyncLifetime
{
    private World world = null!;
    private Account officer = null!;
    private Returnee person = null!;
    private Guid placementId;

    public async Task InitializeAsync()
    {
        world = await World.BeginAsync();
        officer = await world.GivenOfficer();
        person = await world.GivenPerson();
        var employer = await world.GivenEmployer();
        var referralId = await world.GivenSentReferral(await world.GivenOpening(employer), person, officer);
        await world.As<AnswerReferral>(await world.LinkOf(referralId), u => u.RunAsync(referralId, new EmployerAnswer { Kind = AnswerKind.Accept, StartsOn = world.Today }, default));
        placementId = await world.Db(db => db.Placements.Select(p => p.Id).SingleAsync());
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Ninety_days_with_a_contract_is_stable_and_the_persons_state_follows()
    {
        world.Clock.Advance(TimeSpan.FromDays(90));
        var outcome = await Record(new FollowUpFacts { Step = 90, On = world.Today, Working = Answer.Yes, SameEmployer = Answer.Yes, Contract = ContractKind.Written, DaysPerMonth = 26, PayPerMonth = 7_000_000 });

        Assert.Equal(WorkState.Stable, outcome!.Result);
        var state = await world.Db(db => db.EmploymentStates.Where(s => s.Source == StateSource.FollowUp).SingleAsync());
        Assert.Equal((WorkState.Stable, outcome.Id, world.Today), (state.State, state.SourceId!.Value, state.On));
        Assert.Equal(PlacementState.Running, await world.Db(db => db.Placements.Select(p => p.State).SingleAsync()));
        Assert.All(Outcomes.ConditionsOf(outcome), c => Assert.Equal(ConditionState.Held, c.State));
    }

    [Fact]
    public async Task A_contract_seen_earlier_counts_on_while_the_employer_is_the_same()
    {
        world.Clock.Advance(TimeSpan.FromDays(30));
        await Record(new FollowUpFacts { Step = 30, On = world.Today, Working = Answer.Yes, SameEmployer = Answer.Yes, Contract = ContractKind.Written, DaysPerMonth = 26, PayPerMonth = 7_000_000 });
        world.Clock.Advance(TimeSpan.FromDays(60));
        var same = await Record(new FollowUpFacts { Step = 90, On = world.Today, Working = Answer.Yes, SameEmployer = Answer.Yes });
        Assert.Equal(WorkState.Stable, same!.Result);

        world.Clock.Advance(TimeSpan.FromDays(90));
        var elsewhere = await Record(new FollowUpFacts { Step = 180, On = world.Today, Working = Answer.Yes, SameEmployer = Answer.No });
        Assert.Equal(WorkState.Unknown, elsewhere!.Result);
    }

    [Fact]
    public async Task Not_working_without_a_reason_is_refused_and_changes_nothing_then_ends_the_placement()
    {
        world.Clock.Advance(TimeSpan.FromDays(30));
        var facts = new FollowUpFacts { Step = 30, On = world.Today, Working = Answer.No };
        var broken = await Assert.ThrowsAsync<RuleBroken>(() => Record(facts));
        Assert.Equal((Rule.ReasonMissing, "EndReason"), (broken.Rule, broken.Field));
        Assert.Equal(0, await world.Db(db => db.FollowUps.CountAsync()));

        var outcome = await Record(facts, EndReason.TransportTrouble);
        Assert.Equal(WorkState.None, outcome!.Result);
        var placement = await world.Db(db => db.Placements.SingleAsync());
        Assert.Equal((PlacementState.Ended, EndReason.TransportTrouble, world.Today), (placement.State, placement.EndReason!.Value, placement.EndedOn!.Value));
        Assert.Equal(Rule.WrongState, (await Assert.ThrowsAsync<RuleBroken>(() => Record(facts, EndReason.Health))).Rule);
    }

    [Fact]
    public async Task Nobody_reached_is_kept_and_says_nothing_about_work()
    {
        world.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Null(await Record(new FollowUpFacts { Step = 7, On = world.Today, Reached = false, Way = FollowUpWay.Call }));
        Assert.Equal(1, await world.Db(db => db.FollowUps.CountAsync()));
        Assert.Equal(0, await world.Db(db => db.Outcomes.CountAsync()));
        Assert.Equal(0, await world.Db(db => db.EmploymentStates.CountAsync(s => s.Source == StateSource.FollowUp)));
    }

    [Fact]
    public async Task The_employer_is_not_asked_once_consent_is_gone()
    {
        await world.GivenConsent(person, await world.Db(db => db.Placements.Select(p => p.EmployerId!.Value).SingleAsync()), yes: false);
        world.Clock.Advance(TimeSpan.FromDays(7));
        var broken = await Assert.ThrowsAsync<RuleBroken>(() => Record(new FollowUpFacts { Step = 7, On = world.Today, Way = FollowUpWay.Employer, Working = Answer.Yes }));
        Assert.Equal((Rule.ConsentMissing, "Way"), (broken.Rule, broken.Field));
        Assert.NotNull(await Record(new FollowUpFacts { Step = 7, On = world.Today, Way = FollowUpWay.Call, Working = Answer.Yes, SameEmployer = Answer.Yes }));
    }

    [Fact]
    public async Task An_officer_of_another_commune_does_not_find_it()
    {
        var other = await world.GivenOfficer(World.NaDuong);
        world.Clock.Advance(TimeSpan.FromDays(7));
        var broken = await Assert.ThrowsAsync<RuleBroken>(() => world.As<RecordFollowUp>(World.Officer(other), u => u.RunAsync(placementId, null, new FollowUpFacts { On = world.Today, Working = Answer.Yes }, null, default)));
        Assert.Equal(Rule.NotFound, broken.Rule);
    }

    [Fact]
    public async Task A_note_that_tells_the_past_is_refused_at_its_field()
    {
        world.Clock.Advance(TimeSpan.FromDays(7));
        var broken = await Assert.ThrowsAsync<RuleBroken>(() => Record(new FollowUpFacts { Step = 7, On = world.Today, Working = Answer.Yes, Note = "Nơi làm biết anh ấy từng đi tù" }));
        Assert.Equal((Rule.WordingTellsPast, "Note"), (broken.Rule, broken.Field));
    }

    [Fact]
    public async Task An_override_needs_a_reason_and_stands_beside_what_was_computed()
    {
        world.Clock.Advance(TimeSpan.FromDays(7));
        await Record(new FollowUpFacts { Step = 7, On = world.Today, Working = Answer.Yes, SameEmployer = Answer.Yes });
        await Assert.ThrowsAsync<RuleBroken>(() => world.As<OverrideOutcome>(World.Officer(officer), u => u.RunAsync(placementId, null, WorkState.Stable, "  ", default)));

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.As<OverrideOutcome>(World.Officer(officer), u => u.RunAsync(placementId, null, WorkState.Stable, "Đã làm ở đây hai năm trước khi vào danh sách", default));
        Assert.Equal(2, await world.Db(db => db.Outcomes.CountAsync()));
        Assert.Equal(WorkState.Stable, await world.Db(db => db.EmploymentStates.OrderByDescending(s => s.RecordedAt).Select(s => s.State).FirstAsync()));
    }

    [Theory]
    [InlineData(EndReason.Health, WorkState.None)]
    [InlineData(EndReason.PlannedEnd, WorkState.None)]
    [InlineData(EndReason.Unknown, WorkState.None)]
    [InlineData(EndReason.BetterJob, WorkState.Unknown)]
    [InlineData(EndReason.Moved, WorkState.Unknown)]
    [InlineData(EndReason.Unreachable, WorkState.Unknown)]
    public async Task The_reason_of_an_end_says_what_is_known_of_work(EndReason reason, WorkState state)
    {
        await world.As<EndPlacement>(World.Officer(officer), u => u.RunAsync(placementId, null, world.Today, reason, default));
        Assert.Equal(state, await world.Db(db => db.EmploymentStates.Where(s => s.Source == StateSource.FollowUp).Select(s => s.State).SingleAsync()));
    }

    [Fact]
    public async Task Who_has_other_work_is_not_without_work_when_one_ends()
    {
        await world.As<AddPlacementFoundAlone, Guid>(World.Officer(officer), u => u.RunAsync(person.Id, null, world.Today, default));
        await world.As<EndPlacement>(World.Officer(officer), u => u.RunAsync(placementId, null, world.Today, EndReason.PayOrHours, default));
        Assert.Equal(WorkState.None, await world.Db(db => db.Outcomes.Select(o => o.Result).SingleAsync()));
        Assert.Equal(WorkState.Unknown, await world.Db(db => db.EmploymentStates.Where(s => s.Source == StateSource.FollowUp).Select(s => s.State).SingleAsync()));
    }

    private Task<Outcome?> Record(FollowUpFacts facts, EndReason? reason = null) =>
        world.As<RecordFollowUp, Outcome?>(World.Officer(officer), u => u.RunAsync(placementId, null, facts, reason, default));
}
