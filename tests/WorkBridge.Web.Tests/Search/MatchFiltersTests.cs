using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Web.Tests.Support;
using Evidence = WorkBridge.Matching.Evidence;

namespace WorkBridge.Web.Tests.Search;

/// <summary>Filters of the two match pages: what passes, what an empty page says, and that nothing is a dead end.</summary>
public sealed class MatchFiltersTests
{
    [Fact]
    public async Task A_person_is_shown_only_what_pays_enough_within_the_times_and_an_empty_page_says_what_to_loosen()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer();
        await Opening(host, await host.Given.LiveOpening(employer, "May ngày", "may-cong-nghiep"), 8, Shifts.Day);
        await Opening(host, await host.Given.LiveOpening(employer, "May đêm", "may-cong-nghiep"), 12, Shifts.Night);
        await Opening(host, await host.Given.LiveOpening(employer, "May không ghi lương", "may-cong-nghiep"), null, Shifts.Day | Shifts.Evening);
        var person = await Agreed(host, "Vũ Thị Thơm");
        using var officer = await host.Given.SignedIn(await host.Given.Officer());

        Assert.Equal(["May ngày", "May không ghi lương", "May đêm"], await Titles(officer, $"/Returnees/{person.Id}/Matches"));
        Assert.Equal(["May ngày", "May đêm"], await Titles(officer, $"/Returnees/{person.Id}/Matches?pay=8"));
        Assert.Equal(["May đêm"], await Titles(officer, $"/Returnees/{person.Id}/Matches?pay=10"));
        Assert.Equal(["May ngày"], await Titles(officer, $"/Returnees/{person.Id}/Matches?times=Day"));
        Assert.Equal(["May ngày", "May không ghi lương"], await Titles(officer, $"/Returnees/{person.Id}/Matches?times=Day&times=Evening"));
        Assert.Empty(await Titles(officer, $"/Returnees/{person.Id}/Matches?reach=Province&kind=Job&pay=10&times=Day"));
        Assert.Contains("Không lọc lương và giờ làm thì có 3 chỗ", officer.Text, StringComparison.Ordinal);
        Assert.Equal(["May ngày"], await Titles(officer, Link(officer, "Bỏ lọc lương: 1 chỗ")));
        await officer.GoAsync($"/Returnees/{person.Id}/Matches?reach=Province&kind=Job&pay=10&times=Day");
        Assert.Equal(["May đêm"], await Titles(officer, Link(officer, "Bỏ lọc giờ làm: 1 chỗ")));
        Assert.Contains("reach=Province", officer.At, StringComparison.Ordinal);
        Assert.Contains("kind=Job", officer.At, StringComparison.Ordinal);
        Assert.Equal(3, (await Titles(officer, $"/Returnees/{person.Id}/Matches?pay=7777&times=nonsense")).Count);
    }

    [Fact]
    public async Task An_opening_is_shown_only_who_can_work_then_for_that_pay_in_that_commune()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer);
        await Opening(host, opening, 8, Shifts.Day | Shifts.Evening);
        await Profile(host, await Agreed(host, "Hà Thị Ngày"), p => p with { Shifts = Shifts.Day, PayFrom = 7_000_000 });
        await Profile(host, await Agreed(host, "Lê Thị Cả"), p => p with { Shifts = Shifts.Any, PayFrom = 9_000_000 });
        await Profile(host, await Agreed(host, "Bùi Thị Chưa"), p => p with { Shifts = Shifts.None, PayFrom = null });
        using var officer = await host.Given.SignedIn(await host.Given.Officer());
        var page = $"/Openings/{opening.Id}/Matches";

        Assert.Equal(3, (await Titles(officer, page)).Count);
        Assert.Null(officer.Page.QuerySelector("#commune"));
        Assert.Equal(["Lê Thị Cả"], await Titles(officer, page + "?times=true"));
        Assert.Equal(["Bùi Thị Chưa", "Hà Thị Ngày"], (await Titles(officer, page + "?pay=true")).Order(StringComparer.Ordinal));
        Assert.Empty(await Titles(officer, page + "?times=true&pay=true&certified=true"));
        Assert.Equal(["Lê Thị Cả"], await Titles(officer, page + Link(officer, "Bỏ “lương đủ mức mong muốn”: 1 người")[page.Length..]));
        Assert.Equal(3, (await Titles(officer, page + "?commune=99999")).Count);
    }

    private static string Link(Browser officer, string words) =>
        Resolve(officer, officer.Page.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == words).GetAttribute("href")!);

    private static string Resolve(Browser officer, string href) => href.StartsWith('?') ? officer.At.Split('?')[0] + href : href;

    private static async Task<List<string>> Titles(Browser officer, string path)
    {
        await officer.GoAsync(path);
        Assert.Equal(System.Net.HttpStatusCode.OK, officer.Status);
        return [.. officer.Page.QuerySelectorAll("article.wb-match h2").Select(h => h.TextContent.Trim())];
    }

    private static async Task<Returnee> Agreed(TestHost host, string name)
    {
        var person = await host.Given.Person(name);
        await host.Given.Consent(person, Purpose.Matching);
        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);
        return person;
    }

    private static async Task Profile(TestHost host, Returnee person, Func<ProfileContent, ProfileContent> change)
    {
        await host.Db(async db =>
        {
            var profile = await db.SkillProfiles.SingleAsync(p => p.ReturneeId == person.Id);
            profile.Rewrite(change(profile.Content), host.Given.Now);
            await db.SaveChangesAsync();
        });
        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);
    }

    private static async Task Opening(TestHost host, Opening opening, int? million, Shifts shifts)
    {
        await host.Db(async db => await db.Openings.Where(o => o.Id == opening.Id).ExecuteUpdateAsync(o => o
            .SetProperty(x => x.PayMin, million * 1_000_000L).SetProperty(x => x.PayMax, million * 1_000_000L).SetProperty(x => x.Shifts, shifts)));
        await host.Services.GetRequiredService<IndexKeeper>().RebuildAsync();
    }
}
