using System.Globalization;
using Hangfire;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.Storage;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Erasures;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Search;
using WorkBridge.Staff;

namespace WorkBridge.Web;

/// <summary>
/// The only file that knows Hangfire. A job is a use case without a person and takes no argument; it finds what is due in our
/// own rows, so that a lost queue costs a minute and a second run does nothing. "Jobs:Enabled=false" runs none of it.
/// </summary>
public static partial class Schedule
{
    public const string DashboardPath = "/Admin/Jobs/dashboard";

    private static readonly TimeSpan FollowEvery = TimeSpan.FromMinutes(1);

    private static readonly Words EveryMinute = new("Mỗi phút", "Every minute");
    private static readonly Words EveryHour = new("Mỗi giờ", "Every hour");

    private static readonly ScheduledJob[] Jobs =
    [
        ScheduledJob.Of<DeliverMail>("deliver-mail", new("Gửi thư đang chờ", "Send waiting mail"), EveryMinute, Cron.Minutely(), job => job.RunAsync(CancellationToken.None), n => new($"{n} thư đã gửi", $"{n} sent")),
        ScheduledJob.Of<SweepReferrals>("sweep-referrals", new("Nhắc nơi tuyển, kết thúc lời giới thiệu quá hạn", "Remind employers, end referrals past their day"), EveryHour, "5 * * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} lần nhắc hoặc kết thúc", $"{n} reminded or ended")),
        ScheduledJob.Of<SweepOpenings>("sweep-openings", new("Nhắc và dừng tin tuyển lâu không xác nhận", "Warn about and pause stale openings"), EveryHour, "15 * * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} tin được nhắc, dừng hoặc hết hạn", $"{n} warned about, paused or expired")),
        ScheduledJob.Of<ExpireConsents>("expire-consents", new("Ghi các sự đồng ý đã hết hạn", "Write down consents that have ended"), EveryHour, "25 * * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} người có sự đồng ý hết hạn", $"consents of {n} people ended")),
        ScheduledJob.Of<CountLasting>("count-lasting", new("Đếm những lần nhận việc bền lâu, để xếp gợi ý", "Count placements that lasted, for the order of suggestions"), new("Mỗi ngày", "Every day"), "45 2 * * *", job => job.RunAsync(CancellationToken.None), n => n == 0 ? new("Chưa đủ kết quả để học", "Too few outcomes to learn from") : new($"{n} lần nhận việc đã biết kết quả", n == 1 ? "1 placement with a known outcome" : $"{n} placements with a known outcome")),
        ScheduledJob.Of<AnonymisePast>("anonymise-past", new("Ẩn danh người đã hết thời gian lưu", "Anonymise people whose retention period has ended"), new("Mỗi ngày", "Every day"), "5 3 * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} người", n == 1 ? "1 person" : $"{n} people")),
        ScheduledJob.Of<VerifyAudit>("verify-audit", new("Kiểm tra chuỗi nhật ký", "Verify the audit chain"), new("Mỗi ngày", "Every day"), "15 3 * * *", job => job.RunAsync(CancellationToken.None), n => n == 0 ? new("Nguyên vẹn", "Whole") : new($"{n} chỗ không đúng, xem trang Tình trạng", $"{n} faults, see the Health page")),
        ScheduledJob.Of<SweepSignIns>("sweep-sign-ins", new("Xoá các lần đăng nhập đã cũ", "Remove old sign-ins"), new("Mỗi ngày", "Every day"), "35 3 * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} dòng đã xoá", $"{n} rows removed")),
    ];

    public static IServiceCollection AddSchedule(this IServiceCollection services, IConfiguration configuration, Data.Storage storage)
    {
        if (!IsEnabled(configuration))
            return services;
        // A storage of this service's own: the one that Hangfire keeps in a static is that of whoever started last in the process.
        if (storage.Postgres is null)
            services.AddSingleton<JobStorage>(_ => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(1) }));
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings().UseFilter(new AutomaticRetryAttribute { Attempts = 0 });
            if (storage.Postgres is { } connection)
                hangfire.UsePostgreSqlStorage(options => options.UseNpgsqlConnection(connection));
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
        background.Enqueue<DeliverMail>(job => job.RunAsync(CancellationToken.None)); // What a process before this one left is sent now, not at the next minute.
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
        private const int FailuresShown = 10;

        public IReadOnlyList<JobLine> All()
        {
            using var connection = storage.GetConnection();
            var known = connection.GetRecurringJobs().ToDictionary(j => j.Id, StringComparer.Ordinal);
            return [.. Jobs.Select(job => Line(job, known.GetValueOrDefault(job.Id), connection))];
        }

        /// <summary>The last failures: which job, when, and the kind of error. Never its message, which could hold what somebody typed.</summary>
        public IReadOnlyList<JobFailure> Failures() =>
            [.. storage.GetMonitoringApi().FailedJobs(0, FailuresShown).Select(failed => failed.Value).Where(failed => failed.FailedAt is not null)
                .Select(failed => new JobFailure(NameOf(failed.Job), failed.FailedAt!.Value, KindOf(failed.ExceptionType)))];

        /// <summary>Runs a job now; false for an id that is none of ours.</summary>
        public bool RunNow(string? id)
        {
            if (Jobs.All(job => job.Id != id))
                return false;
            recurring.Trigger(id);
            return true;
        }

        private static JobLine Line(ScheduledJob job, RecurringJobDto? at, IStorageConnection connection)
        {
            var last = at?.LastJobId is { } id ? connection.GetStateData(id) : null;
            var run = (at?.LastExecution, last?.Name) switch
            {
                (null, _) => JobRun.Never,
                (_, "Failed") => JobRun.Failed,
                (_, "Succeeded" or "Deleted" or null) => JobRun.Done,
                _ => JobRun.Running,
            };
            Words? did = run == JobRun.Done && last is not null && int.TryParse(last.Data.TryGetValue("Result", out var result) ? result : null, CultureInfo.InvariantCulture, out var count) ? job.Did(count) : null;
            return new JobLine(job.Id, job.Name, job.Every, at?.LastExecution, run, did, run == JobRun.Failed ? KindOf(last!.Data.TryGetValue("ExceptionType", out var type) ? type : null) : null, at?.NextExecution);
        }

        private static Words NameOf(Job? job) =>
            Array.Find(Jobs, known => known.Job.Type == job?.Type)?.Name ?? new("Việc khác", "Another job");

        private static string KindOf(string? type) => type is null ? "?" : type[(type.LastIndexOf('.') + 1)..];
    }

    private sealed record ScheduledJob(string Id, Words Name, Words Every, string Cron, Job Job, Func<int, Words> Did)
    {
        public static ScheduledJob Of<T>(string id, Words name, Words every, string cron, System.Linq.Expressions.Expression<Func<T, Task>> run, Func<int, Words> did) =>
            new(id, name, every, cron, Hangfire.Common.Job.FromExpression(run), did);
    }

    /// <summary>Every node keeps its own index, so this runs on each of them and not as one job for all.</summary>
    private sealed partial class IndexFollower(AfterCommit after, IndexKeeper keeper, TimeProvider clock, ILogger<IndexFollower> log) : BackgroundService
    {
        private const int CheckFromHour = 3;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(FollowEvery, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    if (after.FollowIndex is { } follow)
                        await follow();
                    // Once a night, and the first thing where a night was slept through.
                    if (Clock.Local(clock.UtcNow()).Hour >= CheckFromHour && (keeper.LastCheck is not { } check || Clock.DayOf(check.At) < clock.Today()))
                        await keeper.CheckAsync(stoppingToken);
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

/// <summary>How the last run of a job ended.</summary>
public enum JobRun
{
    Never,
    Running,
    Done,
    Failed,
}

/// <summary>A job as the administrator reads it; times are UTC. Did says what the last run came to, where that is still known.</summary>
public sealed record JobLine(string Id, Words Name, Words Every, DateTime? LastRun, JobRun Run, Words? Did, string? Failure, DateTime? NextRun);

/// <summary>A run that failed.</summary>
public sealed record JobFailure(Words Name, DateTime At, string Kind);
