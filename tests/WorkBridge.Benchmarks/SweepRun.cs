using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Web.Start;

namespace WorkBridge.Benchmarks;

/// <summary>What the hourly sweep costs where nearly everything it looks at is done already.</summary>
public sealed class SweepRun(int count)
{
    public async Task RunAsync()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {count} referrals with employers on SQLite, load average {LoadRun.LoadAverage()}"));
        var folder = Directory.CreateTempSubdirectory("workbridge-sweep-").FullName;
        string[] settings = ["--Jobs:Enabled=false", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"];
        await using (var app = Service.Build(new StartOptions(false, Path.Combine(folder, "data"), Path.Combine(folder, "keys"), "a secret of the benchmark alone", settings), _ => { }))
        {
            await Service.PrepareAsync(app);
            app.Services.GetRequiredService<AfterCommit>().FollowIndex = null;
            await SentReferrals.FillAsync(app.Services, count, i => i % Referral.DaysToAnswer, Reminded);
            for (var time = 0; time < 4; time++)
            {
                await using var scope = app.Services.CreateAsyncScope();
                var sweep = scope.ServiceProvider.GetRequiredService<SweepReferrals>();
                var clock = Stopwatch.StartNew();
                var done = await sweep.RunAsync(default);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sweep {time + 1}: {clock.Elapsed.TotalSeconds:0.00} s, {done} due"));
            }

            Console.WriteLine($"load average {LoadRun.LoadAverage()}");
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Every reminder that is due was promised, but for a few that the first sweep finds.</summary>
    private static void Reminded(WorkBridgeDb db, Referral referral, Employers.Employer employer, DateTime at)
    {
        db.Outbox.Add(ReferralMails.Sent(referral, employer, at));
        var days = (TimeProvider.System.UtcNow() - at).Days;
        if (days >= ReferralsDue.FirstReminderDays && referral.Id.GetHashCode() % 1000 != 0)
            db.Outbox.Add(ReferralMails.Reminder(referral, employer, ReferralsDue.FirstReminderDays, at.AddDays(3)));
        if (days >= ReferralsDue.SecondReminderDays && referral.Id.GetHashCode() % 1000 != 0)
            db.Outbox.Add(ReferralMails.Reminder(referral, employer, ReferralsDue.SecondReminderDays, at.AddDays(7)));
    }
}
