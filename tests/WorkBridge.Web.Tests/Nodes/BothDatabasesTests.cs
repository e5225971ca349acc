using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Digests;
using WorkBridge.Email;
using WorkBridge.Erasures;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Search;
using WorkBridge.Staff;
using WorkBridge.Tests.Data;
using WorkBridge.Web.Tests.Returnees;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Nodes;

/// <summary>PostgreSQL keeps the same promises as SQLite.</summary>
public sealed class BothDatabasesTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const int Days = 26;

    [PostgresFact]
    public async Task A_month_of_the_scheduled_jobs_over_the_demonstration_promise_and_send_the_same_on_both()
    {
        var told = new List<IReadOnlyList<string>>();
        foreach (var settings in new[] { null, Postgres() })
        {
            await using var host = await TestHost.StartAsync(settings: settings, demo: true);
            await host.Db(async db =>
            {
                foreach (var account in await db.Users.Where(a => a.Role == StaffRole.Officer || a.Role == StaffRole.Coordinator).ToListAsync())
                    account.Receive(account.Role == StaffRole.Officer ? DigestRhythm.Daily : DigestRhythm.Weekly, tellAtOnce: true);
                await db.SaveChangesAsync();
            });
            told.Add(await AMonthAsync(host));
        }

        Assert.Equal(told[0], told[1]);
        foreach (var kind in new[] { MailKinds.ReferralReminder, MailKinds.ReferralLapsedOfficer, MailKinds.StillThere, MailKinds.InterviewReminder, MailKinds.InterviewReminderForPerson, MailKinds.OpeningStale, MailKinds.OfficerDigest, MailKinds.CoordinatorDigest })
            Assert.Contains(told[0], line => line.StartsWith(kind + " Sent", StringComparison.Ordinal));
    }

    [PostgresFact]
    public async Task Somebody_erased_on_PostgreSQL_is_in_no_row_and_the_audit_stays_whole()
    {
        var settings = Postgres();
        await using var host = await TestHost.StartAsync(settings: settings);
        var id = await ErasureTests.FillAsync(host);
        var marks = await ErasureTests.MarksAsync(host, id);
        Assert.Empty(marks.Select(m => m.Name).Except(await FoundAsync(marks, settings)));

        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await browser.GoAsync($"/Returnees/{id}/Requests");
        await browser.SubmitAsync("main form", [("Input.Kind", "Delete"), ("Input.Asked", "Xoá hết cho tôi")]);
        var code = await host.Db(db => db.Returnees.Where(r => r.Id == id).Select(r => r.Code).SingleAsync());
        await browser.SubmitAsync("form[action*='Erase']", [("Input.FileNumber", code)]);
        Assert.Contains("Đã xoá mọi dữ liệu", browser.Text, StringComparison.Ordinal);

        Assert.Empty(await FoundAsync(marks, settings));
        await ErasureTests.NobodyAsync(host, id);
        await ErasureTests.WholeAsync(host);
    }

    [PostgresFact]
    public async Task Retention_that_ends_makes_a_number_of_a_person_on_PostgreSQL_too()
    {
        await using var host = await TestHost.StartAsync(settings: Postgres());
        await ErasureTests.FillAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(365 * 4));
        await host.Use<ExpireConsents>(job => job.RunAsync(default));
        host.Clock.Advance(TimeSpan.FromDays(365 * 8));
        await host.Use<AnonymisePast>(job => job.RunAsync(default));
        await ErasureTests.WholeAsync(host);
        Assert.Equal(2, await host.Db(db => db.Returnees.CountAsync()));
        Assert.All(await host.Db(db => db.Returnees.ToListAsync()), person => Assert.Equal("", person.Details.Name));
    }

    private Dictionary<string, string?> Postgres() => new(StringComparer.Ordinal) { ["ConnectionStrings:Postgres"] = server.NewDatabase() };

    /// <summary>How many mails of each kind stand how, and how many rows the jobs have moved.</summary>
    private static async Task<IReadOnlyList<string>> AMonthAsync(TestHost host)
    {
        var done = new Dictionary<string, int>(StringComparer.Ordinal);
        async Task RunAsync<T>(Func<T, Task<int>> act)
            where T : notnull => await host.Use<T>(async job => done[typeof(T).Name] = done.GetValueOrDefault(typeof(T).Name) + await act(job));
        for (var day = 0; day < Days; day++)
        {
            host.Clock.SetUtcNow(TestHost.Start.AddDays(day)); // 9:00 in Hanoi
            await RunAsync<SweepReferrals>(job => job.RunAsync(default));
            await RunAsync<AskStillThere>(job => job.RunAsync(default));
            await RunAsync<RemindOfInterviews>(job => job.RunAsync(default));
            await RunAsync<SweepOpenings>(job => job.RunAsync(default));
            await RunAsync<SendDigests>(job => job.RunAsync(default));
            await RunAsync<ExpireConsents>(job => job.RunAsync(default));
            await RunAsync<DeliverMail>(job => job.RunAsync(default));
        }

        await RunAsync<CountLasting>(job => job.RunAsync(default));
        await RunAsync<AnonymisePast>(job => job.RunAsync(default));
        await RunAsync<VerifyAudit>(job => job.RunAsync(default));
        await RunAsync<SweepSignIns>(job => job.RunAsync(default));
        var mails = await host.Db(db => db.Outbox.GroupBy(m => new { m.Kind, m.State }).Select(g => new { g.Key.Kind, g.Key.State, Count = g.Count() }).ToListAsync());
        return
        [
            .. mails.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Kind} {m.State} {m.Count}")).Order(StringComparer.Ordinal),
            .. done.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Key} {d.Value}")).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Which marks stand in any row of any table: bytes as PostgreSQL writes them (hexadecimal), and as base64, JSON and HTML.</summary>
    private static async Task<List<string>> FoundAsync(List<(string Name, byte[] Bytes)> marks, Dictionary<string, string?> settings)
    {
        await using var line = new NpgsqlConnection(settings["ConnectionStrings:Postgres"]);
        await line.OpenAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')", line))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }

        var everything = new StringBuilder();
        foreach (var table in tables)
        {
#pragma warning disable CA2100 // The names come from the catalogue, quoted by the server itself.
            await using var read = new NpgsqlCommand($"SELECT t::text FROM {table} t", line);
#pragma warning restore CA2100
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                everything.AppendLine(rows.GetString(0));
        }

        var bytes = Encoding.UTF8.GetBytes(everything.ToString());
        return [.. marks.Where(mark => ErasureTests.Written(mark.Bytes).Any(form => bytes.AsSpan().IndexOf(form) >= 0)).Select(mark => mark.Name)];
    }
}
