using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>What holds for every page there is, asked for by everybody: the pages come from the service's own table.</summary>
public sealed class EveryPageTests : IAsyncLifetime
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Pages whose form needs no token: they only end a visit or say that something went wrong.</summary>
    private static readonly string[] WithoutToken = ["Error", "NotFound", "Kiosk/Leave"];

    /// <summary>What a person is known by, of everybody on the street.</summary>
    private static readonly string[] Secrets = ["Thơm", "Thom", "Lực", "90000", "Tổ dân phố 5"];

    private Street street = null!;
    private IReadOnlyList<Asked> all = null!;

    private TestHost Host => street.Host;

    public async Task InitializeAsync()
    {
        street = await Street.BuildAsync();
        all = await EndpointTable.OfAsync(Host);
        await street.BeginVisitAsync();
    }

    public async Task DisposeAsync() => await street.DisposeAsync();

    [Fact]
    public async Task Looking_changes_no_row_tells_nobody_in_titles_addresses_or_logs_and_carries_every_header()
    {
        var before = await Rows.DigestsAsync(Host);
        var wrong = new List<string>();
        foreach (var who in Street.Everybody)
        {
            foreach (var asked in all.Where(a => a.Method == "GET" && !EndsVisit(a)))
            {
                using var answer = await street.As(who).OnceAsync(new HttpRequestMessage(HttpMethod.Get, street.Address(asked)));
                var body = answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync() : "";
                wrong.AddRange(Faults(asked, answer, body).Select(fault => $"{who} {asked.Name}: {fault}"));
                using var head = await street.As(who).OnceAsync(new HttpRequestMessage(HttpMethod.Head, street.Address(asked)));
                if (head.StatusCode == HttpStatusCode.InternalServerError)
                    wrong.Add($"{who} HEAD {asked.Name}: {head.StatusCode}");
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
        Assert.Empty(Rows.Changed(before, await Rows.DigestsAsync(Host)).Except(Rows.OfLooking));
        Assert.DoesNotContain(Host.Log, line => Secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_form_without_its_token_or_with_somebody_elses_is_refused_and_changes_nothing()
    {
        var stranger = await street.TokenOf("other-contact");
        var before = await Rows.DigestsAsync(Host);
        var wrong = new List<string>();
        foreach (var who in Street.Everybody)
        {
            foreach (var asked in all.Where(a => a.Method == "POST" && !WithoutToken.Contains(a.Route)))
            {
                foreach (var token in who == "other-contact" ? [null] : new[] { null, stranger })
                {
                    var form = street.Form(asked).ToList();
                    if (token is not null)
                        form.Add(("__RequestVerificationToken", token));
                    using var answer = await street.As(who).PostOnceAsync(street.Address(asked), form);
                    if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.InternalServerError || (answer.Headers.Location is { } to && !Refusal(to.OriginalString)))
                        wrong.Add($"{who} {asked.Name}: {(int)answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
        Assert.Empty(Rows.Changed(before, await Rows.DigestsAsync(Host)).Except(Rows.OfLooking));
    }

    [Fact]
    public async Task What_belongs_to_others_looks_like_what_does_not_exist()
    {
        foreach (var who in new[] { "other-officer", "other-contact", "coordinator" })
        {
            foreach (var asked in all.Where(a => a.Method == "GET" && a.Route.Contains("{id:guid", StringComparison.Ordinal)))
            {
                using var answer = await street.As(who).OnceAsync(new HttpRequestMessage(HttpMethod.Get, street.Address(asked)));
                if (answer.StatusCode != HttpStatusCode.NotFound)
                    continue;
                using var unknown = await street.As(who).OnceAsync(new HttpRequestMessage(HttpMethod.Get, street.AddressOfNobody(asked)));
                Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
                Assert.Equal(await Plain(unknown), await Plain(answer));
            }
        }
    }

    [Fact]
    public async Task A_page_that_fails_says_so_in_words_with_every_header_and_nothing_of_anybody()
    {
        await Host.Db(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Placements\" RENAME TO \"Broken\""));
        using var answer = await street.As("officer").OnceAsync(new HttpRequestMessage(HttpMethod.Get, "/Placements"));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(["500"], Faults(new Asked("GET", "Placements", "", true), answer, body));
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", body, StringComparison.Ordinal);
        Assert.DoesNotContain(Host.Log, line => Secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/assets/nowhere.css", HttpStatusCode.NotFound)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    public async Task Answers_that_are_no_pages_carry_the_headers_too(string path, HttpStatusCode status)
    {
        using var answer = await street.As("nobody").OnceAsync(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(Faults(new Asked("GET", path.TrimStart('/'), "", true), answer, ""));
    }

    /// <summary>Screens that are a beginning or an end: showing them ends the visit.</summary>
    private static bool EndsVisit(Asked asked) => asked.Route is "Kiosk" or "Kiosk/Index" or "Kiosk/Leave" or "Kiosk/Wiped" or "Kiosk/Fault";

    private static bool Refusal(string to) => to.Contains("/SignIn", StringComparison.Ordinal) || to.EndsWith("/Kiosk/Wiped", StringComparison.Ordinal) || to.EndsWith("/Kiosk/Enrol", StringComparison.Ordinal) || to.EndsWith("/Kiosk/Fault", StringComparison.Ordinal);

    private static IEnumerable<string> Faults(Asked asked, HttpResponseMessage answer, string body)
    {
        if ((int)answer.StatusCode >= 500)
            yield return $"{(int)answer.StatusCode}";
        foreach (var (name, value) in new[] { ("Content-Security-Policy", Policy), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin") })
        {
            if (Header(answer, name) != value)
                yield return $"{name}: {Header(answer, name)}";
        }

        if (!Header(answer, "Permissions-Policy").Contains("camera=()", StringComparison.Ordinal))
            yield return "no Permissions-Policy";
        if (Header(answer, "Server").Length > 0)
            yield return "names its server";
        if (asked.Route != "assets" && !asked.Route.StartsWith("assets/", StringComparison.Ordinal) && !Header(answer, "Cache-Control").Contains("no-store", StringComparison.Ordinal))
            yield return $"Cache-Control: {Header(answer, "Cache-Control")}";
        var title = new HtmlParser().ParseDocument(body).Title ?? "";
        if (Secrets.Any(secret => title.Contains(secret, StringComparison.Ordinal)))
            yield return $"title: {title}";
        if (answer.Headers.Location is { } to && Secrets.Any(secret => Uri.UnescapeDataString(to.OriginalString).Contains(secret, StringComparison.Ordinal)))
            yield return $"leads to {to}";
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    /// <summary>A page without what differs every time: tokens and the address it was asked under.</summary>
    private static async Task<string> Plain(HttpResponseMessage answer)
    {
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        foreach (var input in page.QuerySelectorAll("input[name=__RequestVerificationToken], input[name=back], input[name=returnUrl]"))
            input.Remove();
        foreach (var link in page.QuerySelectorAll("a[href*='/Language']"))
            link.RemoveAttribute("href");
        return page.DocumentElement.OuterHtml;
    }
}
