using Microsoft.EntityFrameworkCore;
using WorkBridge.Email;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Referrals;

public sealed class ReferralUseCasesTests : IAsyncLifetime
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
    public async Task Send_without_consent_is_refused_and_changes_nothing()
    {
        var opening = await world.GivenOpening(employer);
        var id = await Prepare(opening);
        var broken = await Assert.ThrowsAsync<RuleBroken>(() => world.As<SendReferral>(World.Officer(officer), u => u.RunAsync(id, default)));
        Assert.Equal(Rule.ConsentMissing, broken.Rule);
        Assert.Equal(ReferralState.Prepared, (await world.Referral(id)).State);
        Assert.Equal(0, await world.Db(db => db.Outbox.CountAsync()) + await world.Db(db => db.OneTimeLinks.CountAsync()));
    }

    [Fact]
    public async Task Send_saves_the_move_the_link_and_one_promised_mail_together()
    {
        var id = await world.GivenSentReferral(await world.GivenOpening(employer), person, officer);
        var mail = await world.Db(db => db.Outbox.SingleAsync());
        Assert.Equal(($"referral-sent:{id}", MailKinds.ReferralSent, employer.Email), (mail.Key, mail.Kind, mail.To));
        var link = await world.Db(db => db.OneTimeLinks.SingleAsync());
        Assert.Equal(32, link.TokenHash.Length);
        Assert.Equal(world.Today.AddDays(21), LinkTokens.LastDayOf(link));
        Assert.NotNull(await world.Db(db => db.Returnees.Where(r => r.Id == person.Id).Select(r => r.LastReferralAt).SingleAsync()));

        await Assert.ThrowsAsync<RuleBroken>(() => world.As<SendReferral>(World.Officer(officer), u => u.RunAsync(id, default)));
        Assert.Equal(1, await world.Db(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task The_same_person_is_not_prepared_twice_for_one_opening_even_by_two_officers_at_once()
    {
        var opening = await world.GivenOpening(employer);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await Prepare(opening);
                return (Rule?)null;
            }
            catch (RuleBroken broken)
            {
                return broken.Rule;
            }
        }));
        Assert.Single(results, r => r is null);
        Assert.All(results.Where(r => r is not null), r => Assert.Equal(Rule.AlreadyReferred, r));
        Assert.Equal(1, await world.Db(db => db.Referrals.CountAsync()));
    }

    [Fact]
    public async Task A_person_of_another_commune_or_out_of_the_programme_is_not_prepared()
    {
        var opening = await world.GivenOpening(employer);
        var stranger = await world.GivenPerson(commune: World.NaDuong);
        Assert.Equal(Rule.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => Prepare(opening, stranger))).Rule);

        await world.Db(async db =>
        {
            var left = await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == person.Id);
            left.LeaveProgramme(world.Today, ProgrammeEnding.MovedAway);
            await db.SaveChangesAsync();
        });
        Assert.Equal(Rule.NotInProgramme, (await Assert.ThrowsAsync<RuleBroken>(() => Prepare(opening))).Rule);
    }

    [Fact]
    public async Task Work_the_law_closes_is_refused()
    {
        var trade = WorkBridge.Matching.Vocabulary.Default.Trades.First(t => t.ClosedBy is not null);
        var opening = await world.GivenOpening(employer);
        await world.Db(async db =>
        {
            await db.Openings.Where(o => o.Id == opening.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.TradeCode, trade.Code));
            var profile = await db.SkillProfiles.SingleAsync(p => p.ReturneeId == person.Id);
            profile.Rewrite(profile.Content with { ClosedWork = [trade.ClosedBy!] }, world.Now);
            await db.SaveChangesAsync();
        });
        Assert.Equal(Rule.ClosedWork, (await Assert.ThrowsAsync<RuleBroken>(() => Prepare(opening))).Rule);
    }

    [Fact]
    public async Task Viewing_shows_what_was_agreed_and_nothing_else_marks_seen_once_and_is_written_down()
    {
        var id = await world.GivenSentReferral(await world.GivenOpening(employer), person, officer);
        var shown = await world.As<ViewReferral, IntroducedPerson>(await world.LinkOf(id), u => u.RunAsync(id, default));
        Assert.Equal("V.T.T.", shown.Initials);
        Assert.Equal(14, shown.Trades.Single().Months);
        var said = System.Text.Json.JsonSerializer.Serialize(shown, new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var secret in new[] { "Thơm", "Vũ", "987654321", "1992", "Quỳnh Giao" })
            Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase);

        await world.As<ViewReferral>(await world.LinkOf(id), u => u.RunAsync(id, default));
        Assert.Equal(ReferralState.Seen, (await world.Referral(id)).State);
        Assert.Equal(1, await world.Db(db => db.StateMoves.CountAsync(m => m.To == "Seen")));
        Assert.Equal(2, await world.Db(db => db.ReadingPeople.CountAsync(p => p.ReturneeId == person.Id)));
    }

    [Fact]
    public async Task Nothing_is_shown_once_consent_no_longer_stands()
    {
        var id = await world.GivenSentReferral(await world.GivenOpening(employer), person, officer);
        await world.GivenConsent(person, employer.Id, yes: false);
        var link = await world.LinkOf(id);
        Assert.Equal(Rule.ConsentMissing, (await Assert.ThrowsAsync<RuleBroken>(() => world.As<ViewReferral>(link, u => u.RunAsync(id, default)))).Rule);
        Assert.Equal(0, await world.Db(db => db.Readings.CountAsync()));
    }

    [Fact]
    public async Task An_answer_after_the_last_day_of_consent_is_refused_before_any_sweep_and_changes_nothing()
    {
        var id = await world.GivenSentReferral(await world.GivenOpening(employer), person, officer);
        await world.Db(db => db.Consents.ExecuteUpdateAsync(s => s.SetProperty(c => c.ExpiresOn, world.Today.AddDays(1))));
        var link = await world.LinkOf(id);
        var accept = new EmployerAnswer { Kind = AnswerKind.Accept, StartsOn = world.Today.AddDays(5) };
        world.Clock.Advance(TimeSpan.FromDays(2));
        foreach (var who in new[] { link, World.Contact(employer), World.Officer(officer) })
            Assert.Equal(Rule.ConsentMissing, (await Assert.ThrowsAsync<RuleBroken>(() => Answer(who, id, accept))).Rule);
        Assert.Equal(ReferralState.Sent, (await world.Referral(id)).State);
        Assert.Equal(0, await world.Db(db => db.Placements.CountAsync()));
    }

    [Fact]
    public async Task A_link_opens_its_own_referral_and_no_other()
    {
        var opening = await world.GivenOpening(employer);
        var mine = await world.GivenSentReferral(opening, person, officer);
        var other = await world.GivenSentReferral(opening, await world.GivenPerson("Lê Văn Bình"), officer);
        var link = await world.LinkOf(mine);
        Assert.Equal(Rule.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => world.As<ViewReferral>(link, u => u.RunAsync(other, default)))).Rule);
        Assert.Equal(Rule.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => Answer(link, other, new EmployerAnswer { Kind = AnswerKind.Accept, StartsOn = world.Today }))).Rule);
    }

    [Fact]
    public async Task Reminders_go_at_three_and_seven_days_once_and_a_lapse_at_the_end_tells_the_officer()
    {
        var id = await world.GivenSentReferral(await world.GivenOpening(employer), person, officer);
        var sweeps = new Dictionary<int, int>();
        for (var day = 1; day <= 20; day++)
        {
            world.Clock.Advance(TimeSpan.FromDays(1));
            await Task.WhenAll(Sweep(), Sweep());
            await Sweep();
            sweeps[day] = await world.Db(db => db.Outbox.CountAsync());
        }

        Assert.Equal(1, sweeps[2]);
        Assert.Equal(2, sweeps[3]);
        Assert.Equal(2, sweeps[6]);
        Assert.Equal(3, sweeps[7]);
        Assert.Equal(3, sweeps[14]);
        Assert.Equal(5, sweeps[15]);
        Assert.Equal(5, sweeps[20]);
        Assert.Equal(ReferralState.Lapsed, (await world.Referral(id)).State);
        Assert.Equal(officer.Email, await world.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.ReferralLapsedOfficer).Select(m => m.To).SingleAsync()));
        Assert.NotNull(await world.Db(db => db.OneTimeLinks.Select(l => l.RevokedAt).SingleAsync()));
        Assert.Equal(1, await world.Db(db => db.StateMoves.CountAsync(m => m.To == "Lapsed")));
    }

    [Fact]
    public async Task More_time_moves_the_lapse_and_the_link()
    {
        var id = await world.GivenSentReferral(await world.GivenOpening(employer), person, officer);
        await world.As<ExtendReferral>(World.Officer(officer), u => u.RunAsync(id, null, world.Today.AddDays(30), default));
        Assert.Equal(world.Today.AddDays(37), await world.Db(async db => LinkTokens.LastDayOf(await db.OneTimeLinks.SingleAsync())));
        world.Clock.Advance(TimeSpan.FromDays(30));
        await Sweep();
        Assert.Equal(ReferralState.Sent, (await world.Referral(id)).State);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await Sweep();
        Assert.Equal(ReferralState.Lapsed, (await world.Referral(id)).State);
    }

    [Fact]
    public async Task A_contact_of_another_employer_does_not_find_it()
    {
        var id = await world.GivenSentReferral(await world.GivenOpening(employer), person, officer);
        var other = World.Contact(await world.GivenEmployer());
        Assert.Equal(Rule.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => world.As<ViewReferral>(other, u => u.RunAsync(id, default)))).Rule);
        await world.As<ViewReferral>(World.Contact(employer), u => u.RunAsync(id, default));
    }

    private Task Sweep() => world.System<SweepReferrals>(u => u.RunAsync(default));

    private Task<Guid> Prepare(Opening opening, Returnee? who = null) =>
        world.As<PrepareReferral, Guid>(World.Officer(officer), u => u.RunAsync(opening.Id, (who ?? person).Id, null, default));

    private Task Answer(Action<CurrentUser> who, Guid id, EmployerAnswer answer) => world.As<AnswerReferral>(who, u => u.RunAsync(id, answer, default));
}
