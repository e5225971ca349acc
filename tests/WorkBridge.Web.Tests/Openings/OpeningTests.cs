using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Email;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Openings;

/// <summary>Openings after they were sent: review, keeping, closing, the daily sweep, and the lists.</summary>
public sealed class OpeningTests
{
    [Fact]
    public async Task Changes_are_asked_with_words_that_the_employer_reads()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, contact) = await host.Given.Employer();
        var opening = await Submitted(host, employer, contact);
        using var desk = await host.Given.SignedIn(await host.Given.Officer());
        await desk.GoAsync($"/Openings/{opening.Id}/Review");

        await desk.SubmitAsync("button[formaction*=Ask]", [("Input.Words", " ")], "button[formaction*=Ask]");
        Assert.Contains("Ghi rõ điều cần sửa", desk.Page.QuerySelector("#Input_Words-error")!.TextContent, StringComparison.Ordinal);
        await desk.SubmitAsync("button[formaction*=Ask]", [("Input.Words", "Ghi rõ giờ làm và ngày nghỉ")], "button[formaction*=Ask]");

        Assert.Equal(OpeningState.ChangesAsked, (await host.Db(db => db.Openings.SingleAsync())).State);
        Assert.Single(await host.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.OpeningChangesAsked).ToListAsync()));
        using var hire = await host.Given.SignedIn(contact);
        await hire.GoAsync($"/Hire/Openings/{opening.Id}/Check");
        Assert.Contains("Ghi rõ giờ làm và ngày nghỉ", hire.Text, StringComparison.Ordinal);
        await hire.SubmitAsync("main form button[type=submit]");
        Assert.Equal(OpeningState.Submitted, (await host.Db(db => db.Openings.SingleAsync())).State);
    }

    [Fact]
    public async Task An_opening_whose_day_passed_while_it_waited_cannot_go_live()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, contact) = await host.Given.Employer();
        var opening = await Submitted(host, employer, contact);
        using var desk = await host.Given.SignedIn(await host.Given.Officer());
        await desk.GoAsync($"/Openings/{opening.Id}/Review");
        var token = desk.Token;
        host.Clock.Advance(TimeSpan.FromDays(70));
        using var later = await host.Given.SignedIn(await host.Given.Officer());
        await later.GoAsync($"/Openings/{opening.Id}/Review");

        Assert.True(later.Page.QuerySelector("button[formaction*=Live]")!.HasAttribute("disabled"));
        await later.PostAsync($"/Openings/{opening.Id}/Review?handler=Live", [("__RequestVerificationToken", later.Token)]);

        Assert.Contains("Ngày hết hạn đã qua", later.Text, StringComparison.Ordinal);
        Assert.Equal(OpeningState.Submitted, (await host.Db(db => db.Openings.SingleAsync())).State);
        Assert.NotEqual("", token);
    }

    [Fact]
    public async Task Closing_ends_open_referrals_in_the_same_save()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, contact) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer);
        var officer = await host.Given.Officer();
        var person = await host.Given.Person();
        await host.Given.Consent(person, Purpose.Matching);
        var referral = await host.Given.PreparedReferral(opening, person, officer);
        using var hire = await host.Given.SignedIn(contact);
        await hire.GoAsync($"/Hire/Openings/{opening.Id}");

        await hire.SubmitAsync("button[formaction*=Close]", button: "button[formaction*=Close]");

        Assert.Equal(OpeningState.Closed, (await host.Db(db => db.Openings.SingleAsync())).State);
        Assert.Equal(ReferralState.OpeningClosed, (await host.Db(db => db.Referrals.SingleAsync(r => r.Id == referral.Id))).State);
    }

    [Fact]
    public async Task A_contact_pauses_resumes_confirms_and_copies()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, contact) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer);
        using var hire = await host.Given.SignedIn(contact);
        await hire.GoAsync($"/Hire/Openings/{opening.Id}");
        await hire.SubmitAsync("button[formaction*=Pause]", button: "button[formaction*=Pause]");
        Assert.Equal(OpeningState.Paused, (await Kept(host, opening.Id)).State);
        await hire.SubmitAsync("button[formaction*=Resume]", button: "button[formaction*=Resume]");
        Assert.Equal(OpeningState.Live, (await Kept(host, opening.Id)).State);
        await hire.SubmitAsync("button[formaction*=Confirm]", button: "button[formaction*=Confirm]");
        await hire.SubmitAsync("button[formaction*=Copy]", button: "button[formaction*=Copy]");

        var copy = await host.Db(db => db.Openings.SingleAsync(o => o.Id != opening.Id));
        Assert.Equal($"/Hire/Openings/{copy.Id}/Check", hire.At);
        Assert.Equal((OpeningState.Draft, opening.Title), (copy.State, copy.Title));
    }

    [Fact]
    public async Task The_sweep_warns_once_then_pauses_and_expires()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer();
        var stale = await host.Given.LiveOpening(employer, "Thợ hàn");
        await host.Db(async db =>
        {
            await db.Openings.ExecuteUpdateAsync(o => o.SetProperty(x => x.ClosesOn, new DateOnly(2027, 10, 1)));
        });
        var closing = await host.Given.LiveOpening(employer, "Thợ may");

        await Sweep(host, 59);
        Assert.Empty(await Warnings(host));
        await Sweep(host, 1);
        Assert.Equal(2, (await Warnings(host)).Count);
        await Sweep(host, 1);
        await Sweep(host, 0);
        Assert.Equal(2, (await Warnings(host)).Count);
        Assert.Equal(OpeningState.Expired, (await Kept(host, closing.Id)).State);
        Assert.Equal(OpeningState.Live, (await Kept(host, stale.Id)).State);
        await Sweep(host, 29);
        Assert.Equal(OpeningState.Paused, (await Kept(host, stale.Id)).State);
        Assert.Equal(1, await host.Db(db => db.StateMoves.CountAsync(m => m.NounId == stale.Id && m.To == "Paused")));
    }

    [Fact]
    public async Task An_officer_elsewhere_sees_a_live_opening_but_decides_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, contact) = await host.Given.Employer();
        var waiting = await Submitted(host, employer, contact);
        var live = await host.Given.LiveOpening(employer);
        using var desk = await host.Given.SignedIn(await host.Given.Officer(Given.NaDuong));

        await desk.GoAsync($"/Openings/{live.Id}");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Null(desk.Page.QuerySelector("button[formaction*=Pause], button[formaction*=TakeDown]"));
        var token = desk.Token;
        await desk.PostAsync($"/Openings/{live.Id}?handler=Close", [("__RequestVerificationToken", token)]);
        Assert.Equal(OpeningState.Live, (await Kept(host, live.Id)).State);
        await desk.GoAsync($"/Openings/{waiting.Id}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        await desk.PostAsync($"/Openings/{waiting.Id}/Review?handler=Live", [("__RequestVerificationToken", token)]);

        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        Assert.Equal(OpeningState.Submitted, (await Kept(host, waiting.Id)).State);
    }

    [Fact]
    public async Task A_draft_is_its_writers_own()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, contact) = await host.Given.Employer();
        var draft = Opening.Draft(employer.Id, employer.CommuneCode, new OpeningContent { Title = "Chưa xong" }, host.Given.Now, Actor.Employer(contact.Id));
        await Add(host, draft);
        using var desk = await host.Given.SignedIn(await host.Given.Officer());

        await desk.GoAsync("/Openings");
        Assert.DoesNotContain("Chưa xong", desk.Text, StringComparison.Ordinal);
        await desk.GoAsync($"/Openings/{draft.Id}");

        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    [Fact]
    public async Task The_list_is_searched_without_marks_filtered_and_empty_in_words()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer(name: "HTX Mộc Phù Liễn (mẫu)");
        await host.Given.LiveOpening(employer, "Thợ mộc");
        using var desk = await host.Given.SignedIn(await host.Given.Officer());

        foreach (var (query, found) in new[] { ("q=tho moc", true), ("q=phu lien", true), ("q=kien an", true), ("q=Thợ Hàn", false), ("state=Live", true), ("state=Paused", false), ("kind=Job", true), ("kind=Training", false), ("p=99", true), ("p=-3", true) })
        {
            await desk.GoAsync("/Openings?" + query.Replace(" ", "%20", StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.OK, desk.Status);
            Assert.Equal((query, found), (query, desk.Page.QuerySelectorAll("tbody tr").Length == 1));
            Assert.Equal(found, desk.Page.QuerySelector(".wb-empty") is null);
        }
    }

    [Theory]
    [InlineData("/Openings", true)]
    [InlineData("/Employers", true)]
    [InlineData("/Hire", false)]
    [InlineData("/Hire/Openings", false)]
    [InlineData("/Hire/Referrals", false)]
    public async Task A_list_costs_as_many_queries_for_many_rows_as_for_one(string path, bool desk)
    {
        await using var host = await TestHost.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "Information" });
        var (employer, contact) = await host.Given.Employer();
        await host.Given.LiveOpening(employer);
        using var browser = await host.Given.SignedIn(desk ? await host.Given.Officer() : contact);
        await browser.GoAsync(path);
        var one = await Queries(host, browser, path);
        for (var i = 0; i < 60; i++)
            await host.Given.LiveOpening(employer, $"Thợ may {i}");
        if (desk)
        {
            for (var i = 0; i < 25; i++)
                await host.Given.Employer();
        }

        Assert.Equal(one, await Queries(host, browser, path));
        Assert.NotEqual(0, one);
    }

    private static async Task<int> Queries(TestHost host, Browser browser, string path)
    {
        lock (host.Log)
            host.Log.Clear();
        await browser.GoAsync(path);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        lock (host.Log)
            return host.Log.Count(line => line.Contains("Executed DbCommand", StringComparison.Ordinal));
    }

    private static async Task Sweep(TestHost host, int daysLater)
    {
        host.Clock.Advance(TimeSpan.FromDays(daysLater));
        await host.Use<SweepOpenings>(s => s.RunAsync(default));
    }

    private static Task<List<OutboxMail>> Warnings(TestHost host) => host.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.OpeningStale).ToListAsync());

    private static Task<Opening> Kept(TestHost host, Guid id) => host.Db(db => db.Openings.SingleAsync(o => o.Id == id));

    private static async Task<Opening> Submitted(TestHost host, WorkBridge.Employers.Employer employer, WorkBridge.Staff.Account contact)
    {
        var opening = Opening.Draft(employer.Id, employer.CommuneCode, (await host.Given.LiveOpening(employer)).Content with { Title = "Thợ may mẫu" }, host.Given.Now, Actor.Employer(contact.Id));
        opening.Submit(Actor.Employer(contact.Id), host.Given.Now);
        await host.Db(db => db.Openings.Where(o => o.Id != opening.Id).ExecuteDeleteAsync());
        await Add(host, opening);
        return opening;
    }

    private static Task Add(TestHost host, Opening opening) => host.Db(async db =>
    {
        db.Openings.Add(opening);
        await db.SaveChangesAsync();
    });
}
