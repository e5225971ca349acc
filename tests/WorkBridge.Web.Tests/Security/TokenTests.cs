using System.Net;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>Forms that a foreign page makes a browser send: without the token, with somebody else's, or with both halves of somebody else's.</summary>
public sealed class TokenTests
{
    /// <summary>What needs no token: it only ends a visit, is pressed by a mail program, says that something went wrong, or is no page.</summary>
    private static readonly string[] WithoutToken = ["Error", "NotFound", "Kiosk/Leave", "Unsubscribe/{token}", "Kiosk/{**rest}", "{*path}", "health/jobs", "health/live", "health/ready"];

    [Fact]
    public async Task A_form_without_its_token_or_with_somebody_elses_is_refused_and_changes_nothing()
    {
        await using var street = await Street.BuildAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Jobs:Enabled"] = "true" });
        var table = EndpointTable.Expected();
        var all = (await EndpointTable.OfAsync(street.Host)).Where(a => a.Method == "POST" && !WithoutToken.Contains(a.Route)).ToList();
        await street.BeginVisitAsync();
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var who in Street.Everybody)
            tokens[who] = await street.TokenOf(who);

        var before = await Rows.DigestsAsync(street.Host);
        var wrong = new List<string>();
        for (var i = 0; i < Street.Everybody.Count; i++)
        {
            var who = Street.Everybody[i];
            var other = who == "contact" ? "other-contact" : "contact";
            foreach (var asked in all)
            {
                var cell = table[asked.Name][i];
                // Who may open the page at all is asked first; everybody else is told that the form is no good.
                var refused = !asked.Anonymous && (cell is "sign-in" or "403" or "enrol" || (cell == "wiped" && who == "screen")) ? cell : Refusal(asked);
                foreach (var (name, token, cookie) in new[] { ("no token", null, null), ("a foreign token", tokens[other], null), ("a foreign pair", tokens[other], CookieOf(street, other)) })
                {
                    using var answer = await SendAsync(street, who, asked, token, cookie);
                    var got = EndpointMatrixTests.Cell(answer);
                    if (got != refused)
                        wrong.Add($"{who} {asked.Name} with {name}: {got}, not {refused}");
                }
            }
        }

        Strict.None(wrong);
        Assert.Empty(Rows.Changed(before, await Rows.DigestsAsync(street.Host)).Except(Rows.OfLooking));
    }

    /// <summary>A screen is cleared; Hangfire's dashboard has a number of its own.</summary>
    private static string Refusal(Asked asked) => asked.Route switch
    {
        var screen when screen.StartsWith("Kiosk/", StringComparison.Ordinal) => "wiped",
        "Admin/Jobs/dashboard/{**path}" => "403",
        _ => "400",
    };

    private static async Task<HttpResponseMessage> SendAsync(Street street, string who, Asked asked, string? token, string? cookie)
    {
        var form = street.Form(asked).ToList();
        if (token is not null)
            form.Add(("__RequestVerificationToken", token));
        if (cookie is null)
            return await street.As(who).PostOnceAsync(street.Address(asked), form);
        var own = street.As(who).Cookies.GetCookies(new Uri("http://localhost")).Where(c => c.Name != "wb.form").Select(c => $"{c.Name}={c.Value}");
        var request = new HttpRequestMessage(HttpMethod.Post, street.Address(asked)) { Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Item1, f.Item2))) };
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", [.. own, cookie]));
        return await street.As(who).AsIsAsync(request);
    }

    private static string CookieOf(Street street, string who) => "wb.form=" + street.As(who).Cookies.GetCookies(new Uri("http://localhost"))["wb.form"]!.Value;
}
