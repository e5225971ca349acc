using System.Net;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Look;

public sealed class PublicPageTests
{
    [Theory]
    [InlineData("/", "Mỗi việc làm là một nhịp cầu về nhà", "Every job is a span of the bridge home")]
    [InlineData("/Privacy", "Chúng tôi giữ gì, và quyền của anh/chị", "What we keep, and your rights")]
    public async Task A_public_page_speaks_Vietnamese_first_and_English_on_request(string path, string vi, string en)
    {
        await using var host = await TestHost.StartAsync();
        using var browser = host.Browser();

        await browser.GoAsync(path);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal("vi", browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(vi, browser.Page.QuerySelector("h1")!.TextContent);

        browser.Cookies.Add(new Uri("http://localhost"), new Cookie("wb.lang", "c%3Den-GB%7Cuic%3Den-GB"));
        await browser.GoAsync(path);
        Assert.Equal("en", browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(en, browser.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_sample_banner_is_there_in_a_demonstration_and_nowhere_else()
    {
        await using var real = await TestHost.StartAsync();
        await using var demo = await TestHost.StartAsync(demo: true);
        using var first = real.Browser();
        using var second = demo.Browser();

        await first.GoAsync("/");
        await second.GoAsync("/");

        Assert.Null(first.Page.QuerySelector(".wb-demo"));
        Assert.Equal("Dữ liệu mẫu: mọi tên người và nơi tuyển đều là hư cấu", second.Page.QuerySelector(".wb-demo")!.TextContent);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_answered_in_words()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = host.Browser();

        await browser.GoAsync("/khong/co/trang/nay");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Equal("Không có trang này", browser.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_error_page_carries_a_reference_and_nothing_about_the_fault()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = host.Browser();

        await browser.GoAsync("/Error");

        var reference = browser.Page.QuerySelector(".wb-reference")!.TextContent;
        Assert.Matches("^[0-9A-F]{8}$", reference);
        Assert.DoesNotContain("Exception", browser.Page.Body!.TextContent, StringComparison.Ordinal);
    }
}
