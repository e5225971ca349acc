using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Email;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Referrals;

/// <summary>The employer's link, as a phone, a mail scanner and a guesser meet it.</summary>
public sealed class OneTimeLinkTests : IAsyncLifetime
{
    private TestHost host = null!;
    private Account officer = null!;
    private Returnee person = null!;
    private Referral referral = null!;
    private string path = "";

    public async Task InitializeAsync()
    {
        host = await TestHost.StartAsync();
        officer = await host.Given.Officer();
        person = await host.Given.Person();
        var (employer, _) = await host.Given.Employer();
        referral = await host.Given.PreparedReferral(await host.Given.LiveOpening(employer, places: 2), person, officer, consent: true);
        await host.Given.SendAsync(officer, referral);
        await host.Use<DeliverMail>(mail => mail.RunAsync(default));
        path = await LinkInMailAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Opening_it_twenty_times_or_by_HEAD_changes_nothing_and_shows_trade_and_day_alone()
    {
        var before = await RowsAsync();
        using var scanner = host.Browser();
        for (var i = 0; i < 20; i++)
            await scanner.GoAsync(path);
        using (var http = new HttpClient(HandlerOf(host)) { BaseAddress = new Uri("http://localhost") })
        {
            using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            Assert.True(head.IsSuccessStatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, scanner.Status);
        Assert.Contains("may công nghiệp", scanner.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("07/12", scanner.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("V.T.T.", scanner.Text, StringComparison.Ordinal);
        Assert.Equal("Xem người được giới thiệu", scanner.Page.QuerySelector("main form button")!.TextContent.Trim());
        Assert.Equal(before, await RowsAsync());
        Assert.Contains("no-store", scanner.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", scanner.Page.QuerySelector("meta[name=referrer]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Asked_for_the_person_it_shows_what_was_agreed_and_nothing_else()
    {
        using var phone = host.Browser();
        await phone.GoAsync(path);
        await phone.SubmitAsync("main form");
        Assert.Contains("V.T.T.", phone.Text, StringComparison.Ordinal);
        Assert.Contains("14 tháng, có chứng chỉ", phone.Text, StringComparison.Ordinal);
        Assert.Contains("Xe máy", phone.Text, StringComparison.Ordinal);
        var html = phone.Page.DocumentElement.OuterHtml;
        foreach (var secret in new[] { "Thơm", "Vũ Thị", "1992", "Tổ dân phố", "90000" })
            Assert.DoesNotContain(secret, html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ReferralState.Seen, await StateAsync());
        Assert.Empty(phone.Page.QuerySelectorAll("input[type=radio][checked]"));
    }

    [Fact]
    public async Task An_interview_a_trial_and_an_acceptance_follow_one_another_on_one_link()
    {
        using var phone = host.Browser();
        await AnswerAsync(phone, ("Input.Kind", "Interview"), ("Input.InterviewAt", "25/11/2026 8:30"), ("Input.InterviewPlace", "Phòng kỹ thuật"));
        Assert.Contains("8:30 thứ Tư 25/11", phone.Text, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 11, 25, 1, 30, 0, DateTimeKind.Utc), await host.Db(db => db.Referrals.Select(r => r.InterviewAt!.Value).SingleAsync()));

        await AnswerAsync(phone, ("Input.Kind", "Trial"), ("Input.TrialFrom", "1/12/2026"));
        await AnswerAsync(phone, ("Input.Kind", "Accept"), ("Input.StartsOn", "10/12/2026"));
        Assert.Contains("nhận, bắt đầu từ 10/12/2026", phone.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 12, 10), await host.Db(db => db.Placements.Select(p => p.StartsOn).SingleAsync()));
    }

    [Fact]
    public async Task Used_twice_it_says_kindly_what_was_answered_and_changes_nothing()
    {
        using var first = host.Browser();
        using var second = host.Browser();
        await second.GoAsync(path);
        await second.SubmitAsync("main form");
        await AnswerAsync(first, ("Input.Kind", "Decline"), ("Input.Reason", "LacksSkill"));
        await second.SubmitAsync("form.wb-answer", [("Input.Kind", "Accept"), ("Input.StartsOn", "10/12/2026")]);
        Assert.Contains("lần này chưa phù hợp", second.Text, StringComparison.Ordinal);
        Assert.Equal(ReferralState.Declined, await StateAsync());
        Assert.Equal(0, await host.Db(db => db.Placements.CountAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays()
    {
        using var phone = host.Browser();
        await AnswerAsync(phone, ("Input.Kind", "Interview"), ("Input.InterviewAt", "ngày mai"), ("Input.InterviewPlace", "Phòng kỹ thuật"));
        Assert.Contains("25/11/2026 8:30", phone.Page.QuerySelector("#Input_InterviewAt-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ngày mai", phone.Page.QuerySelector("#Input_InterviewAt")!.GetAttribute("value"));
        Assert.Equal("Phòng kỹ thuật", phone.Page.QuerySelector("#Input_InterviewPlace")!.GetAttribute("value"));
        Assert.Equal(ReferralState.Seen, await StateAsync());

        await phone.SubmitAsync("form.wb-answer", [("Input.Kind", "Decline"), ("Input.Reason", "Other"), ("Input.Words", " ")]);
        Assert.NotNull(phone.Page.QuerySelector("#Input_Words-error"));
        Assert.Equal(ReferralState.Seen, await StateAsync());
    }

    [Fact]
    public async Task Expired_by_a_second_it_shows_nothing_and_takes_nothing()
    {
        var ends = await host.Db(db => db.OneTimeLinks.Select(l => l.ExpiresAt).SingleAsync());
        using var phone = host.Browser();
        await phone.GoAsync(path);
        host.Clock.SetUtcNow(new DateTimeOffset(ends, TimeSpan.Zero));
        await phone.SubmitAsync("main form");
        Assert.Equal(HttpStatusCode.Gone, phone.Status);
        Assert.DoesNotContain("V.T.T.", phone.Text, StringComparison.Ordinal);
        Assert.Equal(ReferralState.Sent, await StateAsync());
    }

    [Fact]
    public async Task Withdrawn_by_the_person_it_is_closed()
    {
        using (var desk = await host.Given.SignedIn(officer))
        {
            await desk.GoAsync($"/Referrals/{referral.Id}");
            await desk.SubmitAsync("form[action$='handler=Withdraw']");
        }

        using var phone = host.Browser();
        await phone.GoAsync(path);
        Assert.Equal(HttpStatusCode.Gone, phone.Status);
        Assert.DoesNotContain("may công nghiệp", phone.Page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_guess_finds_nothing_and_many_guesses_are_slowed_down()
    {
        using var guesser = host.Browser();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 80; i++)
        {
            await guesser.GoAsync("/R/" + new string('A', 40) + i.ToString("00000000", System.Globalization.CultureInfo.InvariantCulture));
            statuses.Add(guesser.Status);
        }

        Assert.All(statuses, s => Assert.Contains(s, new[] { HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests }));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Contains(HttpStatusCode.NotFound, statuses);
    }

    [Fact]
    public async Task The_link_signs_nobody_in()
    {
        using var phone = host.Browser();
        await AnswerAsync(phone, ("Input.Kind", "Ask"), ("Input.Question", "Làm được ca tối không?"));
        foreach (var page in new[] { "/Hire", "/Hire/Referrals", "/Referrals", $"/Referrals/{referral.Id}", "/Placements" })
        {
            await phone.GoAsync(page);
            Assert.True(phone.At.StartsWith("/SignIn", StringComparison.Ordinal) || phone.Status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or HttpStatusCode.NotFound, $"{page} gave {phone.Status} at {phone.At}");
        }
    }

    [Fact]
    public async Task A_post_without_the_form_token_is_refused()
    {
        using var attacker = host.Browser();
        await attacker.PostAsync(path + "?handler=View", []);
        Assert.Equal(HttpStatusCode.BadRequest, attacker.Status);
        Assert.Equal(ReferralState.Sent, await StateAsync());
    }

    [Fact]
    public async Task The_token_is_in_no_log_line()
    {
        using var phone = host.Browser();
        await AnswerAsync(phone, ("Input.Kind", "Accept"), ("Input.StartsOn", "10/12/2026"));
        lock (host.Log)
            Assert.DoesNotContain(host.Log, line => line.Contains(path[3..], StringComparison.Ordinal) && !line.Contains("Hosting.Diagnostics", StringComparison.Ordinal) && !line.Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    private async Task AnswerAsync(Browser phone, params (string, string?)[] fields)
    {
        await phone.GoAsync(path);
        await phone.SubmitAsync("main form");
        await phone.SubmitAsync("form.wb-answer", fields);
    }

    private Task<ReferralState> StateAsync() => host.Db(db => db.Referrals.Where(r => r.Id == referral.Id).Select(r => r.State).SingleAsync());

    /// <summary>What a mere visit must not move.</summary>
    private Task<string> RowsAsync() => host.Db(async db =>
    {
        var r = await db.Referrals.SingleAsync();
        var link = await db.OneTimeLinks.SingleAsync();
        return $"{r.State}|{r.Version}|{r.SeenAt}|{link.Version}|{link.RevokedAt}|{link.ExpiresAt}|{await db.StateMoves.CountAsync()}|{await db.Readings.CountAsync()}|{await db.Outbox.CountAsync()}";
    });

    private async Task<string> LinkInMailAsync()
    {
        var message = (await host.MailsAsync()).Single();
        var line = message.TextBody!.Split('\n').Select(l => l.Trim()).Single(l => l.StartsWith("http", StringComparison.Ordinal));
        return new Uri(line).AbsolutePath;
    }

    private static HttpMessageHandler HandlerOf(TestHost host) => ((Microsoft.AspNetCore.TestHost.TestServer)host.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()).CreateHandler();
}
