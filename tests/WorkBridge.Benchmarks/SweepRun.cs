using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Web.Start;

namespace WorkBridge.Benchmarks;

/// <summary>What the hourly sweeps cost where nearly everything they look at is done already.</summary>
public sealed class SweepRun(int referrals, int placements)
{
    public async Task RunAsync()
    {
        await RunAsync($"{referrals} referrals with employers", services => SentReferrals.FillAsync(services, referrals, i => i % Referral.DaysToAnswer, Reminded), [("referrals", Time<SweepReferrals>(job => job.RunAsync(default)))]);
        await RunAsync(
            $"{placements} running placements",
            services => SentReferrals.FillAsync(services, placements, i => 5 + (i % 400), AtWork),
            [("still there?", Time<AskStillThere>(job => job.RunAsync(default))), ("consents", Time<ExpireConsents>(job => job.RunAsync(default))), ("lasted", Time<CountLasting>(job => job.RunAsync(default)))]);
    }

    private static async Task RunAsync(string what, Func<IServiceProvider, Task> fill, IReadOnlyList<(string Name, Func<IServiceProvider, Task<int>> Run)> sweeps)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {what} on SQLite, load average {LoadRun.LoadAverage()}"));
        var folder = Directory.CreateTempSubdirectory("workbridge-sweep-").FullName;
        string[] settings = ["--Jobs:Enabled=false", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"];
        await using (var app = Service.Build(new StartOptions(false, Path.Combine(folder, "data"), Path.Combine(folder, "keys"), "a secret of the benchmark alone", settings), _ => { }))
        {
            await Service.PrepareAsync(app);
            app.Services.GetRequiredService<AfterCommit>().FollowIndex = null;
            await fill(app.Services);
            foreach (var (name, run) in sweeps)
            {
                for (var time = 0; time < 4; time++)
                {
                    var clock = Stopwatch.StartNew();
                    var done = await run(app.Services);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {time + 1}: {clock.Elapsed.TotalSeconds:0.00} s, {done} due"));
                }
            }

            Console.WriteLine($"load average {LoadRun.LoadAverage()}");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static Func<IServiceProvider, Task<int>> Time<T>(Func<T, Task<int>> run)
        where T : notnull => async services =>
    {
        await using var scope = services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<T>());
    };

    /// <summary>Taken on, at work since then, asked after at every step that has fallen, but for a few that the first sweep finds.</summary>
    private static void AtWork(WorkBridgeDb db, Referral referral, Openings.Opening opening, Employers.Employer employer, DateTime at)
    {
        var (first, today) = (Clock.DayOf(at), Clock.DayOf(TimeProvider.System.UtcNow()));
        referral.Accept(first, Actor.Employer(Guid.CreateVersion7()), at);
        var placement = Placement.Begin(referral, opening, Actor.Officer(referral.OfficerId), at);
        db.Placements.Add(placement);
        var fallen = FollowUp.Ladder.Where(days => first.AddDays(days) <= today).ToList();
        foreach (var step in referral.Id.GetHashCode() % 1000 == 0 ? fallen.SkipLast(1) : fallen)
            db.FollowUps.Add(new FollowUp(placement.Id, new FollowUpFacts { Step = step, On = first.AddDays(step), Working = Answer.Yes, SameEmployer = Answer.Yes }, Actor.Officer(referral.OfficerId), at.AddDays(step)));
    }

    /// <summary>Every reminder that is due was promised, but for a few that the first sweep finds.</summary>
    private static void Reminded(WorkBridgeDb db, Referral referral, Openings.Opening opening, Employers.Employer employer, DateTime at)
    {
        db.Outbox.Add(ReferralMails.Sent(referral, employer, at));
        var days = (TimeProvider.System.UtcNow() - at).Days;
        if (days >= ReferralsDue.FirstReminderDays && referral.Id.GetHashCode() % 1000 != 0)
            db.Outbox.Add(ReferralMails.Reminder(referral, employer, ReferralsDue.FirstReminderDays, at.AddDays(3)));
        if (days >= ReferralsDue.SecondReminderDays && referral.Id.GetHashCode() % 1000 != 0)
            db.Outbox.Add(ReferralMails.Reminder(referral, employer, ReferralsDue.SecondReminderDays, at.AddDays(7)));
    }
}
