using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using WorkBridge.Email;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Email;

public sealed class AdminMailTests : IAsyncLifetime
{
    private TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_administrator_sees_dead_mail_masked_and_tries_it_again()
    {
        await host.Db(async db =>
        {
            var mail = new OutboxMail("k", MailKinds.ReferralSent, Guid.CreateVersion7(), "hanh@dongtam.example.vn", host.Given.Now);
            mail.Begin(host.Given.Now);
            mail.Failed("550", permanent: true, host.Given.Now);
            db.Outbox.Add(mail);
            await db.SaveChangesAsync();
        });
        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await admin.GoAsync("/Admin/Mail");
        Assert.Contains("550", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hanh@", admin.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await admin.SubmitAsync("main table form");
        Assert.Equal(MailState.Waiting, await host.Db(db => db.Outbox.Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task Mail_files_are_shown_while_there_is_no_server_and_not_found_once_there_is_one()
    {
        using (var admin = await host.Given.SignedIn(await host.Given.Administrator()))
        {
            await admin.GoAsync("/Admin/Mail/Eml");
            Assert.Equal(HttpStatusCode.OK, admin.Status);
            await admin.GoAsync("/Admin/Mail/Eml?file=..%2Fworkbridge.db");
            Assert.Equal(HttpStatusCode.NotFound, admin.Status);
        }

        await using var withServer = await TestHost.StartAsync(settings: new Dictionary<string, string?> { ["Mail:Smtp:Host"] = "127.0.0.1" });
        using var other = await withServer.Given.SignedIn(await withServer.Given.Administrator());
        await other.GoAsync("/Admin/Mail/Eml");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task Every_kind_of_mail_can_be_read_beforehand_in_the_languages_it_is_sent_in_and_takes_nothing_from_the_real_rows()
    {
        var (employer, _) = await host.Given.Employer();
        var before = await host.Db(async db => (await db.Outbox.CountAsync(), await db.Referrals.CountAsync(), await db.Returnees.CountAsync()));
        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await admin.GoAsync("/Admin/Mail/Samples");
        var paths = admin.Page.QuerySelectorAll("main li a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(MailKinds.All.Count, paths.Count);
        Assert.All(MailKinds.All, kind => Assert.NotEqual(kind, MailKinds.Words(kind).Vi));
        foreach (var path in paths)
        {
            await admin.GoAsync(path);
            var (vi, en) = (admin.Page.QuerySelector("main [lang=vi]")!.TextContent, admin.Page.QuerySelector("main [lang=en]")?.TextContent);
            Assert.DoesNotContain(employer.Name, vi, StringComparison.Ordinal);
            var toEmployer = !new[] { "person", "digest", "account", "password", "officer", "answered" }.Any(word => path.Contains(word, StringComparison.Ordinal));
            Assert.Equal(toEmployer, en is not null);
            foreach (var language in en is null ? ["vi"] : new[] { "vi", "en" })
            {
                using var response = await admin.OnceAsync(new HttpRequestMessage(HttpMethod.Get, admin.Page.QuerySelector($"main a[href$='language={language}']")!.GetAttribute("href")));
                using var message = await MimeMessage.LoadAsync(await response.Content.ReadAsStreamAsync());
                Assert.Contains(message.Subject!, language == "vi" ? vi : en, StringComparison.Ordinal);
                Assert.Contains($"<html lang=\"{language}\">", message.HtmlBody, StringComparison.Ordinal);
                Assert.Equal(path.Contains("interview", StringComparison.Ordinal) && !path.Contains("reminder", StringComparison.Ordinal), message.Attachments.Any());
            }
        }

        Assert.Equal(before, await host.Db(async db => (await db.Outbox.CountAsync(), await db.Referrals.CountAsync(), await db.Returnees.CountAsync())));
        await admin.GoAsync("/Admin/Mail/Samples?kind=none");
        Assert.Equal(HttpStatusCode.NotFound, admin.Status);
    }

    [Fact]
    public async Task An_officer_does_not_see_the_ledger_nor_the_jobs()
    {
        using var officer = await host.Given.SignedIn(await host.Given.Officer());
        foreach (var path in new[] { "/Admin/Mail", "/Admin/Mail/Eml", "/Admin/Mail/Samples", "/Admin/Jobs" })
        {
            await officer.GoAsync(path);
            Assert.NotEqual(HttpStatusCode.OK, officer.At == path ? officer.Status : HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task With_jobs_on_the_board_is_for_the_administrator_alone_and_a_commit_sends_its_mail_at_once()
    {
        await using var live = await TestHost.StartAsync(settings: new Dictionary<string, string?> { ["Jobs:Enabled"] = "true" });
        using var admin = await live.Given.SignedIn(await live.Given.Administrator());
        await admin.GoAsync("/Admin/Jobs");
        Assert.Equal(11, admin.Page.QuerySelectorAll("main tbody tr").Length);
        await admin.GoAsync(Schedule.DashboardPath);
        Assert.Equal(HttpStatusCode.OK, admin.Status);
        Assert.Contains("Hangfire", admin.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        using var officer = await live.Given.SignedIn(await live.Given.Officer());
        await officer.GoAsync(Schedule.DashboardPath);
        Assert.DoesNotContain("Hangfire", officer.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        await live.Db(async db =>
        {
            db.Outbox.Add(new OutboxMail("nudge", "a kind nobody writes", Guid.CreateVersion7(), "a@example.vn", live.Given.Now));
            await db.SaveChangesAsync();
        });
        // Claimed first, then tried, then written down: each is a commit of its own.
        for (var i = 0; i < 400 && await live.Db(db => db.Outbox.Where(m => m.Key == "nudge").Select(m => m.LastCode).SingleAsync()) is null; i++)
            await Task.Delay(100);
        Assert.Equal("no-writer", await live.Db(db => db.Outbox.Where(m => m.Key == "nudge").Select(m => m.LastCode).SingleAsync()));
    }
}
