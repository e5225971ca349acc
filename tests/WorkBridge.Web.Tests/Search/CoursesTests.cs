using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;
using Evidence = WorkBridge.Matching.Evidence;

namespace WorkBridge.Web.Tests.Search;

/// <summary>What is missing for an opening leads to the place in a course that teaches it.</summary>
public sealed class CoursesTests
{
    [Fact]
    public async Task A_missing_skill_leads_to_the_course_that_teaches_it_now_and_to_none_that_has_closed()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer();
        var (school, _) = await host.Given.Employer(kind: EmployerKind.TrainingProvider, name: "Trung tâm dạy nghề mẫu");
        await Live(host, employer, Content("Thợ may công nghiệp", OpeningKind.Job) with { TradeCode = "may-cong-nghiep", Skills = ["may-1-kim", "vat-so", "lai-xe-nang"] });
        // The first names the trade only: what a course in sewing teaches is in the vocabulary.
        var sewing = await Live(host, school, Content("Lớp may công nghiệp 3 tháng", OpeningKind.Training) with { TradeCode = "may-cong-nghiep", Teaches = ["may-cong-nghiep"] });
        var forklift = await Live(host, school, Content("Lớp lái xe nâng", OpeningKind.Training) with { TradeCode = "lai-xe-nang", Teaches = ["lai-xe-nang"], ClosesOn = new DateOnly(2026, 12, 1) });
        var person = await Sewer(host);
        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);
        using var officer = await host.Given.SignedIn(await host.Given.Officer());

        await officer.GoAsync($"/Returnees/{person.Id}/Matches");
        var match = officer.Page.QuerySelectorAll("article.wb-match").Single(a => a.TextContent.Contains("Thợ may công nghiệp", StringComparison.Ordinal));
        Assert.Contains("Học ở lớp", match.TextContent, StringComparison.Ordinal);
        Assert.NotNull(match.QuerySelector($"a[href='/Openings/{forklift}']"));
        Assert.Null(match.QuerySelector($"a[href='/Openings/{sewing}']")); // overlock goes with the trade: it is asked, not missing

        host.Clock.Advance(TimeSpan.FromDays(9));
        using var later = await host.Given.SignedIn(await host.Given.Officer());
        await later.GoAsync($"/Returnees/{person.Id}/Matches");
        Assert.Contains("Thợ may công nghiệp", later.Text, StringComparison.Ordinal);
        Assert.Null(later.Page.QuerySelector($"article.wb-match a[href='/Openings/{forklift}']"));
    }

    [Fact]
    public async Task A_course_that_is_paused_is_offered_to_nobody_and_the_opening_and_the_kiosk_name_the_one_that_is_live()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer();
        var (school, _) = await host.Given.Employer(kind: EmployerKind.TrainingProvider, name: "Trung tâm dạy nghề mẫu");
        var job = await Live(host, employer, Content("Thợ may công nghiệp", OpeningKind.Job) with { TradeCode = "may-cong-nghiep", Skills = ["may-1-kim", "lai-xe-nang"] });
        var forklift = await Live(host, school, Content("Lớp lái xe nâng", OpeningKind.Training) with { TradeCode = "lai-xe-nang", Teaches = ["lai-xe-nang"] });
        var person = await Sewer(host);
        var keeper = host.Services.GetRequiredService<IndexKeeper>();
        await keeper.FollowAsync(default);
        using var officer = await host.Given.SignedIn(await host.Given.Officer());

        await officer.GoAsync($"/Openings/{job}/Matches");
        Assert.NotNull(officer.Page.QuerySelector($"article.wb-match a[href='/Openings/{forklift}']"));
        await host.Use<FindCourses>(async find => Assert.Equal("Lớp lái xe nâng", Assert.Single(await find.ForPersonAsync(person.Id, await OpeningOf(host, job), default)).Title));

        // Paused, and the index has not heard of it yet.
        await host.Db(async db => await db.Openings.Where(o => o.Id == forklift).ExecuteUpdateAsync(o => o.SetProperty(x => x.State, OpeningState.Paused)));
        Assert.True(keeper.Index.Contains(forklift));
        await officer.GoAsync($"/Openings/{job}/Matches");
        Assert.Contains("Vũ Thị Thơm", officer.Text, StringComparison.Ordinal);
        Assert.Null(officer.Page.QuerySelector($"article.wb-match a[href='/Openings/{forklift}']"));
        await host.Use<FindCourses>(async find => Assert.Empty(await find.ForPersonAsync(person.Id, await OpeningOf(host, job), default)));
    }

    [Fact]
    public async Task Without_consent_to_matching_no_course_is_worked_out()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer();
        var job = await Live(host, employer, Content("Thợ may công nghiệp", OpeningKind.Job) with { TradeCode = "may-cong-nghiep", Skills = ["lai-xe-nang"] });
        await Live(host, employer, Content("Lớp lái xe nâng", OpeningKind.Training) with { TradeCode = "lai-xe-nang", Teaches = ["lai-xe-nang"] });
        var person = await Sewer(host);
        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);
        await host.Use<FindCourses>(async find => Assert.NotEmpty(await find.ForPersonAsync(person.Id, await OpeningOf(host, job), default)));
        await host.Given.Consent(person, Purpose.Matching, yes: false);
        await host.Use<FindCourses>(async find => Assert.Empty(await find.ForPersonAsync(person.Id, await OpeningOf(host, job), default)));
    }

    private static Task<Opening> OpeningOf(TestHost host, Guid id) => host.Db(db => db.Openings.AsNoTracking().SingleAsync(o => o.Id == id));

    private static OpeningContent Content(string title, OpeningKind kind) => new()
    {
        Kind = kind,
        Title = title,
        Description = "Làm và học theo giờ ban ngày.",
        Places = 3,
        PayMin = kind == OpeningKind.Job ? 7_000_000 : null,
        PlaceText = "Phường Kiến An, Hải Phòng",
        CommuneCode = Given.KienAn,
        ProvinceCode = "31",
        Shifts = Shifts.Day,
        ClosesOn = new DateOnly(2027, 1, 22),
    };

    private static async Task<Guid> Live(TestHost host, Employer employer, OpeningContent content)
    {
        var opening = Opening.Draft(employer.Id, employer.CommuneCode, content, host.Given.Now, Actor.Employer(Guid.CreateVersion7()));
        opening.Submit(Actor.Employer(Guid.CreateVersion7()), host.Given.Now);
        opening.PutLive(Actor.Officer(Guid.CreateVersion7()), host.Given.Now);
        await host.Db(async db =>
        {
            db.Openings.Add(opening);
            await db.SaveChangesAsync();
        });
        return opening.Id;
    }

    private static async Task<Returnee> Sewer(TestHost host)
    {
        var person = await host.Given.Person();
        await host.Given.Consent(person, Purpose.Matching);
        await host.Db(async db =>
        {
            var profile = await db.SkillProfiles.SingleAsync(p => p.ReturneeId == person.Id);
            profile.Rewrite(profile.Content with { Skills = [new HeldSkill("may-1-kim", Evidence.Certificate)] }, host.Given.Now);
            await db.SaveChangesAsync();
        });
        return person;
    }
}
