using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Openings;
using WorkBridge.Tests.Data;
using WorkBridge.Web.Start;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Nodes;

/// <summary>The whole service, jobs and demonstration included, on two nodes over one PostgreSQL that was empty before.</summary>
public sealed partial class TwoNodesTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [PostgresFact]
    public async Task A_session_of_one_node_opens_every_page_of_the_other_and_a_withdrawal_on_one_is_in_no_list_of_the_other()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:Postgres"] = server.NewDatabase(), ["Jobs:Enabled"] = "true" };
        await using var one = await TestHost.StartAsync(settings: settings, demo: true);
        var folder = Directory.CreateTempSubdirectory("workbridge-node-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        File.Copy(Path.Combine(one.Folder, "keys", "columns.json"), Path.Combine(folder, "keys", "columns.json"));
        await using var two = await TestHost.StartAsync(settings: settings, folder: folder, demo: true);
        Assert.Equal(48, await two.Db(db => db.Returnees.CountAsync()));

        using var officer = await SignedIn(one, "kienan@demo.example");
        using var there = two.Browser();
        there.Cookies.Add(officer.Cookies.GetAllCookies());
        await OpenEverything(there, "/Home");

        var (page, person) = await FirstMatch(there);
        await one.Use<WithdrawConsent>(withdraw => withdraw.RunAsync(person, Purpose.Matching, null, new AnswerSetting(ConsentWay.KioskCard, null, null, false, null), default));
        await there.GoAsync(page);
        Assert.Equal(HttpStatusCode.OK, there.Status);
        Assert.DoesNotContain(person.ToString(), there.Page.Body!.InnerHtml, StringComparison.OrdinalIgnoreCase);
    }

    [PostgresFact]
    public async Task A_server_that_does_not_answer_stops_the_start_with_a_sentence()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:Postgres"] = "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2" };
        var refused = await Assert.ThrowsAsync<StartRefused>(() => TestHost.StartAsync(settings: settings));
        Assert.Contains("ConnectionStrings:Postgres", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<Browser> SignedIn(TestHost host, string email)
    {
        var browser = host.Browser();
        await browser.GoAsync("/SignIn");
        await browser.SubmitAsync("main form", [("Input.Email", email), ("Input.Password", "nhipcauvieclam")]);
        return browser;
    }

    /// <summary>Follows every link of every page, a few of each kind.</summary>
    private static async Task OpenEverything(Browser browser, string from)
    {
        var opened = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var wrong = new List<string>();
        var ahead = new Queue<string>([from]);
        while (ahead.TryDequeue(out var path))
        {
            var kind = Id().Replace(path.Split('?')[0], "*");
            if (!seen.Add(path) || opened.GetValueOrDefault(kind) == 2)
                continue;
            opened[kind] = opened.GetValueOrDefault(kind) + 1;
            await browser.GoAsync(path);
            if (browser.Status is not HttpStatusCode.OK || browser.At.StartsWith("/SignIn", StringComparison.Ordinal))
                wrong.Add($"{(int)browser.Status} {path}");
            foreach (var link in browser.Page.QuerySelectorAll("main a[href^='/'], nav a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                ahead.Enqueue(link);
        }

        Assert.Empty(wrong);
        Assert.True(opened.Count > 25, string.Join(' ', opened.Keys));
    }

    private static async Task<(string Page, Guid Person)> FirstMatch(Browser browser)
    {
        var live = await browser.Host.Db(db => db.Openings.Where(o => o.State == OpeningState.Live).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync());
        foreach (var page in live.Select(id => $"/Openings/{id}/Matches"))
        {
            await browser.GoAsync(page);
            if (browser.Page.QuerySelector("main a[href^='/Returnees/']")?.GetAttribute("href") is { } link && Id().Match(link) is { Success: true } id)
                return (page, Guid.Parse(id.Value));
        }

        throw new InvalidOperationException("The demonstration has no match.");
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
