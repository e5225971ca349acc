using System.Net;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>
/// Who may ask for what: every handler of every page, and what is no page, by everybody (endpoints.txt beside this file). A page
/// that the table does not name fails, and so does a line for a page that is gone. Whoever has no business with a person is told
/// nothing of one, by any answer.
/// </summary>
public sealed class EndpointMatrixTests
{
    /// <summary>What ends somebody's own session or visit, and so comes last.</summary>
    private static readonly string[] Last = ["POST /Account/Passkeys?handler=Remove", "GET /Kiosk", "GET /Kiosk/Index", "GET /Kiosk/Fault", "GET /Kiosk/Leave", "POST /Kiosk/Leave", "GET /Kiosk/Wiped", "POST /SignOut"];

    [Fact]
    public async Task Every_handler_lets_in_whom_the_table_names_and_nobody_else()
    {
        await using var street = await Street.BuildAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Jobs:Enabled"] = "true" });
        var all = await EndpointTable.OfAsync(street.Host);
        Assert.Empty(all.Where(a => !a.Decided).Select(a => a.Name));

        var found = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var asked in all)
            found[asked.Name] = new string[Street.Everybody.Count];
        var told = new List<string>();
        // Looking first, and strangers before owners: what is done to the rows must not decide the next cell.
        foreach (var method in new[] { "GET", "POST" })
        {
            foreach (var who in new[] { "nobody", "other-officer", "other-contact", "screen", "coordinator", "contact", "person", "admin", "other-mentor", "mentor", "officer" })
            {
                if (who == "person")
                    await street.BeginVisitAsync();
                var token = await street.TokenOf(who);
                foreach (var asked in all.Where(a => a.Method == method).OrderBy(a => Array.IndexOf(Last, a.Name)))
                {
                    using var answer = await AskAsync(street, who, asked, token);
                    found[asked.Name][Street.Everybody.ToList().IndexOf(who)] = Cell(answer);
                    if (Street.SecretIn(await answer.Content.ReadAsStringAsync()) is { } secret)
                        told.Add($"{who} {asked.Name}: {secret}");
                }
            }
        }

        var table = EndpointTable.Expected().ToDictionary(line => line.Key, line => string.Join(' ', line.Value), StringComparer.Ordinal);
        Strict.None([.. told.Where(t => !t.StartsWith("officer ", StringComparison.Ordinal) && !t.StartsWith("mentor GET /Mentor", StringComparison.Ordinal) && !t.StartsWith("mentor POST /Mentor/", StringComparison.Ordinal))]);
        Assert.Contains("officer GET /Returnees: Ngoạn", told);
        var seen = found.ToDictionary(f => f.Key, f => string.Join(' ', f.Value), StringComparer.Ordinal);
        Assert.Empty(seen.Keys.Except(table.Keys));
        Assert.Empty(table.Keys.Except(seen.Keys));
        Strict.None([.. seen.Where(s => table[s.Key] != s.Value).Select(s => $"{s.Key}\n  is        {s.Value}\n  should be {table[s.Key]}")]);
    }

    private static async Task<HttpResponseMessage> AskAsync(Street street, string who, Asked asked, string token)
    {
        var browser = street.As(who);
        if (asked.Method == "GET")
            return await browser.OnceAsync(new HttpRequestMessage(HttpMethod.Get, street.Address(asked)));
        (string, string)[] form = [("__RequestVerificationToken", token), .. street.Form(asked)];
        if (asked.Handler != "EndAll")
            return await browser.PostOnceAsync(street.Address(asked), form);
        // The session goes on under another key: the cookie has to be kept.
        await browser.PostAsync(street.Address(asked), form);
        return browser.At.StartsWith("/SignIn", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.Redirect) { Headers = { Location = new Uri(browser.At, UriKind.Relative) } } : browser.Answer;
    }

    /// <summary>"in", or how it was refused.</summary>
    public static string Cell(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString switch
    {
        { } to when to.Contains("/SignIn", StringComparison.Ordinal) => "sign-in",
        { } to when to.EndsWith("/Kiosk/Enrol", StringComparison.Ordinal) => "enrol",
        { } to when to.EndsWith("/Kiosk/Wiped", StringComparison.Ordinal) => "wiped",
        { } to when to.EndsWith("/Kiosk/Fault", StringComparison.Ordinal) => "fault",
        _ => answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.NoContent ? "in" : $"{(int)answer.StatusCode}",
    };
}
