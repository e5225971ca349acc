using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Returnees;

namespace WorkBridge.Tests.Consents;

/// <summary>A new notice is put to everybody; where the old one no longer counts, an old yes counts for nothing until it is said again.</summary>
public sealed class NewNoticeTests : IAsyncLifetime
{
    private static readonly ConsentRules Rules = new() { NoticeVersion = 2, OldestNotice = 2 };
    private readonly ConsentWorld world = new(Rules);

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task An_old_yes_counts_for_nothing_until_it_is_said_again_and_is_asked_at_the_next_visit()
    {
        var person = await world.PersonAsync();
        await GivenUnderTheFirstAsync(person, Purpose.Matching);
        Assert.True(await world.StandsAsync(person));

        Assert.Equal(1, await SweepAsync());
        Assert.Equal(0, await SweepAsync());

        Assert.False(await world.StandsAsync(person));
        var question = (await world.ReadAsync(db => db.QuestionsAsync(person, Rules, world.Today, default))).Single(q => q.Purpose == Purpose.Matching);
        Assert.Equal((true, false, Decision.Superseded), (question.MayAsk, question.Stands, question.Last!.Decision));
        Assert.Equal(MatchingConsent.AskAgain, FindPeople.ConsentOf(question.Last, world.Today).Consent);
        await world.AnswerAsync(person, Purpose.Matching, yes: true);
        Assert.True(await world.StandsAsync(person));
        Assert.Equal(0, await SweepAsync());
        Assert.Equal([1, 1, 2], await world.ReadAsync(db => db.Consents.OrderBy(c => c.Sequence).Select(c => c.NoticeVersion).ToListAsync()));
    }

    [Fact]
    public async Task What_is_under_way_rests_with_its_employer_is_neither_ended_nor_told_to_delete_and_is_asked_again()
    {
        var person = await world.PersonAsync();
        var referral = await world.ReferralAsync(person, ReferralState.Sent);
        await GivenUnderTheFirstAsync(person, Purpose.Employer, referral.EmployerId);

        await SweepAsync();

        Assert.Equal(ReferralState.Sent, await world.ReadAsync(db => db.Referrals.Select(r => r.State).SingleAsync()));
        Assert.Equal(0, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == Email.MailKinds.ReferralDelete)));
        var last = await world.ReadAsync(db => db.Consents.CurrentAsync(person, Purpose.Employer, referral.EmployerId, default));
        Assert.False(last!.Stands(world.Today));
        Assert.Equal(referral.Id, Assert.Single(await world.ReadAsync(db => db.EmployerQuestionsAsync(person, world.Today, default))).ReferralId);
    }

    [Fact]
    public async Task A_no_where_an_old_yes_rests_takes_it_back_with_all_that_follows()
    {
        var person = await world.PersonAsync();
        var referral = await world.ReferralAsync(person, ReferralState.Sent);
        await GivenUnderTheFirstAsync(person, Purpose.Employer, referral.EmployerId);
        await SweepAsync();

        await world.AnswerAsync(person, Purpose.Employer, yes: false, referral.EmployerId);

        Assert.Equal(ReferralState.WithdrawnByPerson, await world.ReadAsync(db => db.Referrals.Select(r => r.State).SingleAsync()));
        Assert.Equal(1, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == Email.MailKinds.ReferralDelete)));
        Assert.Equal(Decision.Withdrawn, (await world.ReadAsync(db => db.Consents.CurrentAsync(person, Purpose.Employer, referral.EmployerId, default)))!.Decision);
    }

    [Fact]
    public async Task An_old_yes_that_rests_can_still_be_taken_back_and_still_ends_on_its_day()
    {
        var (one, other) = (await world.PersonAsync(), await world.PersonAsync());
        await GivenUnderTheFirstAsync(one, Purpose.Matching);
        await GivenUnderTheFirstAsync(other, Purpose.Matching);
        await SweepAsync();

        Assert.True(Assert.Single(await world.ReadAsync(db => db.StandingOfAsync(one, world.Today, default))).Rests);
        await world.WithdrawAsync(one, Purpose.Matching);
        world.Clock.Advance(TimeSpan.FromDays(400));
        await SweepAsync();

        Assert.Equal([Decision.Withdrawn, Decision.Expired], [await LastAsync(one), await LastAsync(other)]);
        Assert.Empty(await world.ReadAsync(db => db.StandingOfAsync(other, world.Today, default)));
    }

    [Fact]
    public async Task A_yes_to_a_notice_that_is_not_read_any_more_is_refused_and_a_no_counts_under_what_was_read()
    {
        var person = await world.PersonAsync();
        var rule = await ConsentWorld.RefusedAsync(() => SayAsync(person, yes: true, shown: 1));
        Assert.Equal((Rule.ChangedMeanwhile, 0), (rule, await world.ReadAsync(db => db.Consents.CountAsync())));

        await SayAsync(person, yes: false, shown: 1);
        Assert.Equal((Decision.Refused, 1), await world.ReadAsync(async db => (await db.Consents.SingleAsync()) is var act ? (act.Decision, act.NoticeVersion) : default));
        await SayAsync(person, yes: true, shown: 2);
        Assert.True(await world.StandsAsync(person));
    }

    [Fact]
    public async Task While_the_old_notice_still_counts_so_does_the_yes_and_the_new_one_is_put_all_the_same()
    {
        var lenient = new ConsentRules { NoticeVersion = 2 };
        var mild = new ConsentWorld(lenient);
        await mild.InitializeAsync();
        var person = await mild.PersonAsync();
        await mild.DoAsync(db => GiveAsync(db, mild, person, Purpose.Matching, null));

        Assert.Equal(0, await mild.AskAsync<ExpireConsents, int>(use => use.RunAsync(default)));
        Assert.True(await mild.StandsAsync(person));
        Assert.True((await mild.ReadAsync(db => db.QuestionsAsync(person, lenient, mild.Today, default))).Single(q => q.Purpose == Purpose.Matching).MayAsk);
        await mild.DisposeAsync();
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 2)]
    [InlineData(Notices.Latest + 1, 1)]
    public void Rules_that_name_a_notice_nobody_wrote_or_count_only_newer_ones_are_not_sound(int version, int oldest) =>
        Assert.False(new ConsentRules { NoticeVersion = version, OldestNotice = oldest }.IsSound);

    private Task GivenUnderTheFirstAsync(Guid person, Purpose purpose, Guid? employer = null) => world.DoAsync(db => GiveAsync(db, world, person, purpose, employer));

    private static async Task GiveAsync(WorkBridgeDb db, ConsentWorld world, Guid person, Purpose purpose, Guid? employer)
    {
        var act = new ConsentAct(world.Now, 1, ConsentWay.KioskCard, null, null, false, null);
        db.Consents.Add(Consent.Answer(person, await db.NextSequenceAsync(person, default), purpose, employer, true, act, world.Today.AddMonths(12)));
        await db.SaveChangesAsync();
    }

    private Task SayAsync(Guid person, bool yes, int shown) => world.AskAsync<AnswerConsent>(use =>
        use.RunAsync(new ConsentAnswer(person, Purpose.Matching, null, yes, new AnswerSetting(ConsentWay.KioskCard, null, null, false, null), shown), default));

    private async Task<Decision> LastAsync(Guid person) => (await world.ReadAsync(db => db.Consents.CurrentAsync(person, Purpose.Matching, null, default)))!.Decision;

    private Task<int> SweepAsync() => world.AskAsync<ExpireConsents, int>(use => use.RunAsync(default));
}
