using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Email;
using WorkBridge.Tests.Data;
using WorkBridge.Tests.MailOut;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Email;

/// <summary>Two senders on one database at once: nodes on PostgreSQL, processes on one SQLite file.</summary>
public sealed class TwoProcessesTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const int Mails = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [PostgresFact]
    public async Task Two_nodes_on_one_PostgreSQL_that_send_at_once_send_each_mail_once()
    {
        if (SmtpSink.Program is null)
            return;
        using var sink = await SmtpSink.StartAsync(keeps: SinkKeeps.Together);
        var settings = new Dictionary<string, string?>(sink.Settings, StringComparer.Ordinal) { ["ConnectionStrings:Postgres"] = server.NewDatabase(), ["Site:BaseUrl"] = "https://vieclam.example.vn" };
        var (folder, ids) = await DueMails.FillAsync(Mails, settings);
        var second = Directory.CreateTempSubdirectory("workbridge-node-").FullName;
        Directory.CreateDirectory(Path.Combine(second, "keys"));
        File.Copy(Path.Combine(folder, "keys", "columns.json"), Path.Combine(second, "keys", "columns.json"));
        await using var one = await TestHost.StartAsync(folder: folder, settings: settings);
        await using var two = await TestHost.StartAsync(folder: second, settings: settings);

        var shares = await Task.WhenAll(DeliverAsync(one), DeliverAsync(two));

        Assert.Equal(Mails, shares.Sum());
        Assert.DoesNotContain(0, shares);
        Assert.Equal(Mails, sink.MessageIds().Count);
        Assert.True(ids.SetEquals(sink.MessageIds()));
        Assert.Equal(Mails, await one.Db(db => db.Outbox.CountAsync(m => m.State == MailState.Sent && m.Attempts == 1 && m.ClaimedBy == null)));
    }

    [SmtpSinkFact]
    public async Task Two_processes_on_one_SQLite_file_send_each_mail_once()
    {
        using var sink = await SmtpSink.StartAsync(keeps: SinkKeeps.Together);
        var (folder, ids) = await DueMails.FillAsync(Mails);
        await SendAsync([folder, folder], sink.Settings, sink);

        Assert.Equal(Mails, sink.MessageIds().Count);
        Assert.True(ids.SetEquals(sink.MessageIds()));
        Assert.Equal(new Dictionary<MailState, int> { [MailState.Sent] = Mails }, await DueMails.StatesAsync(folder));
    }

    private static async Task<int> DeliverAsync(TestHost host)
    {
        var delivered = 0;
        await host.Use<DeliverMail>(async deliver => delivered = await deliver.RunAsync(default));
        return delivered;
    }

    private static async Task SendAsync(IReadOnlyList<string> folders, Dictionary<string, string?> settings, SmtpSink sink)
    {
        var processes = folders.Select(folder => ServiceProcess.Start(folder, settings)).ToList();
        try
        {
            var started = Stopwatch.StartNew();
            while (sink.MessageIds().Count < Mails)
            {
                Assert.True(started.Elapsed < Patience && processes.TrueForAll(p => !p.HasEnded), string.Join("\n\n", processes.Select(p => p.Said)));
                await Task.Delay(50);
            }

            await Task.Delay(1500); // For copies, and for the last mark.
        }
        finally
        {
            processes.ForEach(p => p.Dispose());
        }
    }
}
