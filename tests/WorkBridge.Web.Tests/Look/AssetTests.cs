using System.Net;
using System.Text.RegularExpressions;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Look;

public sealed partial class AssetTests
{
    [Fact]
    public async Task Everything_the_first_page_names_is_there_under_a_name_with_its_hash_and_may_be_kept_for_a_year()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = host.Browser();
        await browser.GoAsync("/");
        var named = browser.Page.QuerySelectorAll("link[href], script[src], img[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Concat(browser.Page.QuerySelectorAll("use").Select(e => e.GetAttribute("href")!.Split('#')[0]))
            .Distinct().ToList();
        Assert.True(named.Count >= 6, string.Join(' ', named));
        var sheet = Assert.Single(named, address => address.EndsWith(".css", StringComparison.Ordinal));

        await browser.GoAsync(sheet);
        var text = await browser.Answer.Content.ReadAsStringAsync();
        named.AddRange(InSheet().Matches(text).Select(m => "/assets" + m.Groups["path"].Value));
        Assert.True(named.Count > 15, "The style sheet names no font.");

        foreach (var address in named)
        {
            await browser.GoAsync(address);
            Assert.True(browser.Status == HttpStatusCode.OK, $"{address}: {browser.Status}");
            Assert.True(browser.Answer.Content.Headers.ContentLength is > 0 || (await browser.Answer.Content.ReadAsByteArrayAsync()).Length > 0, $"{address} is empty");
            Assert.True(Hashed().IsMatch(address), $"{address} has no hash in its name");
            Assert.True(browser.Answer.Headers.CacheControl?.MaxAge >= TimeSpan.FromDays(365), $"{address}: {browser.Answer.Headers.CacheControl}");
        }
    }

    [Fact]
    public void Every_icon_a_page_asks_for_is_in_the_sprite()
    {
        var root = Root();
        var known = File.ReadAllLines(Path.Combine(root, "wwwroot-assets", "src", "icons.txt")).ToHashSet(StringComparer.Ordinal);
        var web = Path.Combine(root, "src", "WorkBridge.Web");
        var asked = Directory.EnumerateFiles(web, "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => IconInPage().Matches(File.ReadAllText(file)).Select(m => (File: Path.GetFileName(file), Name: m.Groups["name"].Value)))
            .ToList();
        Assert.NotEmpty(asked);

        Assert.Empty(asked.Where(a => !known.Contains(a.Name)).Select(a => $"{a.File}: {a.Name}"));
    }

    [Fact]
    public void No_page_holds_a_style_or_a_script_of_its_own()
    {
        var web = Path.Combine(Root(), "src", "WorkBridge.Web");
        var offenders = Directory.EnumerateFiles(web, "*.cshtml", SearchOption.AllDirectories)
            .Where(file => Inline().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);

        Assert.Empty(offenders);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WorkBridge.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex("""url\(\.\.(?<path>/[^)]+)\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InSheet();

    [GeneratedRegex("""<wb-(icon[^>]*?\sname|tag[^>]*?\sicon)="(?<name>[a-z0-9-]+)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IconInPage();

    [GeneratedRegex("""\.[a-z0-9]{10,12}\.[a-z0-9]+$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hashed();

    [GeneratedRegex("""<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inline();
}
