using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Openings;
using WorkBridge.Search;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Search;

/// <summary>More like this: openings of the same or a near trade, never one that takes nobody.</summary>
public sealed class AlikeTests
{
    [Fact]
    public async Task An_opening_names_others_like_it_and_neither_itself_nor_strangers_nor_what_is_not_live()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer();
        var sewing = await host.Given.LiveOpening(employer, "May áo sơ mi", "may-cong-nghiep");
        var same = await host.Given.LiveOpening(employer, "May bao bì", "may-cong-nghiep");
        var near = await host.Given.LiveOpening(employer, "Thợ may đo", "may-do");
        var paused = await host.Given.LiveOpening(employer, "May tạm dừng", "may-cong-nghiep");
        await host.Given.LiveOpening(employer, "Thợ hàn", "tho-han");
        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);
        await host.Db(async db => await db.Openings.Where(o => o.Id == paused.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.State, OpeningState.Paused)));
        using var officer = await host.Given.SignedIn(await host.Given.Officer());

        await officer.GoAsync($"/Openings/{sewing.Id}");
        var panel = officer.Page.QuerySelectorAll("section").Single(s => s.QuerySelector("h2")?.TextContent.Trim() == "Chỗ tương tự");
        Assert.Equal([$"/Openings/{same.Id}", $"/Openings/{near.Id}"], panel.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_persons_page_can_be_kept_to_openings_like_one_with_scores_and_reasons()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer();
        var sewing = await host.Given.LiveOpening(employer, "May áo sơ mi", "may-cong-nghiep");
        await host.Given.LiveOpening(employer, "May bao bì", "may-cong-nghiep");
        await host.Given.LiveOpening(employer, "Bốc xếp", "boc-xep");
        var person = await host.Given.Person();
        await host.Given.Consent(person, Purpose.Matching);
        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);
        using var officer = await host.Given.SignedIn(await host.Given.Officer());

        await officer.GoAsync($"/Returnees/{person.Id}/Matches");
        Assert.Equal(3, Titles(officer).Count);
        var link = officer.Page.QuerySelectorAll("article.wb-match").Single(a => a.TextContent.Contains("May áo sơ mi", StringComparison.Ordinal)).QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "Chỗ tương tự");
        await officer.GoAsync($"/Returnees/{person.Id}/Matches" + link.GetAttribute("href"));
        Assert.Equal(["May bao bì", "May áo sơ mi"], Titles(officer).Order(StringComparer.Ordinal));
        Assert.All(officer.Page.QuerySelectorAll("article.wb-match"), a => Assert.Contains("trên 100", a.TextContent, StringComparison.Ordinal));
        Assert.Equal(sewing.Id.ToString(), officer.Page.QuerySelector("input[name=like]")!.GetAttribute("value"));
        Assert.Contains("Chỉ những chỗ tương tự", officer.Text, StringComparison.Ordinal);
    }

    private static List<string> Titles(Browser officer) => [.. officer.Page.QuerySelectorAll("article.wb-match h2").Select(h => h.TextContent.Trim())];
}
