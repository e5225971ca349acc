using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Search;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Search;

/// <summary>The search at the top of the desk finds people by what they can do.</summary>
public sealed class SkilledTests
{
    [Theory]
    [InlineData("thợ hàn")]
    [InlineData("tho han")]
    [InlineData("cần người biết hàn")]
    public async Task By_a_trade_those_of_the_own_communes_are_found_who_agreed(string words)
    {
        await using var host = await TestHost.StartAsync();
        var (welder, silent, abroad) = (await host.Given.Person("Lò Văn Hàn", trade: "thợ hàn"), await host.Given.Person("Hà Văn Lặng", trade: "thợ hàn"), await host.Given.Person("Vi Văn Xa", Given.NaDuong, trade: "thợ hàn"));
        await host.Given.Consent(welder, Purpose.Matching);
        await host.Given.Consent(abroad, Purpose.Matching);
        await host.Given.Consent(await host.Given.Person("Vũ Thị May"), Purpose.Matching);
        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);
        using var officer = await host.Given.SignedIn(await host.Given.Officer());

        await Search(officer, words);
        Assert.Equal(["Lò Văn Hàn"], Able(officer));
        Assert.Contains("có chứng chỉ, 14 tháng", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hà Văn Lặng", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vi Văn Xa", officer.Text, StringComparison.Ordinal);
        Assert.Equal("/Search", officer.At);
        Assert.Equal(1, await host.Db(db => db.Readings.CountAsync(r => r.Page == "Search/Index")));

        await host.Given.Consent(welder, Purpose.Matching, yes: false);
        await Search(officer, words);
        Assert.Empty(Able(officer));
        Assert.Contains("Chưa có ai trong các xã, phường", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_name_no_trade_or_skill_look_for_names_alone()
    {
        await using var host = await TestHost.StartAsync();
        await host.Given.Consent(await host.Given.Person("Vũ Thị Thơm"), Purpose.Matching);
        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);
        using var officer = await host.Given.SignedIn(await host.Given.Officer());
        await Search(officer, "Vũ Thị");
        Assert.Contains("Vũ Thị Thơm", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Người làm được", officer.Text, StringComparison.Ordinal);
    }

    private static async Task Search(Browser officer, string words)
    {
        await officer.GoAsync("/Openings");
        var token = officer.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await officer.PostAsync("/Search", [("q", words), ("__RequestVerificationToken", token)]);
    }

    private static List<string> Able(Browser officer) =>
        [.. officer.Page.QuerySelectorAll("section").Single(s => s.QuerySelector("h2")?.TextContent == "Người làm được").QuerySelectorAll("li a").Select(a => a.TextContent)];
}
