using System.Net;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>Every page there is, looked at by everybody. The pages come from the service's own table.</summary>
public sealed class LookingTests
{
    /// <summary>Screens that are a beginning or an end: showing them ends the visit, and nothing else.</summary>
    public static readonly IReadOnlyList<string> Ends = ["Kiosk", "Kiosk/Index", "Kiosk/Leave", "Kiosk/Wiped", "Kiosk/Fault"];

    [Fact]
    public async Task Looking_changes_no_row_tells_nobody_in_titles_addresses_or_logs_and_carries_every_header()
    {
        await using var street = await Street.BuildAsync();
        var all = (await EndpointTable.OfAsync(street.Host)).Where(a => a.Method == "GET").ToList();
        await street.BeginVisitAsync();

        var before = await Rows.DigestsAsync(street.Host);
        await LookAsync(street, all.Where(a => !Ends.Contains(a.Route)));
        var after = await Rows.DigestsAsync(street.Host);
        Assert.Empty(Rows.Changed(before, after).Except(Rows.OfLooking));

        await LookAsync(street, all.Where(a => Ends.Contains(a.Route)));
        Assert.Empty(Rows.Changed(after, await Rows.DigestsAsync(street.Host)).Except([.. Rows.OfLooking, "KioskVisits.EndedAt"]));
        lock (street.Host.Log)
            Assert.DoesNotContain(street.Host.Log, line => Street.SecretIn(line) is not null);
    }

    private static async Task LookAsync(Street street, IEnumerable<Asked> pages)
    {
        var wrong = new List<string>();
        foreach (var asked in pages)
        {
            foreach (var who in Street.Everybody)
            {
                var path = street.Address(asked);
                using var head = await street.As(who).OnceAsync(new HttpRequestMessage(HttpMethod.Head, path));
                using var answer = await street.As(who).OnceAsync(new HttpRequestMessage(HttpMethod.Get, path));
                var body = answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync() : "";
                wrong.AddRange(Strict.Faults(answer, path, body).Select(fault => $"{who} {asked.Name}: {fault}"));
                if ((int)answer.StatusCode >= 500 || (head.StatusCode != answer.StatusCode && head.StatusCode != HttpStatusCode.MethodNotAllowed))
                    wrong.Add($"{who} {asked.Name}: {answer.StatusCode}, HEAD {head.StatusCode}");
            }
        }

        Strict.None(wrong);
    }
}
