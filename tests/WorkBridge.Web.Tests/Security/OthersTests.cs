using System.Net;
using AngleSharp.Html.Parser;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>Rows of another commune, another employer, another account and another person: as if they were not there, and untouched.</summary>
public sealed class OthersTests : IAsyncLifetime
{
    private Street street = null!;
    private IReadOnlyList<Asked> all = null!;

    public async Task InitializeAsync()
    {
        street = await Street.BuildAsync();
        all = await EndpointTable.OfAsync(street.Host);
    }

    public async Task DisposeAsync() => await street.DisposeAsync();

    [Fact]
    public async Task What_belongs_to_others_looks_like_what_does_not_exist_and_stays_as_it_was()
    {
        var table = EndpointTable.Expected();
        var before = await Rows.DigestsAsync(street.Host);
        var compared = 0;
        foreach (var who in new[] { "other-officer", "other-contact", "other-mentor", "coordinator" })
        {
            var token = await street.TokenOf(who);
            foreach (var asked in all.Where(a => a.Route != "NotFound" && a.Route != "{*path}" && table[a.Name][Street.Everybody.ToList().IndexOf(who)] == "404"))
            {
                using var answer = await SendAsync(who, asked, token, nobody: false);
                using var unknown = await SendAsync(who, asked, token, nobody: true);
                Assert.Equal((asked.Name, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (asked.Name, answer.StatusCode, unknown.StatusCode));
                Assert.Equal(await Plain(unknown), await Plain(answer));
                compared++;
            }
        }

        Assert.True(compared > 60, $"{compared}");
        Assert.Empty(Rows.Changed(before, await Rows.DigestsAsync(street.Host)).Except(Rows.OfLooking));
    }

    [Fact]
    public async Task A_session_or_an_upload_of_another_account_is_not_reached_through_ones_own_pages()
    {
        var colleague = await street.Host.Given.SignedIn(await street.Host.Given.Officer());
        await colleague.GoAsync("/Returnees/Add");
        var own = all.Where(a => a.Name == "POST /Account?handler=End" || (a.Method == "POST" && a.Route.EndsWith("/Import", StringComparison.Ordinal) && a.Handler.Length > 0)).ToList();
        Assert.True(own.Count > 8);
        var tokens = new[] { (colleague, colleague.Token), (street.As("other-officer"), await street.TokenOf("other-officer")), (street.As("other-contact"), await street.TokenOf("other-contact")), (street.As("admin"), await street.TokenOf("admin")) };
        var before = await Rows.DigestsAsync(street.Host);
        foreach (var (browser, token) in tokens)
        {
            foreach (var asked in own)
            {
                using var answer = await browser.PostOnceAsync(street.Address(asked), [("__RequestVerificationToken", token), .. street.Form(asked)]);
                Assert.True((int)answer.StatusCode < 500, asked.Name);
                Assert.Null(Street.SecretIn(await answer.Content.ReadAsStringAsync()));
            }
        }

        Assert.Empty(Rows.Changed(before, await Rows.DigestsAsync(street.Host)).Except(Rows.OfLooking));
        colleague.Dispose();
    }

    [Fact]
    public async Task At_a_screen_nobody_answers_a_question_that_was_put_to_another_person()
    {
        await street.BeginOtherVisitAsync();
        var screen = street.As("screen");
        var question = all.Single(a => a is { Method: "POST", Route: "Kiosk/Employer/{referralId:guid?}" });
        await screen.GoAsync("/Kiosk/Help");
        var before = await Rows.DigestsAsync(street.Host);
        foreach (var said in new[] { "yes", "no" })
        {
            await screen.PostAsync(street.Address(question), [("__RequestVerificationToken", screen.Token), ("answer", said)]);
            Assert.Equal("/Kiosk/Menu", screen.At);
            await screen.GoAsync("/Kiosk/Help");
        }

        Assert.Empty(Rows.Changed(before, await Rows.DigestsAsync(street.Host)).Except(Rows.OfLooking));
        await street.BeginVisitAsync();
        await street.As("person").GoAsync(street.Address(question));
        Assert.StartsWith("/Kiosk/Employer/", street.As("person").At, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> SendAsync(string who, Asked asked, string token, bool nobody)
    {
        var path = nobody ? street.AddressOfNobody(asked) : street.Address(asked);
        if (asked.Method == "GET")
            return street.As(who).OnceAsync(new HttpRequestMessage(HttpMethod.Get, path));
        var form = street.Form(asked).Select(f => nobody && f.Item1 is "id" or "ask" ? (f.Item1, Street.Nobody) : f);
        return street.As(who).PostOnceAsync(path, [("__RequestVerificationToken", token), .. form]);
    }

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
