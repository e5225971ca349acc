using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkBridge.Browser.Tests.Support;
using Xunit.Abstractions;

namespace WorkBridge.Browser.Tests;

/// <summary>Every screen of the kiosk as it stands (1080 x 1920) and as it lies (1920 x 1080), on a smaller one, and with a keyboard alone.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class KioskScreenTests(Chromium chromium, OneHost one, ITestOutputHelper output) : IClassFixture<OneHost>
{
    /// <summary>What a page may weigh on a poor line, once style, script and letters are kept.</summary>
    private const int MostBytes = 60_000;

    private static readonly (string How, int Width, int Height, bool Full)[] Sizes = [("standing", 1080, 1920, true), ("lying", 1920, 1080, true), ("small", 1366, 768, false), ("at 200 %", 540, 960, false), ("small at 200 %", 683, 384, false)];

    private static readonly string[] InTheEightSteps = ["/Kiosk", "/Kiosk/Start", "/Kiosk/Openings", "/Kiosk/Withdraw", "/Kiosk/Card", "/Kiosk/Menu", "/Kiosk/Employer", "/Kiosk/Review", "/Kiosk/Done", "/Kiosk/Receipt"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_screen_fits_without_scrolling_and_can_be_read_and_touched(bool english)
    {
        var touch = await TouchScreen.StartAsync(one.Host, chromium);
        await using var screen = await touch.OpenAsync(1080, 1920, axe: !english, english);
        var weights = new SortedDictionary<string, int>(StringComparer.Ordinal);
        if (english)
            await screen.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await WalkAsync(touch, screen, async () =>
        {
            var path = new Uri(screen.Page.Url).AbsolutePath;
            weights[path] = Math.Max(weights.GetValueOrDefault(path), await KioskRules.WeightAsync(screen.Page));
            if (!english)
                Assert.Empty((await KioskRules.FocusFaultsAsync(screen.Page)).Select(f => $"{screen.Page.Url}: {f}"));
            foreach (var (how, width, height, full) in Sizes.Where(s => s.Full || !english))
            {
                await screen.Page.SetViewportSizeAsync(width, height);
                Assert.Empty((await KioskRules.FaultsAsync(screen.Page, full)).Select(f => $"{screen.Page.Url} {how}: {f}"));
            }

            await screen.Page.SetViewportSizeAsync(1080, 1920);
        });
        foreach (var (path, bytes) in weights)
            output.WriteLine($"{bytes,7} {path}");
        Assert.DoesNotContain(weights, w => w.Value is < 1000 or > MostBytes);
    }

    [Fact]
    public async Task With_a_keyboard_alone_one_signs_in_answers_and_leaves()
    {
        var touch = await TouchScreen.StartAsync(one.Host, chromium);
        await using var screen = await touch.OpenAsync(1080, 1920, axe: false);
        var page = screen.Page;
        await page.GotoAsync("/Kiosk");
        await EnterAsync(screen, "Chạm để xem");
        await EnterAsync(screen, "Vào bằng thẻ");
        await ToAsync(page, "Input_Code");
        await page.Keyboard.TypeAsync(touch.Card.Code.ToLowerInvariant());
        Assert.Equal($"{touch.Card.Code[..4]}-{touch.Card.Code[4..]}", await page.InputValueAsync("#Input_Code"));
        await screen.LeaveAsync(() => page.Keyboard.PressAsync("Enter"));
        await ToAsync(page, "Input_Pin");
        await page.Keyboard.TypeAsync(touch.Card.Pin);
        await screen.LeaveAsync(() => page.Keyboard.PressAsync("Enter"));
        await EnterAsync(screen, "Trả lời câu hỏi");
        for (var question = 0; question < 4; question++)
            await EnterAsync(screen, question % 2 == 0 ? "Đồng ý" : "Không đồng ý");
        await EnterAsync(screen, "Xong");
        Assert.Matches("[A-Z0-9]{5}-[A-Z0-9]{5}", await page.InnerTextAsync(".wbk-code"));
        await EnterAsync(screen, "Thoát, xoá");
        Assert.EndsWith("/Kiosk/Wiped", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_slip_alone_is_printed_on_the_roll_and_names_nobody()
    {
        var touch = await TouchScreen.StartAsync(one.Host, chromium);
        await using var screen = await touch.OpenAsync(1080, 1920, axe: false);
        await touch.SignInAsync(screen);
        await AnswerAllAsync(screen);
        await screen.PressAsync("Xong");
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var paper = await screen.Page.InnerTextAsync("body");
        Assert.Contains("Mã của anh/chị", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Gọi cán bộ", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Thơm", paper, StringComparison.Ordinal);
        Assert.All(touch.Traces, trace => Assert.DoesNotContain(trace, paper, StringComparison.Ordinal));
        Assert.True(await screen.Page.Locator(".r-qr svg").IsVisibleAsync());

        await screen.Page.EmulateMediaAsync(new() { Media = Media.Null });
        var sheets = System.Text.Encoding.Latin1.GetString(await screen.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        var box = Assert.Single(Regex.Matches(sheets, @"/MediaBox ?\[0 0 (?<wide>[0-9.]+)", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(80, double.Parse(box.Groups["wide"].Value, System.Globalization.CultureInfo.InvariantCulture) / 72 * 25.4, 0.5);
    }

    /// <summary>Looks at every page there is for a passer-by, for a person, and for somebody with a slip.</summary>
    private static async Task WalkAsync(TouchScreen touch, Screen screen, Func<Task> look)
    {
        async Task At(string path)
        {
            await screen.Page.GotoAsync(path);
            Assert.Contains(path.Split('?')[0], screen.Page.Url, StringComparison.Ordinal);
            // Every other page is looked at in the eight steps.
            if (!InTheEightSteps.Contains(path))
                await screen.LookAsync(null);
            await look();
        }

        async Task Go()
        {
            await screen.LeaveAsync(() => screen.Page.Locator("main form .wbk-go").First.ClickAsync());
            await screen.LookAsync(null);
            await look();
        }

        foreach (var path in new[] { "/Kiosk", "/Kiosk/Start", "/Kiosk/Openings", "/Kiosk/Openings?p=2", "/Kiosk/Openings?tab=training", $"/Kiosk/Openings/{touch.OpeningId}", "/Kiosk/Desk", "/Kiosk/Help", "/Kiosk/Language" })
            await At(path);
        await At($"/Kiosk/Openings/{touch.OpeningId}");
        await Go();
        await At("/Kiosk/Withdraw");
        await screen.FillAsync("Input_Code", "ACDEF-HJKMN");
        await Go();
        await At("/Kiosk/Card");
        await screen.FillAsync("Input_Code", "ACDE-FHJK");
        await Go();
        await screen.FillAsync("Input_Code", touch.Card.Code);
        await Go();
        await screen.FillAsync("Input_Pin", "000000");
        await Go();

        await touch.SignInAsync(screen);
        foreach (var path in new[] { "/Kiosk/Menu", "/Kiosk/Profile", "/Kiosk/Change", "/Kiosk/Change?p=2", "/Kiosk/Change/Trade", "/Kiosk/Change/Trade?p=2", "/Kiosk/Change/Trade?near=true", "/Kiosk/Change/Trade?group=Goods", "/Kiosk/Change/Skill?group=Electric", "/Kiosk/Change/WantedTrade?typed=true", "/Kiosk/Change/PayFrom", "/Kiosk/Change/Phone", "/Kiosk/Change/Other", "/Kiosk/Support", "/Kiosk/Support/Health", "/Kiosk/Rights", "/Kiosk/Rights/Delete", "/Kiosk/Rights/Object", "/Kiosk/Asked", "/Kiosk/Readings", "/Kiosk/Withdraw", "/Kiosk/Withdraw?p=2", "/Kiosk/Employer" })
            await At(path);
        Assert.True(await KioskRules.AnswersAreEqualAsync(screen.Page), "yes and no look alike but for their words");
        Assert.Equal(await screen.Page.EvaluateAsync<bool>("matchMedia('(prefers-reduced-motion: reduce)').matches"), await IsStillAsync(screen.Page));
        foreach (var purpose in new[] { "Matching", "Reminders", "Mentor", "Statistics" })
        {
            await screen.Page.GotoAsync("/Kiosk/Questions");
            Assert.True(await KioskRules.AnswersAreEqualAsync(screen.Page), $"{purpose}: yes and no look alike but for their words");
            await look();
            await screen.LeaveAsync(() => screen.Page.Locator(".wbk-answer").First.ClickAsync());
        }

        await touch.BeginWorkAsync();
        await At("/Kiosk/Work");
        Assert.True(await KioskRules.AnswersAreEqualAsync(screen.Page), "still there and left look alike but for their words");
        foreach (var said in new[] { "true", "Hard", "Pay", "false" })
        {
            await screen.LeaveAsync(() => screen.Page.Locator($"#work button[value={said}]").ClickAsync());
            await screen.LookAsync(null);
            await look();
        }

        await touch.EndTrainingAsync();
        await At("/Kiosk/Course");
        Assert.True(await KioskRules.AnswersAreEqualAsync(screen.Page), "right and not right look alike but for their words");
        foreach (var said in new[] { "false", "Other" })
        {
            await screen.LeaveAsync(() => screen.Page.Locator($"main form button[value={said}]").ClickAsync());
            await screen.LookAsync(null);
            await look();
        }

        await screen.FillAsync("Input_Words", "Tôi nghỉ ba buổi vì con ốm, có báo.");
        await Go();
        await At("/Kiosk/Course?agreed=true");
        await At("/Kiosk/Review");
        await At("/Kiosk/Done");
        await At("/Kiosk/Receipt");
        await screen.Page.GotoAsync("/Kiosk/Withdraw");
        await screen.LeaveAsync(() => screen.Page.Locator(".wbk-pair button").First.ClickAsync());
        await look();
        await screen.Page.GotoAsync("/Kiosk/Leave");
        await At("/Kiosk/Wiped");
        await At("/Kiosk/Fault");
    }

    /// <summary>An answer that is held down does not sink.</summary>
    private static async Task<bool> IsStillAsync(IPage page)
    {
        await page.Locator(".wbk-answer").First.HoverAsync();
        await page.Mouse.DownAsync();
        var sunk = await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.wbk-answer')).transform");
        await page.Mouse.MoveAsync(2, 2);
        await page.Mouse.UpAsync();
        return sunk == "none";
    }

    private static async Task AnswerAllAsync(Screen screen)
    {
        await screen.Page.GotoAsync("/Kiosk/Questions");
        for (var question = 0; question < 4; question++)
            await screen.LeaveAsync(() => screen.Page.Locator(".wbk-answer").First.ClickAsync());
    }

    /// <summary>Goes with the tabulator to the link or button of these words and presses Enter.</summary>
    private static async Task EnterAsync(Screen screen, string words)
    {
        await TabAsync(screen.Page, $"(document.activeElement.matches('a[href], button') && document.activeElement.innerText.trim().replace(/\\s+/g, ' ').{(words is "Đồng ý" or "Xong" ? "startsWith" : "includes")}('{words}'))");
        await screen.LeaveAsync(() => screen.Page.Keyboard.PressAsync("Enter"));
    }

    private static Task ToAsync(IPage page, string id) => TabAsync(page, $"document.activeElement.id === '{id}'");

    private static async Task TabAsync(IPage page, string there)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(there))
                return;
        }

        Assert.Fail($"{page.Url}: the tabulator does not reach {there}");
    }
}
