using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Browser.Tests.Support;

/// <summary>
/// Somebody at a screen. Every page that is looked at must be quiet (no script error, no policy violation), must not
/// scroll sideways, and axe (at the size that is usual for the page) must find nothing on it.
/// </summary>
public sealed class Screen : IAsyncDisposable
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private readonly TestHost host;
    private readonly IBrowserContext context;
    private readonly string shots;
    private readonly bool axe;
    private readonly List<string> noise = [];

    private Screen(TestHost host, IBrowserContext context, IPage page, string shots, bool axe)
    {
        this.axe = axe;
        this.host = host;
        this.context = context;
        this.shots = shots;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal) && !message.Text.Contains("422", StringComparison.Ordinal))
                noise.Add(message.Text);
        };
        page.PageError += (_, error) => noise.Add(error);
    }

    public IPage Page { get; }

    public static async Task<Screen> OpenAsync(TestHost host, Chromium chromium, int width, int height, string shots, bool axe = true, string? url = null)
    {
        var opened = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, BaseURL = url ?? host.Url, Locale = "vi-VN" });
        opened.SetDefaultTimeout(20_000);
        Directory.CreateDirectory(shots);
        return new Screen(host, opened, await opened.NewPageAsync(), shots, axe);
    }

    /// <summary>Goes to a page and looks at it.</summary>
    public async Task GoAsync(string path, string? shot = null)
    {
        await Page.GotoAsync(path);
        await LookAsync(shot);
    }

    public async Task SignInAsync(Staff.Account account, string? shot = null)
    {
        await Page.GotoAsync("/SignIn");
        await FillAsync("Input_Email", account.Email!);
        await FillAsync("Input_Password", Given.Password);
        await PressAsync("Đăng nhập");
        if (account.IsStaff)
        {
            await FillAsync("Input_Code", host.Given.RecoveryCode(account));
            await PressAsync("Tiếp tục");
        }

        await LookAsync(shot);
    }

    public Task FillAsync(string id, string text) => Page.FillAsync("#" + id, text);

    /// <summary>Ticks a radio or a checkbox by its words.</summary>
    public Task TickAsync(string label) => Page.GetByLabel(label, new() { Exact = false }).First.CheckAsync(new() { Force = true });

    /// <summary>Presses a button (or follows a link that looks like one) by its words, and waits for the page it leads to.</summary>
    public async Task PressAsync(string words, string? shot = null)
    {
        var button = Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = words });
        var target = await button.CountAsync() > 0 ? button.First : Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = words }).First;
        await LeaveAsync(() => target.ClickAsync());
        if (shot is not null)
            await LookAsync(shot);
    }

    /// <summary>Does what leads to another page and waits until that page has come, also where it has the same address.</summary>
    public async Task LeaveAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("window.left = false");
        await act();
        for (var tries = 0; tries < 400; tries++)
        {
            try
            {
                if (await Page.EvaluateAsync<bool>("window.left === undefined && document.readyState === 'complete'"))
                    return;
            }
            catch (PlaywrightException)
            {
                // Between two pages there is nothing to ask.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"No other page came after {Page.Url}.");
    }

    public async Task UploadAsync(string id, string fileName, byte[] bytes) =>
        await Page.SetInputFilesAsync("#" + id, new FilePayload { Name = fileName, MimeType = "application/octet-stream", Buffer = bytes });

    public async Task<string> TextAsync() => (await Page.InnerTextAsync("body")).ReplaceLineEndings(" ");

    /// <summary>Looks at the page that is open: picture, axe, quiet, no sideways scroll.</summary>
    /// <param name="axe">Null asks axe where it is usual for this screen.</param>
    public async Task LookAsync(string? shot, bool? axe = null)
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        if (shot is not null && Pictures.Wanted)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(shots, shot + ".png"), FullPage = !Page.Url.Contains("/Kiosk", StringComparison.Ordinal) });
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wide <= 0, $"{Page.Url} scrolls sideways by {wide} px");
        if (axe ?? this.axe)
            await AxeAsync();
        Assert.True(noise.Count == 0, $"{Page.Url}: {string.Join("; ", noise)}\n{Errors()}");
    }

    /// <summary>Asks axe about the page as it stands, with whatever is open over it; also where a broken line has left its errors in the console.</summary>
    public async Task AxeAsync()
    {
        var violations = (await Page.RunAxe(Rules)).Violations;
        Assert.True(violations.Length == 0, $"{Page.Url}: " + string.Join("; ", violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Target))}")));
    }

    private string Errors()
    {
        lock (host.Log)
            return string.Join('\n', host.Log.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).TakeLast(2));
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
