using System.Diagnostics;
using System.Globalization;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Referrals;
using WorkBridge.Tests.MailOut;
using WorkBridge.Web.Start;

namespace WorkBridge.Benchmarks;

/// <summary>How many mails a second leave: every one claimed, written from the database, sent and marked; and how many bare MailKit sends of the same.</summary>
public sealed class MailRun(int count)
{
    public async Task RunAsync()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {count} mails to smtp-sink on SQLite, load average {LoadRun.LoadAverage()}"));
        var folder = Directory.CreateTempSubdirectory("workbridge-mail-").FullName;
        using var sink = await SmtpSink.StartAsync(keeps: SinkKeeps.Nothing);
        string[] settings = ["--Jobs:Enabled=false", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", "--Site:BaseUrl=https://vieclam.example.vn", "--Site:MailFrom=trungtam@example.vn", .. sink.Settings.Select(s => $"--{s.Key}={s.Value}")];
        await using (var app = Service.Build(new StartOptions(false, Path.Combine(folder, "data"), Path.Combine(folder, "keys"), "a secret of the benchmark alone", settings), builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new Morning()))))
        {
            await Service.PrepareAsync(app);
            app.Services.GetRequiredService<AfterCommit>().FollowIndex = null;
            await SentReferrals.FillAsync(app.Services, count, _ => 0, (db, referral, _, employer, at) => db.Outbox.Add(ReferralMails.Sent(referral, employer, at)));
            var letters = await WriteAllAsync(app.Services);
            var size = letters.Sum(l => (double)l.Content.Text.Length + l.Content.Html.Length) / count;
            var ours = await OurRateAsync(app.Services);
            var bare = await BareRateAsync(letters, sink);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ours:0} mails a second ({size:0} characters each); bare MailKit, one line, the same messages: {bare:0} a second; ratio {ours / bare:0.00}; load average {LoadRun.LoadAverage()}"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<double> OurRateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var clock = Stopwatch.StartNew();
        var delivered = await scope.ServiceProvider.GetRequiredService<DeliverMail>().RunAsync(default);
        var rate = delivered / clock.Elapsed.TotalSeconds;
        var sent = await scope.ServiceProvider.GetRequiredService<WorkBridgeDb>().Outbox.CountAsync(m => m.State == MailState.Sent && m.Attempts == 1);
        return delivered == count && sent == count ? rate : throw new InvalidOperationException($"{delivered} delivered, {sent} marked at the first try, of {count}.");
    }

    private static async Task<List<(string To, MailContent Content)>> WriteAllAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkBridgeDb>();
        var writer = scope.ServiceProvider.GetServices<IMailWriter>().Single(w => w.Kind == MailKinds.ReferralSent);
        var letters = new List<(string, MailContent)>();
        foreach (var mail in await db.Outbox.AsNoTracking().ToListAsync())
            letters.Add((mail.To, (await writer.WriteAsync(mail, default))!));
        return letters;
    }

    private static async Task<double> BareRateAsync(List<(string To, MailContent Content)> letters, SmtpSink sink)
    {
        var clock = Stopwatch.StartNew();
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", sink.Port, SecureSocketOptions.None);
        foreach (var (to, content) in letters)
        {
            using var message = new MimeMessage { Subject = content.Subject, Body = new BodyBuilder { TextBody = content.Text, HtmlBody = content.Html }.ToMessageBody() };
            message.From.Add(new MailboxAddress("WorkBridge", "trungtam@example.vn"));
            message.To.Add(MailboxAddress.Parse(to));
            await client.SendAsync(message);
        }

        await client.DisconnectAsync(quit: true);
        return letters.Count / clock.Elapsed.TotalSeconds;
    }

    /// <summary>The machine's clock, put to a quarter past nine in Vietnam on a day without a holiday: in the night this mail waits.</summary>
    private sealed class Morning : TimeProvider
    {
        private readonly TimeSpan ahead = new DateTimeOffset(2027, 3, 2, 2, 15, 0, TimeSpan.Zero) - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
