using Microsoft.EntityFrameworkCore;
using WorkBridge.Email;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Referrals;

/// <summary>What follows from an answer of the employer.</summary>
public sealed class AnswerReferralTests : IAsyncLifetime
{
    private World world = null!;
    private Account officer = null!;
    private Returnee person = null!;
    private WorkBridge.Employers.Employer employer = null!;

    public async Task InitializeAsync()
    {
        world = await World.BeginAsync();
        officer = await world.GivenOfficer();
        person = await world.GivenPerson();
        employer = await world.GivenEmployer();
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Accepting_takes_a_place_begins_work_and_ends_the_persons_other_referrals()
    {
        var opening = await world.GivenOpening(employer, places: 2);
        var elsewhere = await world.GivenEmployer();
        var id = await world.GivenSentReferral(opening, person, officer);
        var other = await world.GivenSentReferral(await world.GivenOpening(elsewhere), person, officer);
        var prepared = await Prepare(await world.GivenOpening(elsewhere));
        var stranger = await world.GivenSentReferral(opening, await world.GivenPerson("Lê Văn Bình"), officer);

        await Answer(await world.LinkOf(id), id, new EmployerAnswer { Kind = AnswerKind.Accept, StartsOn = world.Today.AddDays(7) });

        Assert.Equal(ReferralState.Accepted, (await world.Referral(id)).State);
        Assert.Equal(1, (await world.Referral(id)).Opening.PlacesTaken);
        var placement = await world.Db(db => db.Placements.SingleAsync());
        Assert.Equal((id, person.Id, world.Today.AddDays(7), World.Sewing), (placement.ReferralId!.Value, placement.ReturneeId, placement.StartsOn, placement.TradeCode));
        Assert.Equal(ReferralState.PlacedElsewhere, (await world.Referral(other)).State);
        Assert.Equal(ReferralState.PlacedElsewhere, (await world.Referral(prepared)).State);
        Assert.Equal(ReferralState.Sent, (await world.Referral(stranger)).State);
        Assert.NotNull(await world.Db(db => db.OneTimeLinks.Where(l => l.ReferralId == other).Select(l => l.RevokedAt).SingleAsync()));
        Assert.Equal([other], await world.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.ReferralDelete).Select(m => m.SubjectId).ToListAsync()));
        Assert.Equal(officer.Email, await world.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.ReferralAnswered).Select(m => m.To).SingleAsync()));
    }

    [Fact]
    public async Task The_last_place_fills_the_opening_and_ends_what_was_open_for_it()
    {
        var opening = await world.GivenOpening(employer, places: 1);
        var id = await world.GivenSentReferral(opening, person, officer);
        var other = await world.GivenSentReferral(opening, await world.GivenPerson("Lê Văn Bình"), officer);
        await Answer(await world.LinkOf(id), id, new EmployerAnswer { Kind = AnswerKind.Accept, StartsOn = world.Today });
        Assert.Equal(OpeningState.Filled, (await world.Referral(id)).Opening.State);
        Assert.Equal(ReferralState.OpeningClosed, (await world.Referral(other)).State);
    }

    [Fact]
    public async Task Two_accepted_at_once_for_one_place_make_one_placement()
    {
        var opening = await world.GivenOpening(employer, places: 1);
        var ids = new List<Guid>();
        foreach (var name in new[] { "Lê Văn Bình", "Đỗ Thị Hoa", "Phạm Văn Sơn", "Bùi Thị Lan" })
            ids.Add(await world.GivenSentReferral(opening, await world.GivenPerson(name), officer));
        var links = new List<Action<CurrentUser>>();
        foreach (var id in ids)
            links.Add(await world.LinkOf(id));

        var refused = 0;
        await Task.WhenAll(ids.Select(async (id, i) =>
        {
            try
            {
                await Answer(links[i], id, new EmployerAnswer { Kind = AnswerKind.Accept, StartsOn = world.Today });
            }
            catch (Exception e) when (e is RuleBroken or DbUpdateConcurrencyException)
            {
                Interlocked.Increment(ref refused);
            }
        }));

        Assert.Equal(3, refused);
        Assert.Equal(1, await world.Db(db => db.Placements.CountAsync()));
        Assert.Equal(1, await world.Db(db => db.Openings.Where(o => o.Id == opening.Id).Select(o => o.PlacesTaken).SingleAsync()));
    }

    [Fact]
    public async Task Fifty_presses_of_one_link_make_one_answer_and_forty_nine_clear_refusals()
    {
        var id = await world.GivenSentReferral(await world.GivenOpening(employer), person, officer);
        var link = await world.LinkOf(id);
        var rules = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            try
            {
                await Answer(link, id, new EmployerAnswer { Kind = AnswerKind.Accept, StartsOn = world.Today });
                return (Rule?)null;
            }
            catch (RuleBroken broken)
            {
                return broken.Rule;
            }
        }));
        Assert.Single(rules, r => r is null);
        Assert.Equal(49, rules.Count(r => r == Rule.AlreadyAnswered));
        Assert.Equal(1, await world.Db(db => db.Placements.CountAsync()));
    }

    [Theory]
    [InlineData(AnswerKind.Interview, "InterviewAt")]
    [InlineData(AnswerKind.Trial, "TrialFrom")]
    [InlineData(AnswerKind.Accept, "StartsOn")]
    [InlineData(AnswerKind.Ask, "Question")]
    [InlineData(AnswerKind.Decline, "Reason")]
    public async Task An_answer_without_what_it_needs_names_the_field_and_changes_nothing(AnswerKind kind, string field)
    {
        var id = await world.GivenSentReferral(await world.GivenOpening(employer), person, officer);
        var broken = await Assert.ThrowsAsync<RuleBroken>(async () => await Answer(await world.LinkOf(id), id, new EmployerAnswer { Kind = kind }));
        Assert.Equal(field, broken.Field);
        Assert.Equal(ReferralState.Sent, (await world.Referral(id)).State);
    }

    [Fact]
    public async Task An_employer_declines_with_one_of_six_reasons_and_the_officer_with_any()
    {
        var opening = await world.GivenOpening(employer);
        var id = await world.GivenSentReferral(opening, person, officer);
        await Assert.ThrowsAsync<RuleBroken>(async () => await Answer(await world.LinkOf(id), id, new EmployerAnswer { Kind = AnswerKind.Decline, Reason = DeclineReason.MissedInterview }));
        await Answer(World.Officer(officer), id, new EmployerAnswer { Kind = AnswerKind.Decline, Reason = DeclineReason.MissedInterview });
        Assert.Equal(DeclineReason.MissedInterview, (await world.Referral(id)).DeclineReason);
        Assert.Equal(0, await world.Db(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.ReferralAnswered)));
    }

    [Fact]
    public async Task An_appointment_keeps_the_link_open_until_two_weeks_after_it()
    {
        var id = await world.GivenSentReferral(await world.GivenOpening(employer), person, officer);
        var link = await world.LinkOf(id);
        await Answer(link, id, new EmployerAnswer { Kind = AnswerKind.Interview, InterviewAt = world.Now.AddDays(30) });
        world.Clock.Advance(TimeSpan.FromDays(40));
        await Answer(link, id, new EmployerAnswer { Kind = AnswerKind.Decline, Reason = DeclineReason.LacksSkill });
        Assert.Equal(ReferralState.Declined, (await world.Referral(id)).State);
    }

    [Fact]
    public async Task A_link_that_has_expired_by_a_second_answers_nothing()
    {
        var id = await world.GivenSentReferral(await world.GivenOpening(employer), person, officer);
        var link = await world.LinkOf(id);
        var ends = await world.Db(db => db.OneTimeLinks.Select(l => l.ExpiresAt).SingleAsync());
        world.Clock.SetUtcNow(new DateTimeOffset(ends, TimeSpan.Zero));
        Assert.Equal(Rule.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => world.As<ViewReferral>(link, u => u.RunAsync(id, default)))).Rule);
    }

    [Fact]
    public async Task Cancelling_frees_the_place_and_ends_the_placement_as_never_begun()
    {
        var opening = await world.GivenOpening(employer);
        var id = await world.GivenSentReferral(opening, person, officer);
        await Answer(await world.LinkOf(id), id, new EmployerAnswer { Kind = AnswerKind.Accept, StartsOn = world.Today.AddDays(7) });
        await world.As<CancelAcceptance>(World.Officer(officer), u => u.RunAsync(id, default));
        var referral = await world.Referral(id);
        Assert.Equal((ReferralState.CancelledAfterAcceptance, 0), (referral.State, referral.Opening.PlacesTaken));
        Assert.Equal(EndReason.NeverBegan, await world.Db(db => db.Placements.Select(p => p.EndReason).SingleAsync()));
        Assert.Equal(1, await world.Db(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.ReferralDelete)));
    }

    private Task<Guid> Prepare(Opening opening, Returnee? who = null) =>
        world.As<PrepareReferral, Guid>(World.Officer(officer), u => u.RunAsync(opening.Id, (who ?? person).Id, null, default));

    private Task Answer(Action<CurrentUser> who, Guid id, EmployerAnswer answer) => world.As<AnswerReferral>(who, u => u.RunAsync(id, answer, default));
}
