using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Openings;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>Those who stand in no column of the table: half signed in, from another province, or too early.</summary>
public sealed class StrangersTests : IAsyncLifetime
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
    public async Task Whoever_has_only_given_the_password_is_led_to_the_second_step_whatever_is_asked_for()
    {
        var account = await street.Host.Given.Officer();
        await street.Host.Db(async db =>
        {
            (await db.Users.SingleAsync(a => a.Id == account.Id)).TakeTwoStep(on: false);
            db.TwoSteps.Remove(await db.TwoSteps.SingleAsync(t => t.AccountId == account.Id));
            await db.SaveChangesAsync();
        });
        using var half = street.Host.Browser();
        await half.GoAsync("/SignIn");
        await half.SubmitAsync("main form", [("Input.Email", account.Email), ("Input.Password", Given.Password)]);
        Assert.Equal("/Account/TwoStep", half.At);
        var before = await Rows.DigestsAsync(street.Host);

        var asked = all.Where(a => !a.Anonymous && a.Route != "Kiosk" && !a.Route.StartsWith("Kiosk/", StringComparison.Ordinal)).ToList();
        Assert.True(asked.Count > 100);
        var wrong = new List<string>();
        foreach (var one in asked)
        {
            using var answer = one.Method == "GET"
                ? await half.OnceAsync(new HttpRequestMessage(HttpMethod.Get, street.Address(one)))
                : await half.PostOnceAsync(street.Address(one), [("__RequestVerificationToken", half.Token), .. street.Form(one)]);
            if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location!.OriginalString != "/Account/TwoStep")
                wrong.Add($"{one.Name}: {answer.StatusCode} {answer.Headers.Location}");
        }

        Strict.None(wrong);
        Assert.Empty(Rows.Changed(before, await Rows.DigestsAsync(street.Host)).Except(Rows.OfLooking));
    }

    [Fact]
    public async Task A_coordinator_of_another_province_finds_nothing_here()
    {
        await street.Host.Given.Commune(Given.NaDuong);
        using var coordinator = await street.Host.Given.SignedIn(await street.Host.Given.Coordinator("20"));
        await coordinator.GoAsync("/Account");
        var table = EndpointTable.Expected();
        var own = all.Where(a => table[a.Name][Street.Everybody.ToList().IndexOf("coordinator")] == "in" && a.Route.Contains("{id:guid", StringComparison.Ordinal)).ToList();
        Assert.True(own.Count > 10);
        var before = await Rows.DigestsAsync(street.Host);
        foreach (var asked in own)
        {
            using var answer = asked.Method == "GET"
                ? await coordinator.OnceAsync(new HttpRequestMessage(HttpMethod.Get, street.Address(asked)))
                : await coordinator.PostOnceAsync(street.Address(asked), [("__RequestVerificationToken", coordinator.Token), .. street.Form(asked)]);
            Assert.Equal((asked.Name, HttpStatusCode.NotFound), (asked.Name, answer.StatusCode));
        }

        foreach (var list in new[] { "/Employers", "/Openings", "/Reports" })
        {
            await coordinator.GoAsync(list);
            Assert.Equal((list, HttpStatusCode.OK), (coordinator.At, coordinator.Status));
            Assert.DoesNotContain("Kiến An", coordinator.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(street.Employer.Name, coordinator.Text, StringComparison.Ordinal);
        }

        Assert.Empty(Rows.Changed(before, await Rows.DigestsAsync(street.Host)).Except(Rows.OfLooking));
    }

    [Fact]
    public async Task What_is_not_yet_live_or_not_yet_sent_is_not_there_for_those_whom_it_will_reach()
    {
        var given = street.Host.Given;
        var (employer, contact) = await given.Employer();
        var live = await given.LiveOpening(employer);
        var prepared = await given.PreparedReferral(live, street.Person, await given.Officer(), consent: true);
        var submitted = Opening.Draft(employer.Id, employer.CommuneCode, live.Content with { Title = "Thợ may nón" }, given.Now, Actor.Employer(contact.Id));
        submitted.Submit(Actor.Employer(contact.Id), given.Now);
        await street.Host.Db(async db =>
        {
            db.Add(submitted);
            await db.SaveChangesAsync();
        });
        using var early = await given.SignedIn(contact);

        await EndsAsync(early, $"/Hire/Referrals/{prepared.Id}", HttpStatusCode.NotFound);
        await EndsAsync(early, "/Hire/Referrals", HttpStatusCode.OK);
        Assert.DoesNotContain(prepared.Id.ToString(), early.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        foreach (var path in new[] { $"/Openings/{submitted.Id}", $"/Openings/{submitted.Id}/Matches", $"/Openings/{submitted.Id}/Review" })
            await EndsAsync(street.As("other-officer"), path, HttpStatusCode.NotFound);
        await EndsAsync(street.As("officer"), $"/Openings/{submitted.Id}/Review", HttpStatusCode.OK);
        await EndsAsync(street.As("other-officer"), $"/Openings/{live.Id}", HttpStatusCode.OK);
    }

    private static async Task EndsAsync(Browser browser, string path, HttpStatusCode status)
    {
        await browser.GoAsync(path);
        Assert.Equal((path, status), (path, browser.Status));
    }
}
