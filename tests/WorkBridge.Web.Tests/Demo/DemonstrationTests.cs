using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Demo;

/// <summary>A demonstration started on an empty folder, once for all tests that only look.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await TestHost.StartAsync(demo: true);

    public async Task DisposeAsync() => await Host.DisposeAsync();
}

public sealed class DemonstrationTests(DemoHost demo) : IClassFixture<DemoHost>
{
    private readonly TestHost host = demo.Host;

    [Theory]
    [InlineData("11443", false, "34 = 7, 21, 6, 0")]
    [InlineData("11443", true, "10 = 2, 7, 1, 0")]
    [InlineData("06526", false, "14 = 3, 8, 3, 0")]
    [InlineData("06526", true, "9 = 2, 5, 2, 0")]
    public async Task The_latest_states_count_as_in_the_real_places(string communeCode, bool inProgramme, string counts)
    {
        var states = await host.Db(db => LatestAsync(db, communeCode, inProgramme, Today));

        var by = Enum.GetValues<WorkState>().Select(state => states.Count(s => s == state).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(counts, $"{states.Count} = {string.Join(", ", by)}");
    }

    [Theory]
    [InlineData("11443", 7)]
    [InlineData("06526", 6)]
    public async Task So_many_have_agreed_to_matching_today(string communeCode, int agreed) => Assert.Equal(agreed, await host.Db(async db =>
    {
        var standing = await db.Returnees.MayBeMatched(db, Today).Select(r => r.Id).ToListAsync();
        return await db.Returnees.CountAsync(r => r.CommuneCode == communeCode && standing.Contains(r.Id));
    }));

    [Fact]
    public async Task Every_way_of_answering_matching_occurs_and_one_yes_ends_within_a_fortnight()
    {
        var last = await host.Db(db => db.Consents.Where(c => c.Purpose == Purpose.Matching).Last(db).ToListAsync());

        // None of superseded ones: the demonstration is younger than the notices.
        Assert.Equal(Enum.GetValues<Decision>().Except([Decision.Superseded]).ToHashSet(), last.Select(c => c.Decision).ToHashSet());
        Assert.Contains(last, c => c.Stands(Today) && c.ExpiresOn <= Today.AddDays(14));
    }

    [Fact]
    public async Task Every_state_of_a_referral_an_opening_and_a_placement_occurs()
    {
        var (referrals, openings, placements) = await host.Db(async db => (
            await db.Referrals.Select(r => r.State).Distinct().ToListAsync(),
            await db.Openings.Select(o => o.State).Distinct().ToListAsync(),
            await db.Placements.Select(p => p.State).Distinct().ToListAsync()));

        Assert.Empty(Enum.GetValues<ReferralState>().Except(referrals));
        Assert.Empty(Enum.GetValues<OpeningState>().Except(openings));
        Assert.Empty(Enum.GetValues<PlacementState>().Except(placements));
    }

    [Fact]
    public async Task The_officers_day_has_something_late_today_and_this_week()
    {
        var (due, referrals, agreed) = await host.Db(async db =>
        {
            var placements = await db.Placements.Where(p => p.State != PlacementState.Ended).ToListAsync();
            var checks = await db.FollowUps.ToListAsync();
            var standing = (await db.Consents.Where(c => c.Purpose == Purpose.Employer).Standing(db, Today).ToListAsync()).Select(c => (c.ReturneeId, c.EmployerId)).ToHashSet();
            return (
                placements.SelectMany(p => FollowUpsDue.For(p, [.. checks.Where(f => f.PlacementId == p.Id)], Today)).Where(s => s.State is StepState.Due or StepState.Coming).Select(s => s.On.DayNumber - Today.DayNumber).ToList(),
                await db.Referrals.Include(r => r.Opening).ToListAsync(),
                standing);
        });

        Assert.Contains(-3, due);
        Assert.Contains(0, due);
        Assert.Contains(due, days => days is > 0 and <= 7);
        var silent = referrals.Where(r => r.State is ReferralState.Sent or ReferralState.Seen).Select(r => Today.DayNumber - Clock.DayOf(r.SentAt!.Value).DayNumber).ToList();
        Assert.Contains(4, silent);
        Assert.Contains(8, silent);
        Assert.Contains(referrals, r => r.State == ReferralState.InterviewSet && Clock.DayOf(r.InterviewAt!.Value) == Today.AddDays(1));
        Assert.Contains(referrals, r => r.State == ReferralState.Prepared && agreed.Contains((r.ReturneeId, (Guid?)r.EmployerId)));
        Assert.Contains(referrals, r => r.State == ReferralState.Prepared && !agreed.Contains((r.ReturneeId, (Guid?)r.EmployerId)));
        Assert.All(referrals.Where(r => r.IsWithEmployer), r => Assert.True(r.Opening.IsLive));
    }

    [Fact]
    public async Task Nothing_that_happened_lies_ahead()
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var instants = await host.Db(async db => (await db.StateMoves.Select(m => m.At).ToListAsync())
            .Concat(await db.Consents.Select(c => c.At).ToListAsync())
            .Concat(await db.FollowUps.Select(f => f.RecordedAt).ToListAsync())
            .Concat(await db.EmploymentStates.Select(s => s.RecordedAt).ToListAsync())
            .Concat(await db.Readings.Select(r => r.At).ToListAsync())
            .Concat(await db.Outbox.Select(m => m.CreatedAt).ToListAsync()).ToList());

        Assert.All(instants, at => Assert.True(at <= now, $"{at:O} is after {now:O}"));
    }

    [Fact]
    public async Task A_person_moves_through_time_in_order()
    {
        var (moves, consents) = await host.Db(async db => (await db.StateMoves.ToListAsync(), await db.Consents.ToListAsync()));

        Assert.All(moves.GroupBy(m => m.NounId), noun =>
        {
            var at = noun.OrderBy(m => m.At).ToList();
            Assert.All(at.Zip(at.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        });
        Assert.All(consents.GroupBy(c => (c.ReturneeId, c.Purpose, c.EmployerId)), acts =>
            Assert.Equal(acts.OrderBy(c => c.Sequence).Select(c => c.Id), acts.OrderBy(c => c.At).Select(c => c.Id)));
    }

    [Fact]
    public async Task Openings_are_sixty_know_their_trade_and_would_pass_their_own_check()
    {
        var openings = await host.Db(db => db.Openings.ToListAsync());
        var bases = RecordBases.Default;

        Assert.Equal(60, openings.Count);
        Assert.All(openings, o => Assert.NotNull(Vocabulary.Default.Trade(o.TradeCode ?? "")));
        Assert.All(openings.SelectMany(o => o.Skills), code => Assert.NotNull(Vocabulary.Default.Skill(code)));
        Assert.All(openings.SelectMany(o => o.Teaches), code => Assert.True(Vocabulary.Default.Skill(code) is not null || Vocabulary.Default.Trade(code) is not null, code));
        Assert.All(openings.Where(o => o.State != OpeningState.Expired), o => Assert.True(o.ClosesOn > Today, o.Title));
        Assert.All(openings.Where(o => o.State is not (OpeningState.Draft or OpeningState.Expired)), o => Assert.Empty(OpeningCheck.Faults(o.Content, Today, bases)));
        Assert.All(openings.Where(o => o.IsLive), o => Assert.Equal(SweepStep.None, OpeningSweep.Due(o.State, Clock.DayOf(o.ConfirmedAt), o.ClosesOn, Today)));
    }

    [Fact]
    public async Task Profiles_know_only_trades_skills_and_papers_of_the_product()
    {
        var profiles = await host.Db(db => db.SkillProfiles.ToListAsync());

        Assert.Equal(19, profiles.Count);
        foreach (var content in profiles.Select(p => p.Content))
        {
            Assert.All(content.Trades.Select(t => t.Code).Concat(content.WantedTrades), code => Assert.NotNull(Vocabulary.Default.Trade(code)));
            Assert.All(content.Skills, s => Assert.NotNull(Vocabulary.Default.Skill(s.Code)));
        }
    }

    [Fact]
    public async Task No_text_tells_of_the_past_or_asks_for_a_record()
    {
        var texts = await host.Db(async db => (await db.Openings.ToListAsync()).SelectMany(o => new[] { o.Title, o.Description, o.Requirements, o.HoursText, o.ReviewWords, o.PlaceText })
            .Concat((await db.Returnees.ToListAsync()).SelectMany(r => new[] { r.Details.Name, r.Details.Note, r.Details.Companion, r.Details.Village }))
            .Concat((await db.SkillProfiles.ToListAsync()).Select(p => p.Content.Wish))
            .Concat((await db.Referrals.ToListAsync()).SelectMany(r => new[] { r.TextToOfficer, r.TextToPerson, r.InternalText, r.InterviewPlace }))
            .Concat((await db.FollowUps.ToListAsync()).Select(f => f.Note))
            .Concat((await db.Employers.ToListAsync()).SelectMany(e => new[] { e.Name, e.Address }))
            .Where(t => !string.IsNullOrEmpty(t)).ToList());

        Assert.True(texts.Count > 400);
        Assert.All(texts, text => Assert.Empty(Wording.TellsOfThePast(text)));
        Assert.All(texts, text => Assert.Empty(Wording.DemandsOfRecord(text)));
    }

    [Fact]
    public async Task Every_employer_says_that_it_is_invented_and_two_wait_for_approval()
    {
        var employers = await host.Db(db => db.Employers.ToListAsync());

        Assert.All(employers, e => Assert.EndsWith("(mẫu)", e.Name, StringComparison.Ordinal));
        Assert.Equal(2, employers.Count(e => e.State == EmployerState.Registered));
        Assert.Equal(employers.Count, employers.Select(e => e.TaxCode).Distinct().Count());
    }

    private DateOnly Today => Clock.DayOf(host.Clock.GetUtcNow().UtcDateTime);

    private static async Task<List<WorkState>> LatestAsync(WorkBridgeDb db, string communeCode, bool inProgramme, DateOnly today)
    {
        var people = await db.Returnees.Include(r => r.Periods).Where(r => r.CommuneCode == communeCode).ToListAsync();
        var states = (await db.EmploymentStates.Where(s => s.CommuneCode == communeCode).ToListAsync()).ToLookup(s => s.ReturneeId);
        return [.. people.Where(r => !inProgramme || r.InProgramme(today)).Select(r => states[r.Id].OrderBy(s => s.On).ThenBy(s => s.RecordedAt).LastOrDefault()?.State ?? WorkState.Unknown)];
    }
}
