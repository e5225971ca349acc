using System.Globalization;
using Hangfire;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Digests;
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

    private static readonly Rhythm EveryMinute = new(new("Mỗi phút", "Every minute"), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
    private static readonly Rhythm EveryHour = new(new("Mỗi giờ", "Every hour"), TimeSpan.FromHours(1), TimeSpan.FromMinutes(30));
    private static readonly Rhythm EveryDay = new(new("Mỗi ngày", "Every day"), TimeSpan.FromDays(1), TimeSpan.FromHours(2));

    private static readonly ScheduledJob[] Jobs =
    [
        ScheduledJob.Of<DeliverMail>("deliver-mail", new("Gửi thư đang chờ", "Send waiting mail"), EveryMinute, Cron.Minutely(), job => job.RunAsync(CancellationToken.None), n => new($"{n} thư đã gửi", $"{n} sent")),
        ScheduledJob.Of<SweepReferrals>("sweep-referrals", new("Nhắc nơi tuyển, kết thúc lời giới thiệu quá hạn", "Remind employers, end referrals past their day"), EveryHour, "5 * * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} lần nhắc hoặc kết thúc", $"{n} reminded or ended")),
        ScheduledJob.Of<AskStillThere>("ask-still-there", new("Hỏi nơi tuyển: người đã nhận còn làm không", "Ask employers whether people are still there"), EveryHour, "10 * * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} nơi tuyển được hỏi", n == 1 ? "1 employer asked" : $"{n} employers asked")),
        ScheduledJob.Of<RemindOfInterviews>("remind-of-interviews", new("Nhắc nơi tuyển và người tìm việc về buổi phỏng vấn ngày mai", "Remind employers and people of tomorrow's interviews"), EveryHour, "45 * * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} lời nhắc được hẹn", $"{n} promised")),
        ScheduledJob.Of<SweepOpenings>("sweep-openings", new("Nhắc và dừng tin tuyển lâu không xác nhận", "Warn about and pause stale openings"), EveryHour, "15 * * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} tin được nhắc, dừng hoặc hết hạn", $"{n} warned about, paused or expired")),
        ScheduledJob.Of<SendDigests>("send-digests", new("Hẹn thư tóm tắt cho cán bộ và điều phối viên", "Promise digests to officers and coordinators"), EveryHour, "35 * * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} thư được hẹn", $"{n} promised")),
        ScheduledJob.Of<ExpireConsents>("expire-consents", new("Ghi các sự đồng ý đã hết hạn", "Write down consents that have ended"), EveryHour, "25 * * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} người có sự đồng ý hết hạn", $"consents of {n} people ended")),
        ScheduledJob.Of<CountLasting>("count-lasting", new("Đếm những lần nhận việc bền lâu, để xếp gợi ý", "Count placements that lasted, for the order of suggestions"), EveryDay, "45 2 * * *", job => job.RunAsync(CancellationToken.None), n => n == 0 ? new("Chưa đủ kết quả để học", "Too few outcomes to learn from") : new($"{n} lần nhận việc đã biết kết quả", n == 1 ? "1 placement with a known outcome" : $"{n} placements with a known outcome")),
        ScheduledJob.Of<AnonymisePast>("anonymise-past", new("Ẩn danh người đã hết thời gian lưu", "Anonymise people whose retention period has ended"), EveryDay, "5 3 * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} người", n == 1 ? "1 person" : $"{n} people")),
        ScheduledJob.Of<VerifyAudit>("verify-audit", new("Kiểm tra chuỗi nhật ký", "Verify the audit chain"), EveryDay, "15 3 * * *", job => job.RunAsync(CancellationToken.None), n => n == 0 ? new("Nguyên vẹn", "Whole") : new($"{n} chỗ không đúng, xem trang Tình trạng", $"{n} faults, see the Health page")),
        ScheduledJob.Of<SweepSignIns>("sweep-sign-ins", new("Xoá các lần đăng nhập đã cũ", "Remove old sign-ins"), EveryDay, "35 3 * * *", job => job.RunAsync(CancellationToken.None), n => new($"{n} dòng đã xoá", $"{n} rows removed")),
    ];

    public static IServiceCollection AddSchedule(this IServiceCollection services, IConfiguration configuration, Data.Storage storage)
    {
        services.AddScoped<LateJobs>();
        if (!IsEnabled(configuration))
            return services;
        // Filters of this service's own, for the same reason as the storage below.
        services.AddSingleton<IJobFilterProvider>(provider => new JobFilterProviderCollection(
            new JobFilterCollection { new StatisticsHistoryAttribute(), new AutomaticRetryAttribute { Attempts = 0 }, new NoteRuns(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>()) }));
        // A storage of this service's own: the one that Hangfire keeps in a static is that of whoever started last in the process.
        if (storage.Postgres is null)
            services.AddSingleton<JobStorage>(_ => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(1) }));
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
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

    public static async Task UseScheduleAsync(this WebApplication app, WorkBridgeDb db)
    {
        if (!IsEnabled(app.Configuration))
            return;
        var recurring = app.Services.GetRequiredService<IRecurringJobManager>();
        foreach (var job in Jobs)
            recurring.AddOrUpdate(job.Id, job.Job, job.Cron, new RecurringJobOptions { TimeZone = Clock.Zone });
        // What was slept through is done at once and not at the next turn of the clock.
        var now = app.Services.GetRequiredService<TimeProvider>().UtcNow();
        var runs = await db.JobRuns.AsNoTracking().ToDictionaryAsync(r => r.Id);
        foreach (var job in Jobs.Where(job => runs.TryGetValue(job.Id, out var run) && run.SucceededAt < now - job.Every.Between))
            recurring.Trigger(job.Id);

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

        /// <summary>Every job, with its last run as the database knows it.</summary>
        public async Task<IReadOnlyList<JobLine>> AllAsync(WorkBridgeDb db, CancellationToken ct)
        {
            var runs = await db.JobRuns.AsNoTracking().ToDictionaryAsync(r => r.Id, ct);
            using var connection = storage.GetConnection();
            var known = connection.GetRecurringJobs().ToDictionary(j => j.Id, StringComparer.Ordinal);
            return [.. Jobs.Select(job => Line(job, known.GetValueOrDefault(job.Id), runs.GetValueOrDefault(job.Id), connection))];
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

        private static JobLine Line(ScheduledJob job, RecurringJobDto? at, JobRun? last, IStorageConnection connection)
        {
            var running = at?.LastJobId is { } id && connection.GetStateData(id)?.Name is not (null or "Succeeded" or "Failed" or "Deleted");
            var run = running ? JobState.Running : last is null ? JobState.Never : last.Failed ? JobState.Failed : JobState.Done;
            Words? did = run == JobState.Done && last?.Did is { } count ? job.Did(count) : null;
            return new JobLine(job.Id, job.Name, job.Every.Words, last?.EndedAt, run, did, run == JobState.Failed ? last!.Failure : null, at?.NextExecution);
        }

        private static Words NameOf(Job? job) => Array.Find(Jobs, known => known.Job.Type == job?.Type)?.Name ?? new("Việc khác", "Another job");
    }

    /// <summary>
    /// Which jobs have not ended well for longer than their rhythm and some grace allow, by the rows and so on whichever node
    /// they run. One that never ran is counted from this node's start.
    /// </summary>
    public sealed class LateJobs(WorkBridgeDb db, StartedAt started, TimeProvider clock)
    {
        public async Task<IReadOnlyList<Words>> RunAsync(CancellationToken ct)
        {
            var now = clock.UtcNow();
            var ended = await db.JobRuns.AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.SucceededAt, ct);
            return [.. Jobs.Where(job => now - Latest(started.At, ended.GetValueOrDefault(job.Id)) > job.Every.Between + job.Every.Grace).Select(job => job.Name)];
        }

        // A service that was off is not late at its start: it catches up, and is late when it has not.
        private static DateTime Latest(DateTime start, DateTime? ended) => ended > start ? ended.Value : start;
    }

    private static string KindOf(string? type) => type is null ? "?" : type[(type.LastIndexOf('.') + 1)..];

    /// <summary>How often a job runs, and how much later it may be before it counts as late.</summary>
    private sealed record Rhythm(Words Words, TimeSpan Between, TimeSpan Grace);

    /// <summary>Writes the end of every run into the database. A run that cannot be written down is late, and is run again.</summary>
    private sealed class NoteRuns(IServiceScopeFactory scopes, TimeProvider clock) : Hangfire.Server.IServerFilter
    {
        private readonly Lock turn = new(); // One job may end twice at once: by the clock, and by a nudge.

        public void OnPerforming(Hangfire.Server.PerformingContext context)
        {
        }

        public void OnPerformed(Hangfire.Server.PerformedContext context)
        {
            if (Array.Find(Jobs, job => job.Job.Type == context.BackgroundJob.Job.Type) is not { } job || context.Canceled)
                return;
            var failure = context.Exception is null ? null : KindOf((context.Exception.InnerException ?? context.Exception).GetType().FullName);
            using var scope = scopes.CreateScope();
            lock (turn)
                JobRun.NoteAsync(scope.ServiceProvider.GetRequiredService<WorkBridgeDb>(), job.Id, clock.UtcNow(), context.Result as int?, failure, CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    private sealed record ScheduledJob(string Id, Words Name, Rhythm Every, string Cron, Job Job, Func<int, Words> Did)
    {
        public static ScheduledJob Of<T>(string id, Words name, Rhythm every, string cron, System.Linq.Expressions.Expression<Func<T, Task>> run, Func<int, Words> did) =>
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

/// <summary>When this node started; UTC.</summary>
public sealed class StartedAt(TimeProvider clock)
{
    public DateTime At { get; } = clock.UtcNow();
}

/// <summary>How the last run of a job ended.</summary>
public enum JobState
{
    Never,
    Running,
    Done,
    Failed,
}

/// <summary>A job as the administrator reads it; times are UTC. Did says what the last run came to, where that is still known.</summary>
public sealed record JobLine(string Id, Words Name, Words Every, DateTime? LastRun, JobState Run, Words? Did, string? Failure, DateTime? NextRun);

/// <summary>A run that failed.</summary>
public sealed record JobFailure(Words Name, DateTime At, string Kind);
