using WorkBridge.Matching;
using WorkBridge.Web.Kiosk;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>Somebody who reads little finds one trade among three hundred: by picture in a few touches, or by a few letters.</summary>
public sealed class FindTradeTests
{
    /// <summary>More pages of one list nobody leafs through.</summary>
    private const int MostPages = 7;

    [Fact]
    public void Every_trade_is_in_a_group_of_few_enough_with_a_picture_and_names_of_its_own()
    {
        var groups = Vocabulary.Default.Trades.GroupBy(TradeGroups.Of).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(Enum.GetValues<TradeGroup>(), groups.Keys.Order());
        Assert.All(groups, g => Assert.True(g.Value <= MostPages * WorkBridge.Web.Pages.Kiosk.ChangeModel.NamesPerPage, $"{g.Key}: {g.Value}"));
        Assert.Distinct(Enum.GetValues<TradeGroup>().Select(TradeGroups.Icon));
        Assert.Distinct(Enum.GetValues<TradeGroup>().Select(g => TradeGroups.Name(g).Vi));
    }

    [Theory]
    [InlineData("Trade")]
    [InlineData("WantedTrade")]
    [InlineData("Skill")]
    public async Task By_pictures_alone_one_comes_to_a_trade_or_a_skill(string topic)
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync($"/Kiosk/Change/{topic}");
        Assert.Equal(8, screen.Page.QuerySelectorAll(".wbk-menu .wbk-choice svg").Length);
        Assert.Contains("Trang 1 trong 2", screen.Text, StringComparison.Ordinal);
        await TouchAsync(screen, "Hàn, cơ khí, sửa máy");
        await TouchAsync(screen, "Thợ hàn");
        if (topic == "Skill")
            await screen.GoAsync(screen.Page.QuerySelector(".wbk-menu a")!.GetAttribute("href")!);
        Assert.Contains("subject=", screen.At, StringComparison.Ordinal);
        await screen.SubmitAsync("main form", button: "button[name='Input.Said']");

        Assert.Equal("/Kiosk/Asked?sent=true", screen.At);
        await screen.GoAsync("/Kiosk/Change/" + topic + "?p=2");
        Assert.Contains("Việc khác", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_few_letters_without_marks_find_it_and_stand_in_no_address_and_what_is_not_found_stays_typed()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Change/WantedTrade");
        await TouchAsync(screen, "Gõ tên để tìm");
        await screen.SubmitAsync("main form", [("Input.Find", "zqzqzq")]);
        Assert.Contains("Không thấy tên nào như vậy", screen.Text, StringComparison.Ordinal);
        Assert.Equal("zqzqzq", screen.Page.QuerySelector("#Input_Find")!.GetAttribute("value"));
        await screen.SubmitAsync("main form", [("Input.Find", "tho han")]);
        Assert.Contains("Thợ hàn", screen.Page.QuerySelector(".wbk-menu .wbk-choice")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(screen.Page.QuerySelectorAll(".wbk-menu .wbk-choice").Length, 1, 6);
        Assert.DoesNotContain(screen.Been, address => address.Contains("zqzq", StringComparison.Ordinal) || address.Contains("tho", StringComparison.Ordinal));
        await TouchAsync(screen, "Thợ hàn");
        await screen.SubmitAsync("main form", button: "button[name='Input.Said']");
        Assert.Equal("/Kiosk/Asked?sent=true", screen.At);

        await screen.GoAsync("/Kiosk/Change/Skill?typed=true");
        await screen.SubmitAsync("main form", [("Input.Find", "han")]);
        Assert.NotEmpty(screen.Page.QuerySelectorAll(".wbk-menu a[href*='subject=']"));
    }

    [Fact]
    public async Task What_is_recorded_stands_first_with_what_is_near_and_a_foreign_word_in_the_address_leads_back()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Change/Trade?near=true");
        Assert.Contains("Đang ghi", screen.Page.QuerySelector(".wbk-choice")!.TextContent, StringComparison.Ordinal);
        foreach (var wrong in new[] { "Trade?group=Nothing", "Trade?group=99", "Skill?group=Sewing&trade=nothing", "Trade?trade=may", "Trade?subject=nothing" })
        {
            await screen.GoAsync("/Kiosk/Change/" + wrong);
            Assert.Equal("/Kiosk/Change", screen.At);
        }
    }

    private static Task TouchAsync(Browser screen, string words) =>
        screen.GoAsync(screen.Page.QuerySelectorAll(".wbk-menu a").First(a => a.QuerySelector("[data-wb-read]")!.TextContent.Trim().StartsWith(words, StringComparison.Ordinal)).GetAttribute("href")!);
}
