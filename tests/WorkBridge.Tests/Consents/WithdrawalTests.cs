using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Email;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;

namespace WorkBridge.Tests.Consents;

/// <summary>Taking consent back stops exactly what the brief says for its purpose.</summary>
public sealed class WithdrawalTests : IAsyncLifetime
{
    private readonly ConsentWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Matching_withdrawn_ends_what_is_open_revokes_links_cancels_mail_and_tells_the_employer()
    {
        var person = await world.PersonAsync();
        await world.AnswerAsync(person, Purpose.Matching, yes: true);
        Assert.True(await world.StandsAsync(person));
        var prepared = await world.ReferralAsync(person, ReferralState.Prepared);
        var sent = await world.ReferralAsync(person, ReferralState.Sent);
        var trial = await world.ReferralAsync(person, ReferralState.Trial);
        var accepted = await world.ReferralAsync(person, ReferralState.Accepted);

        await world.WithdrawAsync(person, Purpose.Matching);

        Assert.False(await world.StandsAsync(person));
        var states = await world.ReadAsync(db => db.Referrals.ToDictionaryAsync(r => r.Id, r => r.State));
        Assert.All(new[] { prepared, sent, trial }, r => Assert.Equal(ReferralState.WithdrawnByPerson, states[r.Id]));
        Assert.Equal(ReferralState.Accepted, states[accepted.Id]);

        var openLinks = await world.ReadAsync(db => db.OneTimeLinks.Where(l => l.RevokedAt == null).Select(l => l.ReferralId).ToListAsync());
        Assert.Equal([accepted.Id], openLinks);
        var mails = await world.ReadAsync(db => db.Outbox.ToListAsync());
        Assert.All(mails.Where(m => m.Kind == MailKinds.ReferralSent), m => Assert.Equal(m.SubjectId == accepted.Id ? MailState.Waiting : MailState.Cancelled, m.State));
        var deletes = mails.Where(m => m.Kind == MailKinds.ReferralDelete).ToList();
        Assert.Equal(new[] { sent.Id, trial.Id }.Order(), deletes.Select(m => m.SubjectId).Order());
        Assert.All(deletes, m => Assert.Equal($"referral-delete:{m.SubjectId}", m.Key));
        Assert.All(deletes, m => Assert.Equal("tuyen.dung@example.vn", m.To));
        Assert.Equal(ActorKind.Person, await world.ReadAsync(db => db.StateMoves.Where(m => m.NounId == sent.Id && m.To == "WithdrawnByPerson").Select(m => m.ByKind).SingleAsync()));
    }

    [Fact]
    public async Task One_employer_withdrawn_ends_that_referral_alone_and_a_placement_stays()
    {
        var person = await world.PersonAsync();
        await world.AnswerAsync(person, Purpose.Matching, yes: true);
        var opening = await world.LiveOpeningAsync();
        var mine = await world.ReferralAsync(person, ReferralState.Sent, opening);
        var other = await world.ReferralAsync(person, ReferralState.Sent);
        var accepted = await world.ReferralAsync(person, ReferralState.Accepted, opening);
        await world.DoAsync(async db =>
        {
            db.Placements.Add(Placement.Begin(accepted, opening, Actor.Officer(world.Officer.Id), world.Now));
            await db.SaveChangesAsync();
        });
        await world.AnswerAsync(person, Purpose.Employer, yes: true, opening.EmployerId);

        await world.WithdrawAsync(person, Purpose.Employer, opening.EmployerId);

        var states = await world.ReadAsync(db => db.Referrals.ToDictionaryAsync(r => r.Id, r => r.State));
        Assert.Equal(ReferralState.WithdrawnByPerson, states[mine.Id]);
        Assert.Equal(ReferralState.Sent, states[other.Id]);
        Assert.Equal(ReferralState.Accepted, states[accepted.Id]);
        Assert.Equal(PlacementState.Started, await world.ReadAsync(db => db.Placements.Select(p => p.State).SingleAsync()));
        var told = await world.ReadAsync(db => db.Outbox.Where(m => m.Kind == MailKinds.ReferralDelete).Select(m => m.SubjectId).ToListAsync());
        Assert.Equal(new[] { mine.Id, accepted.Id }.Order(), told.Order());
        Assert.Equal([other.Id], await world.ReadAsync(db => db.OneTimeLinks.Where(l => l.RevokedAt == null).Select(l => l.ReferralId).ToListAsync()));
        Assert.True(await world.StandsAsync(person));
    }

    [Fact]
    public async Task No_to_an_employer_ends_what_was_prepared_and_tells_nobody()
    {
        var person = await world.PersonAsync();
        var referral = await world.ReferralAsync(person, ReferralState.Prepared);

        await world.AnswerAsync(person, Purpose.Employer, yes: false, referral.EmployerId);

        Assert.Equal(ReferralState.WithdrawnByPerson, await world.ReadAsync(db => db.Referrals.Select(r => r.State).SingleAsync()));
        Assert.Empty(await world.ReadAsync(db => db.Outbox.ToListAsync()));
    }

    [Fact]
    public async Task Yes_to_an_employer_makes_the_prepared_referral_sendable()
    {
        var person = await world.PersonAsync();
        var referral = await world.ReferralAsync(person, ReferralState.Prepared);
        var before = await world.ReadAsync(db => db.Consents.CurrentAsync(person, Purpose.Employer, referral.EmployerId, default));

        await world.AnswerAsync(person, Purpose.Employer, yes: true, referral.EmployerId);

        var after = await world.ReadAsync(db => db.Consents.CurrentAsync(person, Purpose.Employer, referral.EmployerId, default));
        Assert.False(referral.CanSend(before, world.Today));
        Assert.True(referral.CanSend(after, world.Today));
    }

    [Fact]
    public async Task No_where_a_yes_stood_is_a_withdrawal_with_all_that_follows()
    {
        var person = await world.PersonAsync();
        await world.AnswerAsync(person, Purpose.Matching, yes: true);
        var sent = await world.ReferralAsync(person, ReferralState.Sent);

        await world.AnswerAsync(person, Purpose.Matching, yes: false);

        Assert.Equal(Decision.Withdrawn, await world.ReadAsync(db => db.Consents.OrderByDescending(c => c.Sequence).Select(c => c.Decision).FirstAsync()));
        Assert.Equal(ReferralState.WithdrawnByPerson, await world.ReadAsync(db => db.Referrals.Where(r => r.Id == sent.Id).Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task Expiry_counts_on_the_day_and_the_sweep_writes_it_down_once()
    {
        var person = await world.PersonAsync();
        await world.AnswerAsync(person, Purpose.Matching, yes: true);
        var sent = await world.ReferralAsync(person, ReferralState.Sent);
        world.Clock.Advance(TimeSpan.FromDays(365));
        Assert.True(await world.StandsAsync(person));
        Assert.Equal(0, await world.AskAsync<ExpireConsents, int>(use => use.RunAsync(default)));

        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await world.StandsAsync(person));
        Assert.Equal(1, await world.AskAsync<ExpireConsents, int>(use => use.RunAsync(default)));
        Assert.Equal(0, await world.AskAsync<ExpireConsents, int>(use => use.RunAsync(default)));

        Assert.Equal([Decision.Given, Decision.Expired], await world.ReadAsync(db => db.Consents.OrderBy(c => c.Sequence).Select(c => c.Decision).ToListAsync()));
        Assert.Equal(ReferralState.WithdrawnByPerson, await world.ReadAsync(db => db.Referrals.Select(r => r.State).SingleAsync()));
        Assert.Equal(sent.Id, await world.ReadAsync(db => db.Outbox.Where(m => m.Kind == MailKinds.ReferralDelete).Select(m => m.SubjectId).SingleAsync()));
    }

    [Fact]
    public async Task Expiry_sends_no_delete_notice_to_an_employer_for_whom_the_person_works()
    {
        var person = await world.PersonAsync();
        await world.AnswerAsync(person, Purpose.Matching, yes: true);
        var opening = await world.LiveOpeningAsync();
        var accepted = await world.ReferralAsync(person, ReferralState.Accepted, opening);
        var second = await world.ReferralAsync(person, ReferralState.Sent, opening);
        await world.DoAsync(async db =>
        {
            db.Placements.Add(Placement.Begin(accepted, opening, Actor.Officer(world.Officer.Id), world.Now));
            await db.SaveChangesAsync();
        });
        world.Clock.Advance(TimeSpan.FromDays(367));

        await world.AskAsync<ExpireConsents, int>(use => use.RunAsync(default));

        Assert.Equal(ReferralState.WithdrawnByPerson, await world.ReadAsync(db => db.Referrals.Where(r => r.Id == second.Id).Select(r => r.State).SingleAsync()));
        Assert.False(await world.ReadAsync(db => db.Outbox.AnyAsync(m => m.Kind == MailKinds.ReferralDelete)));
    }

    [Fact]
    public async Task Consent_ends_with_the_programme_when_that_is_sooner()
    {
        var person = await world.PersonAsync(plannedEnd: world.Today.AddDays(40));
        await world.AnswerAsync(person, Purpose.Matching, yes: true);

        Assert.Equal(world.Today.AddDays(40), await world.ReadAsync(db => db.Consents.Select(c => c.ExpiresOn).SingleAsync()));
    }

    [Fact]
    public async Task Leaving_the_programme_stops_everything_at_once()
    {
        var person = await world.PersonAsync();
        foreach (var purpose in ConsentQuestions.InOrder)
            await world.AnswerAsync(person, purpose, yes: true);
        await world.ReferralAsync(person, ReferralState.Sent);
        await world.AsOfficerAsync<WorkBridge.Kiosks.IssueCard>(use => use.RunAsync(person, default));

        await world.AsOfficerAsync<StopForProgrammeEnd>(use => use.RunAsync(person, null, world.Today, ProgrammeEnding.MovedAway, default));

        Assert.False(await world.StandsAsync(person));
        Assert.Empty(await world.ReadAsync(db => db.Consents.Standing(db, world.Today).ToListAsync()));
        Assert.Equal(ReferralState.WithdrawnByPerson, await world.ReadAsync(db => db.Referrals.Select(r => r.State).SingleAsync()));
        Assert.True(await world.ReadAsync(db => db.PersonCards.AllAsync(c => c.RevokedAt != null)));
    }

    [Fact]
    public async Task A_refusal_is_not_asked_again_for_ninety_days_unless_the_notice_is_new()
    {
        var person = await world.PersonAsync();
        await world.AnswerAsync(person, Purpose.Mentor, yes: false);
        var rules = new ConsentRules();

        Assert.False(await MayAskAsync(person, rules));
        Assert.True(await MayAskAsync(person, new ConsentRules { NoticeVersion = Notices.Latest + 1 }));
        world.Clock.Advance(TimeSpan.FromDays(89));
        Assert.False(await MayAskAsync(person, rules));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await MayAskAsync(person, rules));
    }

    private async Task<bool> MayAskAsync(Guid person, ConsentRules rules)
    {
        var questions = await world.ReadAsync(db => db.QuestionsAsync(person, rules, world.Today, default));
        return questions.Single(q => q.Purpose == Purpose.Mentor).MayAsk;
    }
}
