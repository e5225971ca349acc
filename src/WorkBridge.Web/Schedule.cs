using Hangfire;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.Storage;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Openings;
using WorkBridge.Referrals;

namespace WorkBridge.Web;

/// <summary>
/// The only file that knows Hangfire. A job is a use case without a person and takes no argument; it finds what is due in our
/// own rows, so that a lost queue costs a minute and a second run does nothing. "Jobs:Enabled=false" runs none of it.
/// </summary>
public static partial class Schedule
{
    public const string DashboardPath = "/Admin/Jobs/dashboard";

    private static readonly TimeSpan FollowEvery = TimeSpan.FromMinutes(1);

    private static readonly ScheduledJob[] Jobs =
    [
        ScheduledJob.Of<DeliverMail>("deliver-mail", new("Gửi thư đang chờ", "Send waiting mail"), Cron.Minutely(), job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<SweepReferrals>("sweep-referrals", new("Nhắc nơi tuyển, kết thúc lời giới thiệu quá hạn", "Remind employers, end referrals past their day"), "5 * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<SweepOpenings>("sweep-openings", new("Nhắc và dừng tin tuyển lâu không xác nhận", "Warn about and pause stale openings"), "15 * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<ExpireConsents>("expire-consents", new("Ghi các sự đồng ý đã hết hạn", "Write down consents that have ended"), "25 * * * *", job => job.RunAsync(CancellationToken.None)),
    ];

    public static IServiceCollection AddSchedule(this IServiceCollection services, IConfiguration configuration, Data.Storage storage)
    {
        if (!IsEnabled(configuration))
            return services;
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings().UseFilter(new AutomaticRetryAttribute { Attempts = 0 });
            if (storage.Postgres is { } connection)
                hangfire.UsePostgreSqlStorage(options => options.UseNpgsqlConnection(connection));
            else
                hangfire.UseInMemoryStorage();
        });
        services.AddHangfireServer(options =>
        {
            options.WorkerCount = 2;
            options.ShutdownTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddSingleton<JobBoard>();
        services.AddHostedService<IndexFollower>();
        return services;
    }

    public static void UseSchedule(this WebApplication app)
    {
        if (!IsEnabled(app.Configuration))
            return;
        var recurring = app.Services.GetRequiredService<IRecurringJobManager>();
        foreach (var job in Jobs)
            recurring.AddOrUpdate(job.Id, job.Job, job.Cron, new RecurringJobOptions { TimeZone = Clock.Zone });

        var background = app.Services.GetRequiredService<IBackgroundJobClient>();
        app.Services.GetRequiredService<AfterCommit>().NudgeMail = () => background.Enqueue<DeliverMail>(job => job.RunAsync(CancellationToken.None));
        app.MapHangfireDashboardWithAuthorizationPolicy(Policies.Administrator, DashboardPath, new DashboardOptions
        {
            AppPath = "/Admin/Jobs",
            DashboardTitle = "WorkBridge",
            DisplayStorageConnectionString = false,
            // The policy has already been asked; without a filter here only requests from this machine would pass.
            Authorization = [],
        });
    }

    private static bool IsEnabled(IConfiguration configuration) => configuration.GetValue("Jobs:Enabled", true);

    /// <summary>What the administrator's page shows and presses.</summary>
    public sealed class JobBoard(JobStorage storage, IRecurringJobManager recurring)
    {
        public IReadOnlyList<JobLine> All()
        {
            using var connection = storage.GetConnection();
            var known = connection.GetRecurringJobs().ToDictionary(j => j.Id, StringComparer.Ordinal);
            return [.. Jobs.Select(job => known.GetValueOrDefault(job.Id) is { } at
                ? new JobLine(job.Id, job.Name, at.LastExecution, at.LastJobState != "Failed", at.NextExecution)
                : new JobLine(job.Id, job.Name, null, true, null))];
        }

        /// <summary>Runs a job now; false for an id that is none of ours.</summary>
        public bool RunNow(string? id)
        {
            if (Jobs.All(job => job.Id != id))
                return false;
            recurring.Trigger(id);
            return true;
        }
    }

    private sealed record ScheduledJob(string Id, Words Name, string Cron, Job Job)
    {
        public static ScheduledJob Of<T>(string id, Words name, string cron, System.Linq.Expressions.Expression<Func<T, Task>> run) => new(id, name, cron, Hangfire.Common.Job.FromExpression(run));
    }

    /// <summary>Every node keeps its own index, so this runs on each of them and not as one job for all.</summary>
    private sealed partial class IndexFollower(AfterCommit after, TimeProvider clock, ILogger<IndexFollower> log) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(FollowEvery, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    if (after.FollowIndex is { } follow)
                        await follow();
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogFailed(e);
                }
            }
        }

        [LoggerMessage(Level = LogLevel.Error, Message = "The index could not follow; the next minute tries again")]
        private partial void LogFailed(Exception e);
    }
}

/// <summary>A job as the administrator reads it. Times are UTC.</summary>
public sealed record JobLine(string Id, Words Name, DateTime? LastRun, bool LastRunWentWell, DateTime? NextRun);
