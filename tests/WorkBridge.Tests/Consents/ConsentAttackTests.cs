using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Kiosks;

namespace WorkBridge.Tests.Consents;

/// <summary>A consent that was written stays as it was written, whoever tries.</summary>
public sealed class ConsentAttackTests : IAsyncLifetime
{
    private readonly ConsentWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Editing_a_consent_is_refused_and_changes_nothing()
    {
        var person = await world.PersonAsync();
        await world.AnswerAsync(person, Purpose.Matching, yes: false);

        var rule = await ConsentWorld.RefusedAsync(() => world.DoAsync(async db =>
        {
            var act = await db.Consents.SingleAsync();
            db.Entry(act).Property(c => c.Decision).CurrentValue = Decision.Given;
            await db.SaveChangesAsync();
        }));

        Assert.Equal(Rule.AppendOnly, rule);
        Assert.Equal(Decision.Refused, await world.ReadAsync(db => db.Consents.Select(c => c.Decision).SingleAsync()));
    }

    [Theory]
    [InlineData(nameof(Consent.At))]
    [InlineData(nameof(Consent.ExpiresOn))]
    [InlineData(nameof(Consent.NoticeVersion))]
    [InlineData(nameof(Consent.Sequence))]
    public async Task Re_dating_or_moving_a_consent_is_refused(string property)
    {
        var person = await world.PersonAsync();
        await world.AnswerAsync(person, Purpose.Matching, yes: true);

        var rule = await ConsentWorld.RefusedAsync(() => world.DoAsync(async db =>
        {
            var entry = db.Entry(await db.Consents.SingleAsync()).Property(property);
            entry.CurrentValue = entry.CurrentValue switch
            {
                DateTime at => at.AddYears(1),
                DateOnly day => day.AddYears(1),
                int number => number + 1,
                var other => other,
            };
            await db.SaveChangesAsync();
        }));

        Assert.Equal(Rule.AppendOnly, rule);
    }

    [Fact]
    public async Task Deleting_a_consent_is_refused_and_it_is_still_there()
    {
        var person = await world.PersonAsync();
        await world.AnswerAsync(person, Purpose.Matching, yes: true);

        var rule = await ConsentWorld.RefusedAsync(() => world.DoAsync(async db =>
        {
            db.Consents.Remove(await db.Consents.SingleAsync());
            await db.SaveChangesAsync();
        }));

        Assert.Equal(Rule.AppendOnly, rule);
        Assert.Equal(1, await world.ReadAsync(db => db.Consents.CountAsync()));
    }

    [Fact]
    public async Task Two_devices_at_once_both_leave_their_act_and_only_one_is_last()
    {
        var person = await world.PersonAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => world.AnswerAsync(person, Purpose.Matching, yes: i % 2 == 0))));

        var acts = await world.ReadAsync(db => db.Consents.OrderBy(c => c.Sequence).ToListAsync());
        Assert.Equal([1, 2, 3, 4, 5, 6], acts.Select(a => a.Sequence));
        Assert.Equal(acts[^1].Decision == Decision.Given, await world.StandsAsync(person));
    }

    [Fact]
    public async Task Withdrawing_twice_says_so_and_writes_one_act()
    {
        var person = await world.PersonAsync();
        await world.AnswerAsync(person, Purpose.Matching, yes: true);
        await world.WithdrawAsync(person, Purpose.Matching);

        Assert.Equal(Rule.AlreadyAnswered, await ConsentWorld.RefusedAsync(() => world.WithdrawAsync(person, Purpose.Matching)));
        Assert.Equal(2, await world.ReadAsync(db => db.Consents.CountAsync()));
    }

    [Fact]
    public async Task Two_devices_withdrawing_at_once_write_one_withdrawal()
    {
        // Many times over: a withdrawal between two readings of another is rare.
        for (var round = 1; round <= 60; round++)
        {
            var person = await world.PersonAsync();
            await world.AnswerAsync(person, Purpose.Matching, yes: true);

            var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Record.ExceptionAsync(() => world.WithdrawAsync(person, Purpose.Matching)))));

            Assert.Single(results, e => e is null);
            Assert.All(results.Where(e => e is not null), e => Assert.Equal(Rule.AlreadyAnswered, Assert.IsType<RuleBroken>(e).Rule));
            Assert.Equal(round, await world.ReadAsync(db => db.Consents.CountAsync(c => c.Decision == Decision.Withdrawn)));
        }
    }

    [Fact]
    public async Task A_refusal_cannot_be_withdrawn_into_a_yes()
    {
        var person = await world.PersonAsync();
        await world.AnswerAsync(person, Purpose.Matching, yes: false);

        Assert.Equal(Rule.AlreadyAnswered, await ConsentWorld.RefusedAsync(() => world.WithdrawAsync(person, Purpose.Matching)));
        Assert.False(await world.StandsAsync(person));
    }

    [Fact]
    public async Task An_officer_of_another_commune_cannot_type_in_a_paper_answer()
    {
        var person = await world.PersonAsync(commune: ConsentWorld.OtherWard);
        var paper = new AnswerSetting(ConsentWay.Paper, null, world.Officer.Id, false, null);

        Assert.Equal(Rule.NotFound, await ConsentWorld.RefusedAsync(() => world.AsOfficerAsync<AnswerConsent>(use =>
            use.RunAsync(new ConsentAnswer(person, Purpose.Matching, null, true, paper), default))));
        Assert.False(await world.StandsAsync(person));
    }

    [Fact]
    public async Task Consent_for_an_employer_who_never_had_a_referral_is_refused()
    {
        var person = await world.PersonAsync();
        var opening = await world.LiveOpeningAsync();

        Assert.Equal(Rule.NotFound, await ConsentWorld.RefusedAsync(() => world.AnswerAsync(person, Purpose.Employer, yes: true, opening.EmployerId)));
    }

    [Fact]
    public async Task Nobody_outside_the_programme_can_agree_but_everybody_can_refuse()
    {
        var person = await world.PersonAsync(plannedEnd: world.Today.AddDays(1));
        world.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(Rule.NotInProgramme, await ConsentWorld.RefusedAsync(() => world.AnswerAsync(person, Purpose.Matching, yes: true)));
        await world.AnswerAsync(person, Purpose.Matching, yes: false);
        Assert.Equal(Decision.Refused, await world.ReadAsync(db => db.Consents.Select(c => c.Decision).SingleAsync()));
    }
}
