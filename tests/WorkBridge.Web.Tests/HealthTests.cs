using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task A_started_service_says_it_is_ready()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = host.Browser();

        await browser.GoAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task Jobs_that_did_not_run_turn_their_light_red_and_not_that_of_readiness_until_they_have_run_and_so_does_mail_that_nobody_sends()
    {
        await using var host = await TestHost.StartAsync(settings: JobsOn);
        using var watcher = host.Browser();
        Assert.Equal(HttpStatusCode.OK, await LightAsync(watcher, "/health/jobs"));
        host.Clock.Advance(TimeSpan.FromHours(27));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await LightAsync(watcher, "/health/jobs"));
        Assert.Equal(HttpStatusCode.OK, await LightAsync(watcher, "/health/ready"));

        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await admin.GoAsync("/Admin/Health");
        Assert.Contains("Nhắc nơi tuyển, kết thúc lời giới thiệu quá hạn", admin.Page.QuerySelector("section[aria-labelledby=sweeps]")!.TextContent, StringComparison.Ordinal);
        await admin.GoAsync("/Admin/Jobs");
        foreach (var id in admin.Page.QuerySelectorAll("main table input[name=id]").Select(i => i.GetAttribute("value")).ToList())
            await admin.SubmitAsync($"main form:has(input[value='{id}'])");
        Assert.True(await SoonAsync(async () => await LightAsync(watcher, "/health/jobs") == HttpStatusCode.OK), "all jobs ran and the light is green again");

        // A mail that is due and that another node took and did not send.
        await host.Db(async db =>
        {
            var mail = new OutboxMail("k", MailKinds.PasswordReset, Guid.CreateVersion7(), "a@example.vn", host.Given.Now.AddMinutes(-11));
            mail.Claim(host.Given.Now, "another node");
            db.Outbox.Add(mail);
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await LightAsync(watcher, "/health/jobs"));
    }

    [Fact]
    public async Task A_job_that_fails_says_so_and_stays_late_however_often_it_runs()
    {
        await using var host = await TestHost.StartAsync(settings: JobsOn);
        await host.Db(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Interests RENAME TO Gone; ALTER TABLE Openings RENAME TO GoneToo"));
        host.Clock.Advance(TimeSpan.FromHours(2));
        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await admin.GoAsync("/Admin/Jobs");
        await admin.SubmitAsync("main form:has(input[value='sweep-openings'])");
        Assert.True(await SoonAsync(() => host.Db(db => db.JobRuns.AnyAsync(r => r.Id == "sweep-openings" && r.Failure != null))), "the failure is written down");
        var row = "";
        // A run that failed is tried again by itself, and while it is the row says so.
        Assert.True(await SoonAsync(async () => (row = (await admin.GoAsync("/Admin/Jobs")).QuerySelector("tr:has(input[value='sweep-openings'])")!.TextContent).Contains("Lỗi", StringComparison.Ordinal)), "the page says so");
        Assert.Contains("SqliteException", row, StringComparison.Ordinal);
        Assert.Contains("Nhắc và dừng tin tuyển", (await admin.GoAsync("/Admin/Health")).QuerySelector("section[aria-labelledby=sweeps]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_slept_through_runs_when_the_service_starts_again_and_the_last_run_is_not_forgotten()
    {
        var before = TestHost.Start.UtcDateTime.AddDays(-3);
        var first = await TestHost.StartAsync();
        await first.Db(db => JobRun.NoteAsync(db, "anonymise-past", before, 0, null, default));
        await first.StopAsync();
        await using var host = await TestHost.StartAsync(settings: JobsOn, folder: first.Folder);
        Assert.True(await SoonAsync(() => host.Db(db => db.JobRuns.AnyAsync(r => r.Id == "anonymise-past" && r.SucceededAt > before))), "the nightly job caught up");
        Assert.False(await host.Db(db => db.JobRuns.AnyAsync(r => r.Id == "verify-audit")), "a job that was never due before waits for its turn");
    }

    [Fact]
    public async Task Mail_that_waits_for_the_morning_is_late_neither_in_the_night_nor_at_once_in_the_morning()
    {
        List<string> jobs;
        await using (var first = await TestHost.StartAsync(settings: JobsOn))
        {
            using var look = await first.Given.SignedIn(await first.Given.Administrator());
            await look.GoAsync("/Admin/Jobs");
            jobs = look.Page.QuerySelectorAll("main table input[name=id]").Select(i => i.GetAttribute("value")!).ToList();
        }

        await using var host = await TestHost.StartAsync();
        host.Clock.Advance(TimeSpan.FromHours(11.5)); // 20:30
        await host.Db(async db =>
        {
            db.Outbox.Add(new OutboxMail("k", MailKinds.ReferralSent, Guid.CreateVersion7(), "a@example.vn", host.Given.Now));
            await db.SaveChangesAsync();
        });
        using var watcher = host.Browser();
        foreach (var (time, light, listed) in new[] { ("2026-11-23T15:00", HttpStatusCode.OK, 0), ("2026-11-24T00:35", HttpStatusCode.OK, 0), ("2026-11-24T00:41", HttpStatusCode.ServiceUnavailable, 1), ("2026-11-24T13:05", HttpStatusCode.ServiceUnavailable, 1), ("2026-11-24T13:15", HttpStatusCode.OK, 0) })
        {
            host.Clock.SetUtcNow(DateTimeOffset.Parse(time + "Z", CultureInfo.InvariantCulture));
            foreach (var job in jobs)
                await host.Db(db => JobRun.NoteAsync(db, job, host.Given.Now, 0, null, default));
            Assert.True(light == await LightAsync(watcher, "/health/jobs"), $"{time}: {watcher.Status}");
            using var admin = await host.Given.SignedIn(await host.Given.Administrator());
            await admin.GoAsync("/Admin/Health");
            Assert.Equal(light == HttpStatusCode.OK ? "Hệ thống chạy bình thường" : "Hệ thống chạy, thư đang chậm", admin.Page.QuerySelector("h1")!.TextContent);
            await admin.GoAsync("/Admin/Mail");
            Assert.Equal(listed, admin.Page.QuerySelectorAll("main table tbody tr").Length);
        }
    }

    private static Dictionary<string, string?> JobsOn => new(StringComparer.Ordinal) { ["Jobs:Enabled"] = "true" };

    private static async Task<HttpStatusCode> LightAsync(Browser watcher, string path)
    {
        await watcher.GoAsync(path);
        return watcher.Status;
    }

    private static async Task<bool> SoonAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await holds())
                return true;
            await Task.Delay(100);
        }

        return false;
    }
}
