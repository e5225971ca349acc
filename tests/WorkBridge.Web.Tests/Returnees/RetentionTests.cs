using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Email;
using WorkBridge.Erasures;
using WorkBridge.Holidays;
using WorkBridge.Kiosks;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Support;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Returnees;

/// <summary>Who is let go of when the retention period has passed, and who is kept because something carries the person still.</summary>
public sealed class RetentionTests
{
    private static readonly DateOnly Start = new(2026, 11, 23);

    [Fact]
    public async Task Whoever_nothing_has_carried_for_twelve_months_becomes_a_number_and_everybody_else_stays_by_name()
    {
        await using var host = await TestHost.StartAsync();
        var given = host.Given;
        var officer = await given.Officer();
        var gone = new List<Returnee>
        {
            await LeftAsync(host, "Rời Từ Lâu", Start.AddDays(-5)),
            await PlannedAsync(host, "Hết Hạn Dự Kiến", Start.AddDays(1)),
            await given.Person("Chỉ Khảo Sát", inProgramme: false, state: WorkState.Unstable),
        };
        var stay = new List<Returnee>
        {
            await given.Person("Còn Trong Mô Hình"),
            await PlannedAsync(host, "Mới Hết Hạn", Start.AddMonths(2)),
            await given.Person("Khảo Sát Lại", inProgramme: false),
            await LeftAsync(host, "Đang Có Yêu Cầu", Start),
            await given.Person("Tự Đến Nhờ", inProgramme: false),
            await LeftAsync(host, "Mới Gặp", Start),
            await LeftAsync(host, "Đang Nhờ Giúp", Start),
            await LeftAsync(host, "Mới Tới Màn Hình", Start),
        };
        // One of those who go works for an employer who was sent something, another was only proposed to one.
        var (employer, _) = await given.Employer();
        var referral = await given.PreparedReferral(await given.LiveOpening(employer), gone[0], officer, consent: true);
        await host.Db(async db =>
        {
            var sent = await db.Referrals.SingleAsync(r => r.Id == referral.Id);
            sent.Send(await db.Consents.CurrentAsync(gone[0].Id, Purpose.Employer, employer.Id, default), Actor.Officer(officer.Id), given.Now);
            sent.Accept(Start, Actor.Officer(officer.Id), given.Now);
            db.Placements.Add(Placement.FoundAlone(gone[0].Id, gone[0].CommuneCode, null, Start.AddDays(-1), Actor.Officer(officer.Id), given.Now));
            await db.SaveChangesAsync();
        });
        var counts = await CountAsync(host);

        host.Clock.Advance(TimeSpan.FromDays(355));
        Assert.Equal(0, await RunAsync(host));
        host.Clock.Advance(TimeSpan.FromDays(20));
        await host.Db(async db =>
        {
            db.EmploymentStates.Add(new EmploymentState(stay[2].Id, Given.KienAn, Start.AddDays(370), WorkState.None, StateSource.Survey, null, given.Now));
            (await db.Returnees.SingleAsync(r => r.Id == stay[4].Id)).AskForHelp(given.Now.AddDays(-370));
            (await db.Returnees.SingleAsync(r => r.Id == stay[5].Id)).Contacted(given.Now.AddDays(-10));
            db.SupportRequests.Add(SupportRequest.Ask(stay[6].Id, Given.KienAn, SupportKind.Papers, Actor.Officer(officer.Id), given.Now.AddDays(-370)));
            var screen = new KioskDevice(Given.KienAn, "Tầng 1", [1, 2, 3], officer.Id, given.Now);
            db.AddRange(screen, new KioskVisit(screen.Id, stay[7].Id, VisitWay.Card, null, [1, 2, 3], given.Now.AddDays(-20)));
            await db.SaveChangesAsync();
        });
        await given.Consent(stay[4], Purpose.Matching);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Is(StaffRole.Officer, officer.Id, "Cán bộ", null, [Given.KienAn], null, null);
            await scope.ServiceProvider.GetRequiredService<ReceiveRequest>().RunAsync(stay[3].Id, RequestKind.See, null, null, default);
        }

        Assert.Equal(gone.Count, await RunAsync(host));
        Assert.Equal(0, await RunAsync(host));

        var left = await host.Db(db => db.Returnees.Where(r => r.ErasedOn == null).Select(r => r.Id).ToListAsync());
        Assert.Equal(stay.Select(p => p.Id).Order(), left.Order());
        Assert.Equal(gone.Count, await host.Db(db => db.Returnees.CountAsync(r => r.ErasedOn != null)));
        Assert.Equal(gone.Select(p => p.Id).Order(), (await host.Db(db => db.Erasures.Select(e => e.Id).ToListAsync())).Order());
        Assert.Equal(0, await host.Db(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.ReferralDelete)));
        Assert.Equal(1, (await host.Db(db => db.Referrals.SingleAsync())).StartsOn!.Value.Day);
        Assert.Equal(counts.Single().Everybody.Total, (await CountAsync(host)).Single().Everybody.Total);
        await host.Use<VerifyAudit>(async job => Assert.Empty((await job.FindAsync(default)).Faults));
    }

    [Fact]
    public async Task Each_thing_that_carries_somebody_keeps_the_name_alone_and_for_as_long_as_was_set()
    {
        await using var host = await TestHost.StartAsync(settings: new Dictionary<string, string?> { ["Retention:Months"] = "6" });
        var given = host.Given;
        var (officer, then) = (Actor.Officer((await given.Officer()).Id), given.Now);
        var stay = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var gone = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var why in new[] { "met", "asked for help", "survey", "said no lately", "yes that stands", "screen", "help open", "help ended lately", "request open", "request answered", "request ended lately" })
            stay[why] = (await LeftAsync(host, why, Start)).Id;
        foreach (var why in new[] { "nothing", "yes taken back", "screen long ago", "help ended long ago", "request ended long ago" })
            gone[why] = (await LeftAsync(host, why, Start)).Id;
        stay["in the programme"] = (await given.Person("in the programme")).Id;
        stay["planned end lately"] = (await PlannedAsync(host, "planned end lately", Start.AddMonths(9))).Id;
        gone["planned end long ago"] = (await PlannedAsync(host, "planned end long ago", Start.AddMonths(1))).Id;
        stay["left lately"] = (await given.Person("left lately")).Id;
        var open = Returnee.Register(Given.KienAn, new PersonalDetails { Name = "no planned end" }, then);
        open.EnterProgramme(Start, null);
        stay["no planned end"] = open.Id;
        await host.Db(async db =>
        {
            var act = new ConsentAct(then, Notices.Latest, ConsentWay.KioskCard, null, null, false, null);
            var screen = new KioskDevice(Given.KienAn, "Tầng 1", [1, 2, 3], officer.Id!.Value, then);
            var yes = Consent.Answer(gone["yes taken back"], 1, Purpose.Matching, null, true, act, Start.AddMonths(12));
            var asked = DataRequest.Receive(stay["request open"], Given.KienAn, RequestKind.See, null, false, RequestRules.Read().On(Start), HolidayCalendar.Read(), officer, then);
            var answered = DataRequest.Receive(stay["request answered"], Given.KienAn, RequestKind.See, null, false, RequestRules.Read().On(Start), HolidayCalendar.Read(), officer, then);
            answered.Answer(null, officer, then);
            db.AddRange(
                Consent.Answer(stay["yes that stands"], 1, Purpose.Matching, null, true, act, Start.AddMonths(12)), yes, Consent.Withdraw(yes, 2, act),
                screen, new KioskVisit(screen.Id, gone["screen long ago"], VisitWay.Card, null, [1, 2, 3], then), new KioskVisit(screen.Id, stay["screen"], VisitWay.Card, null, [4, 5, 6], then.AddMonths(9)),
                SupportRequest.Ask(stay["help open"], Given.KienAn, SupportKind.Papers, officer, then), Helped(stay["help ended lately"], then.AddMonths(9)), Helped(gone["help ended long ago"], then),
                open, asked, answered, Refused(stay["request ended lately"], then.AddMonths(9)), Refused(gone["request ended long ago"], then));
            await db.SaveChangesAsync();
        });

        host.Clock.Advance(TimeSpan.FromDays(300));
        await host.Db(async db =>
        {
            var lately = given.Now.AddDays(-20);
            (await db.Returnees.SingleAsync(r => r.Id == stay["met"])).Contacted(lately);
            (await db.Returnees.SingleAsync(r => r.Id == stay["asked for help"])).AskForHelp(lately);
            (await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == stay["left lately"])).LeaveProgramme(Start.AddMonths(5), ProgrammeEnding.MovedAway);
            var written = Returnee.Register(Given.KienAn, new PersonalDetails { Name = "written down lately" }, lately);
            stay["written down lately"] = written.Id;
            db.AddRange(written, new EmploymentState(stay["survey"], Given.KienAn, Start.AddMonths(9), WorkState.None, StateSource.Survey, null, lately));
            await db.SaveChangesAsync();
        });
        await given.Consent(await host.Db(db => db.Returnees.SingleAsync(r => r.Id == stay["said no lately"])), Purpose.Matching, yes: false);

        await RunAsync(host);

        var left = await host.Db(db => db.Returnees.Where(r => r.ErasedOn == null).Select(r => r.Id).ToListAsync());
        Assert.Empty(stay.Where(p => !left.Contains(p.Value)).Select(p => p.Key));
        Assert.Empty(gone.Where(p => left.Contains(p.Value)).Select(p => p.Key));

        SupportRequest Helped(Guid id, DateTime ended)
        {
            var request = SupportRequest.Ask(id, Given.KienAn, SupportKind.Papers, officer, then);
            request.Move(SupportState.Withdrawn, null, Actor.Person(id), ended);
            return request;
        }

        DataRequest Refused(Guid id, DateTime ended)
        {
            var request = DataRequest.Receive(id, Given.KienAn, RequestKind.See, null, false, RequestRules.Read().On(Start), HolidayCalendar.Read(), officer, then);
            request.Refuse("Đã đưa", officer, ended);
            return request;
        }
    }

    private static async Task<Returnee> LeftAsync(TestHost host, string name, DateOnly on)
    {
        var person = await host.Given.Person(name);
        await host.Db(async db =>
        {
            (await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == person.Id)).LeaveProgramme(on, ProgrammeEnding.MovedAway);
            await db.SaveChangesAsync();
        });
        return person;
    }

    private static async Task<Returnee> PlannedAsync(TestHost host, string name, DateOnly on)
    {
        var person = await host.Given.Person(name);
        await host.Db(async db =>
        {
            (await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == person.Id)).PlanEnd(on);
            await db.SaveChangesAsync();
        });
        return person;
    }

    private static async Task<int> RunAsync(TestHost host)
    {
        var done = -1;
        await host.Use<AnonymisePast>(async job => done = await job.RunAsync(default));
        return done;
    }

    private static Task<IReadOnlyList<CommuneEmployment>> CountAsync(TestHost host) =>
        host.Db(db => new CountEmployment(db).RunAsync([Given.KienAn], DateOnly.FromDateTime(host.Given.Now), null, default));
}
