using AngleSharp.Html.Parser;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>A voice that reads a page must know its language: every page says the one it is shown in.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Every_page_names_the_language_it_is_shown_in(string code)
    {
        await using var street = await Street.BuildAsync();
        var all = (await EndpointTable.OfAsync(street.Host)).Where(a => a.Method == "GET" && !a.Route.EndsWith("Language", StringComparison.Ordinal) && !LookingTests.Ends.Contains(a.Route)).ToList();
        await street.BeginVisitAsync();
        var wrong = new List<string>();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var who in Street.Everybody)
        {
            var atScreen = who is "screen" or "person";
            var browser = street.As(who);
            await browser.GoAsync(atScreen ? $"/Kiosk/Language?to={code}&back=/Kiosk/Help" : $"/Language?to={code}&back=/SignIn");
            foreach (var asked in all.Where(a => a.Route.StartsWith("Kiosk/", StringComparison.Ordinal) == atScreen))
            {
                using var answer = await browser.OnceAsync(new HttpRequestMessage(HttpMethod.Get, street.Address(asked)));
                if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                    continue;
                var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
                if (page.DocumentElement.GetAttribute("lang") != code)
                    wrong.Add($"{who} {asked.Name}: {page.DocumentElement.GetAttribute("lang")}");
                // The choice of a language names each in its own.
                wrong.AddRange(page.QuerySelectorAll("a[hreflang]").Where(a => a.GetAttribute("lang") != a.GetAttribute("hreflang")).Select(a => $"{who} {asked.Name}: {a.OuterHtml}"));
                shown.Add(asked.Name);
            }
        }

        Assert.Empty(wrong);
        Assert.True(shown.Count > 100, $"{shown.Count} pages");
    }
}
