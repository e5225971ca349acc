using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Holidays;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Placements;

/// <summary>The nightly count: whom it counts, what it keeps, and what becomes of who takes the consent back.</summary>
public sealed class CountLastingTests
{
    [Fact]
    public async Task Placements_of_people_who_agreed_are_counted_by_kind_of_work_and_a_second_night_finds_the_same()
    {
        await using var world = await World.BeginAsync();
        var opening = await OpeningAsync(world);
        for (var i = 0; i < 8; i++)
            await WorkedAsync(world, opening, agrees: i < 6, lasted: i != 0);
        await WorkedAsync(world, opening, agrees: true, lasted: null);

        Assert.Equal(6, await CountAsync(world));
        var counts = await KeptAsync(world);
        var unit = LastingCell.UnitGroup(World.Sewing, Vocabulary.Default);
        Assert.Equal(new LastingCount(LastingCell.All, 6, 5), counts.Single(c => c.Cell == LastingCell.All));
        Assert.Equal(new LastingCount(new(unit, DistanceBand.Near, HoursBand.Day, EmployerSize.Small), 6, 5), counts.Single(c => c.Cell is { Trade.Length: 4, Size: not null }));
        Assert.Equal(9, counts.Count);

        Assert.Equal(6, await CountAsync(world));
        Assert.Equal(counts, await KeptAsync(world));
        Assert.Equal(1, await world.Db(db => db.LastingCounts.CountAsync()));
    }

    [Fact]
    public async Task Who_takes_the_consent_back_is_in_no_later_count_and_under_five_people_nothing_is_kept()
    {
        await using var world = await World.BeginAsync();
        var opening = await OpeningAsync(world);
        var people = new List<Returnee>();
        for (var i = 0; i < 6; i++)
            people.Add(await WorkedAsync(world, opening, agrees: true, lasted: true));
        Assert.Equal(6, await CountAsync(world));

        await AnswerAsync(world, people[0], yes: false);
        Assert.Equal(5, await CountAsync(world));
        await AnswerAsync(world, people[1], yes: false);
        Assert.Equal(0, await CountAsync(world));
        Assert.Empty(await KeptAsync(world));
    }

    [Fact]
    public async Task Who_objects_to_statistics_or_restricts_everything_is_in_no_later_count_though_the_consent_stands()
    {
        await using var world = await World.BeginAsync();
        var opening = await OpeningAsync(world);
        var people = new List<Returnee>();
        for (var i = 0; i < 8; i++)
            people.Add(await WorkedAsync(world, opening, agrees: true, lasted: true));
        Assert.Equal(8, await CountAsync(world));

        await StopAsync(world, people[0], RequestKind.Object, RequestScope.Statistics);
        Assert.Equal(7, await CountAsync(world));
        await StopAsync(world, people[1], RequestKind.Object, RequestScope.Matching);
        Assert.Equal(7, await CountAsync(world));
        await StopAsync(world, people[2], RequestKind.Restrict, RequestScope.Everything);
        Assert.Equal(6, await CountAsync(world));
    }

    [Fact]
    public async Task A_consent_that_has_run_out_does_not_count()
    {
        await using var world = await World.BeginAsync();
        var opening = await OpeningAsync(world);
        for (var i = 0; i < 5; i++)
            await WorkedAsync(world, opening, agrees: true, lasted: true);
        Assert.Equal(5, await CountAsync(world));
        world.Clock.Advance(TimeSpan.FromDays(370));
        Assert.Equal(0, await CountAsync(world));
    }

    [Fact]
    public async Task Courses_are_not_counted_and_work_found_alone_counts_for_its_trade()
    {
        await using var world = await World.BeginAsync();
        var course = await OpeningAsync(world, OpeningKind.Training);
        for (var i = 0; i < 5; i++)
            await WorkedAsync(world, course, agrees: true, lasted: true);
        Assert.Equal(0, await CountAsync(world));

        for (var i = 0; i < 5; i++)
        {
            var person = await world.GivenPerson();
            await AnswerAsync(world, person, yes: true);
            await SaveAsync(world, Placement.FoundAlone(person.Id, person.CommuneCode, World.Sewing, world.Today, Actor.Officer(Guid.CreateVersion7()), world.Now), lasted: true);
        }

        Assert.Equal(5, await CountAsync(world));
        var unit = LastingCell.UnitGroup(World.Sewing, Vocabulary.Default);
        Assert.Contains(new LastingCount(new(unit, DistanceBand.Unknown, HoursBand.Unknown, EmployerSize.Unknown), 5, 5), await KeptAsync(world));
    }

    [Fact]
    public async Task The_history_is_of_people_who_agreed_and_came_from_a_list_and_its_scores_are_without_what_lasted()
    {
        await using var world = await World.BeginAsync();
        var opening = await OpeningAsync(world);
        for (var i = 0; i < 9; i++)
            await WorkedAsync(world, opening, agrees: i < 7, lasted: i % 2 == 0);
        var seen = new SeenMatch(MatchList.People, 2, 9, 81, false, [new(PartKind.Trade, 35, 35, ["trade-same"]), new(PartKind.Lasting, 4, 5, ["lasting-more"])]);
        await world.Db(db => db.Referrals.Where(r => db.Placements.OrderBy(p => p.Id).Skip(1).Any(p => p.ReferralId == r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.MatchJson, seen.Write())));

        var file = new StringWriter();
        Assert.Equal(6, await world.As<WriteHistory, int>(_ => { }, write => write.RunAsync(file, default)));
        var lines = file.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(HistoryLine.Header, lines[0]);
        Assert.Equal(7, lines.Length);
        var unit = LastingCell.UnitGroup(World.Sewing, Vocabulary.Default);
        Assert.Equal(3, lines.Count(l => l == $"2026-11-01,2026-11-01,{unit},Near,Day,Small,77,yes,2"));
        Assert.Equal(3, lines.Count(l => l == $"2026-11-01,2026-11-01,{unit},Near,Day,Small,77,no,2"));
    }

    [Fact]
    public async Task Before_the_first_count_and_where_it_is_switched_off_nothing_is_known_and_a_new_count_is_seen_at_once()
    {
        await using var world = await World.BeginAsync();
        var known = world.The<LastingKnown>();
        Assert.Same(Lasting.Nothing, await world.Db(db => known.CurrentAsync(db, default)));
        var cell = new LastingCell("7531", DistanceBand.Near, HoursBand.Day, EmployerSize.Small);
        await KeepAsync(world, lasted: 100);
        Assert.True((await world.Db(db => known.CurrentAsync(db, default))).ShiftOf(cell) > 0);
        Assert.Same(await world.Db(db => known.CurrentAsync(db, default)), await world.Db(db => known.CurrentAsync(db, default)));
        await KeepAsync(world, lasted: 0);
        Assert.True((await world.Db(db => known.CurrentAsync(db, default))).ShiftOf(cell) < 0);
        Assert.Same(Lasting.Nothing, await world.Db(db => new LastingKnown(new MatchSettings { Lasting = new LastingRule(0) }).CurrentAsync(db, default)));

        static Task KeepAsync(World world, int lasted) => world.Db(async db =>
        {
            var row = await db.LastingCounts.SingleOrDefaultAsync() ?? db.LastingCounts.Add(new LastingCounts()).Entity;
            row.Replace([new(LastingCell.All, 400, 200), new(new("7531", null, null, null), 100, lasted)], world.Now);
            await db.SaveChangesAsync();
        });
    }

    private static Task<int> CountAsync(World world) => world.As<CountLasting, int>(_ => { }, count => count.RunAsync(default));

    private static Task<IReadOnlyList<LastingCount>> KeptAsync(World world) => world.Db(async db => (await db.LastingCounts.SingleAsync()).Counts);

    private static async Task<Opening> OpeningAsync(World world, OpeningKind kind = OpeningKind.Job)
    {
        var employer = await world.GivenEmployer();
        var by = Actor.Employer(Guid.CreateVersion7());
        var content = new OpeningContent { Title = "Thợ may công nghiệp", TradeCode = World.Sewing, Kind = kind, Places = 9, PlaceText = "Phường Kiến An, Hải Phòng", CommuneCode = World.KienAn, ProvinceCode = "31", Shifts = Shifts.Day };
        var opening = Opening.Draft(employer.Id, World.KienAn, content, world.Now, by);
        opening.Submit(by, world.Now);
        opening.PutLive(Actor.Officer(Guid.CreateVersion7()), world.Now);
        await world.Db(async db =>
        {
            db.Attach(employer).Entity.TellSize(EmployerSize.Small);
            db.Openings.Add(opening);
            await db.SaveChangesAsync();
        });
        return opening;
    }

    /// <summary>Somebody who began there today; null: not stable yet.</summary>
    private static async Task<Returnee> WorkedAsync(World world, Opening opening, bool agrees, bool? lasted)
    {
        var person = await world.GivenPerson();
        if (agrees)
            await AnswerAsync(world, person, yes: true);
        var officer = await world.GivenOfficer();
        var referralId = await world.GivenSentReferral(opening, person, officer);
        await world.Db(async db =>
        {
            var referral = await db.Referrals.SingleAsync(r => r.Id == referralId);
            referral.Accept(world.Today, Actor.Officer(officer.Id), world.Now);
            await db.SaveChangesAsync();
        });
        await SaveAsync(world, Placement.Begin(await world.Referral(referralId), opening, Actor.Officer(officer.Id), world.Now), lasted);
        return person;
    }

    private static Task SaveAsync(World world, Placement placement, bool? lasted) => world.Db(async db =>
    {
        db.Placements.Add(placement);
        if (lasted == false)
            placement.Finish(world.Today, EndReason.Conflict, Actor.Officer(Guid.CreateVersion7()), world.Now);
        var result = lasted switch { true => WorkState.Stable, false => WorkState.None, _ => WorkState.Unstable };
        db.Outcomes.Add(new Outcome(placement.Id, null, result, 1, "[]", null, Actor.Officer(Guid.CreateVersion7()), world.Now));
        await db.SaveChangesAsync();
    });

    private static Task AnswerAsync(World world, Returnee person, bool yes) => world.Db(async db =>
    {
        var act = new ConsentAct(world.Now, 1, ConsentWay.KioskCard, null, null, false, null);
        db.Consents.Add(Consent.Answer(person.Id, await db.NextSequenceAsync(person.Id, default), Purpose.Statistics, null, yes, act, world.Today.AddMonths(12)));
        await db.SaveChangesAsync();
    });

    private static Task StopAsync(World world, Returnee person, RequestKind kind, RequestScope scope) => world.Db(async db =>
    {
        var now = world.Now;
        var request = DataRequest.Receive(person.Id, person.CommuneCode, kind, null, false, RequestRules.Read().On(Clock.DayOf(now)), HolidayCalendar.Read(), Actor.Person(person.Id), now, scope);
        db.AddRange(request, Restriction.Begin(request, Actor.Person(person.Id), now));
        await db.SaveChangesAsync();
        return true;
    });
}
