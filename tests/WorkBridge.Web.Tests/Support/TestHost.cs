using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using WorkBridge.Communes;
using WorkBridge.Data;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Tests.Support;

/// <summary>
/// The whole service in this process, over a folder of its own: real SQLite, real Lucene, real pages; mail goes as files
/// into the folder. Only the clock is ours: Monday 2026-11-23, 9:00 in Hanoi, until a test moves it.
/// </summary>
public sealed class TestHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    public const string Secret = "a secret of the tests alone";

    /// <summary>A folder as the first start of the service leaves it; a copy of it spares every further test the making of the tables.</summary>
    private static readonly Lazy<Task<string>> FirstStart = new(async () =>
    {
        var folder = Directory.CreateTempSubdirectory("workbridge-first-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var host = await StartAsync(folder: folder);
        await host.StopAsync();
        return folder;
    });

    private readonly WebApplication app;

    private TestHost(WebApplication app, string folder, FakeTimeProvider clock)
    {
        this.app = app;
        Folder = folder;
        Clock = clock;
        Given = new Given(this);
    }

    public string Folder { get; }

    public FakeTimeProvider Clock { get; }

    public Given Given { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>The address of a real server; empty for the in-process one.</summary>
    public string Url => app.Urls.FirstOrDefault() ?? "";

    public List<string> Log { get; } = [];

    /// <param name="urls">An address to listen on for a real browser ("http://127.0.0.1:0"); null for requests within the process.</param>
    /// <param name="settings">Further configuration, as in appsettings.json.</param>
    /// <param name="folder">A data folder to start on again; null for a new one.</param>
    public static async Task<TestHost> StartAsync(string? urls = null, IReadOnlyDictionary<string, string?>? settings = null, string? folder = null, bool demo = false)
    {
        if (folder is null)
        {
            folder = Directory.CreateTempSubdirectory("workbridge-test-").FullName;
            if (!demo && settings?.Keys.Any(key => key.StartsWith("ConnectionStrings", StringComparison.Ordinal)) != true)
                Copy(await FirstStart.Value, folder);
        }

        var clock = new FakeTimeProvider(Start);
        clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        List<string> rest = ["--Jobs:Enabled=false"];
        if (urls is not null)
            rest.Add("--urls=" + urls);
        rest.AddRange((settings ?? new Dictionary<string, string?>()).Select(s => $"--{s.Key}={s.Value}"));
        var start = new StartOptions(demo, Path.Combine(folder, "data"), Path.Combine(folder, "keys"), Secret, rest);
        TestHost? host = null;
        var built = Service.Build(start, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(new LogCatcher(line => { lock (host!.Log) host.Log.Add(line); }));
            if (urls is null)
                builder.WebHost.UseTestServer();
        });
        host = new TestHost(built, folder, clock);
        await Service.PrepareAsync(built);
        await built.StartAsync();
        // Hangfire keeps the log of whoever started last in a static; that of a service already gone would throw in ours.
        Hangfire.Logging.LogProvider.SetCurrentLogProvider(new Hangfire.Logging.LogProviders.ColouredConsoleLogProvider(Hangfire.Logging.LogLevel.Fatal));
        return host;
    }

    private static void Copy(string from, string to)
    {
        foreach (var made in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            var copy = Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, made)));
            if (!OperatingSystem.IsWindows())
                copy.UnixFileMode = new DirectoryInfo(made).UnixFileMode;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    /// <summary>A browser of its own, with its own cookies, at nobody's sign-in.</summary>
    /// <param name="from">The address it comes from; what is limited is limited by address.</param>
    public Browser Browser(IPAddress? from = null) => new(this, app.GetTestServer().CreateHandler(context => context.Connection.RemoteIpAddress = from));

    /// <summary>Looks at (or changes) the database in a scope of its own.</summary>
    public async Task<T> Db<T>(Func<WorkBridgeDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<WorkBridgeDb>());
    }

    public Task Db(Func<WorkBridgeDb, Task> change) => Db(async db =>
    {
        await change(db);
        return 0;
    });

    /// <summary>Runs a use case in a scope of its own, as the system.</summary>
    public async Task Use<T>(Func<T, Task> act)
        where T : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>The mails that left, as files; the oldest first.</summary>
    public async Task<IReadOnlyList<MimeKit.MimeMessage>> MailsAsync()
    {
        var folder = Directory.CreateDirectory(Services.GetRequiredService<Storage>().MailFolder);
        return await Task.WhenAll(folder.GetFiles("*.eml").OrderBy(file => file.LastWriteTimeUtc).Select(file => MimeKit.MimeMessage.LoadAsync(file.FullName)));
    }

    /// <summary>Stops the service and keeps the folder, for a second start on it.</summary>
    public async Task StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A file still open elsewhere: the temporary folder is cleaned by the system.
        }
    }
}

/// <summary>Keeps what the service logs, so that a test can search it for what must not be there.</summary>
internal sealed class LogCatcher(Action<string> keep) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Catcher(categoryName, keep);

    public void Dispose()
    {
    }

    private sealed class Catcher(string category, Action<string> keep) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                keep($"{logLevel} {category}: {formatter(state, exception)} {exception}");
        }
    }
}
