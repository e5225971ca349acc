using System.Text.RegularExpressions;
using WorkBridge.Browser.Tests.Support;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Browser.Tests;

/// <summary>
/// Everybody who has an account of the demonstration follows every link from the first page on, one of each kind, at a desk
/// and on a telephone: axe finds nothing, nothing scrolls sideways, the console is quiet, and no page is missing.
/// </summary>
[Collection(InChromium.Name)]
public sealed partial class DeskWalkTests(Chromium chromium, DemoOnAPort demo) : IClassFixture<DemoOnAPort>
{
    [Theory]
    [InlineData("hainoi@demo.example", "/Home", 35)]
    [InlineData("quantri@demo.example", "/Admin", 17)]
    [InlineData("haiphong@demo.example", "/Reports", 3)]
    [InlineData("may@demo.example", "/Hire", 12)]
    [InlineData("dongde@demo.example", "/Mentor", 5)]
    public async Task Every_page_that_a_link_leads_to_is_whole(string email, string first, int atLeast)
    {
        var folder = Path.Combine(Pictures.Folder, "walk", email.Split('@')[0]);
        await using var screen = await Screen.OpenAsync(demo.Host, chromium, 1366, 768, folder);
        await screen.Page.GotoAsync("/SignIn");
        await screen.FillAsync("Input_Email", email);
        await screen.FillAsync("Input_Password", DemoOnAPort.Password);
        await screen.PressAsync("Đăng nhập");

        var seen = new HashSet<string>(StringComparer.Ordinal) { Kind(first) };
        var ahead = new Queue<string>([first]);
        while (ahead.TryDequeue(out var path))
        {
            var answer = await screen.Page.GotoAsync(path);
            Assert.True(answer!.Status == 200, $"{path} answered {answer.Status}");
            Assert.DoesNotContain("/SignIn", screen.Page.Url, StringComparison.Ordinal);
            var shot = $"{seen.Count - ahead.Count:00}{Kind(path).Replace('/', '-').Replace('?', '-')}";
            await screen.LookAsync(shot);
            foreach (var link in await screen.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download')).map(a => a.pathname + a.search)"))
            {
                if (IsPage(link) && seen.Add(Kind(link)))
                    ahead.Enqueue(link);
            }

            await screen.Page.SetViewportSizeAsync(390, 844);
            await screen.LookAsync(shot + "-phone", axe: false);
            await screen.Page.SetViewportSizeAsync(1366, 768);
        }

        Assert.True(seen.Count >= atLeast, $"{seen.Count} kinds of pages: {string.Join(", ", seen.Order(StringComparer.Ordinal))}");
    }

    /// <summary>Two addresses are of one kind when they differ in ids, numbers and answers alone.</summary>
    private static string Kind(string path)
    {
        var (before, query) = path.Split('?', 2) is [var b, var q] ? (b, q) : (path, "");
        var names = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]).Where(n => n.StartsWith("Filter", StringComparison.Ordinal) is false).Order(StringComparer.Ordinal);
        var kind = Ids().Replace(before.TrimEnd('/'), "/*") + (query.Length == 0 ? "" : "?" + string.Join('&', names));
        return kind.TrimEnd('?');
    }

    /// <summary>A page of this visitor: no file, no other door, and not the screens that are walked elsewhere.</summary>
    private static bool IsPage(string link) =>
        !link.Contains("handler=", StringComparison.OrdinalIgnoreCase) && !Elsewhere().IsMatch(link);

    [GeneratedRegex("/([0-9a-fA-F-]{36}|[0-9]{5})(?=/|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex("^/(Kiosk(/|$)|SignIn|SignOut|Language|Returnees/Template|Admin/Jobs/dashboard|assets|R/|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Elsewhere();
}

/// <summary>The demonstration, listening for a real browser.</summary>
public sealed class DemoOnAPort : IAsyncLifetime
{
    /// <summary>Of every account of the demonstration; the start prints it.</summary>
    public const string Password = "nhipcauvieclam";

    public TestHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await TestHost.StartAsync("http://127.0.0.1:0", demo: true);

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
