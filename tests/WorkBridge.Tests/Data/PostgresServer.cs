using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace WorkBridge.Tests.Data;

/// <summary>A test that needs PostgreSQL; skipped, and said so, where it is not installed or cannot be started.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}

/// <summary>A PostgreSQL server of its own in a temporary folder, on a loopback port, for the tests of one class. Debian's, as a user that is not root.</summary>
public sealed class PostgresServer : IDisposable
{
    private const string Runner = "/usr/sbin/runuser";
    private const string ServerUser = "postgres";
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
        : null;

    private readonly string folder = "";
    private readonly int port;
    private int databases;

    public PostgresServer()
    {
        if (Missing is not null)
            return;
        folder = Directory.CreateTempSubdirectory("workbridge-pg-").FullName;
        if (AsRoot)
            Run("chown", ServerUser, folder);
        port = FreePort();
        AsServer("initdb", "-D", Data, "-U", ServerUser, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        AsServer("pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(folder, "log"), "-o", string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"), "start");
    }

    /// <summary>Why the tests are skipped; null when they are not.</summary>
    public static string? Missing =>
        !OperatingSystem.IsLinux() ? "These tests start Debian's PostgreSQL."
        : Programs is null ? "PostgreSQL is not installed (Debian: apt-get install postgresql)."
        : AsRoot && !File.Exists(Runner) ? "PostgreSQL does not run as root and runuser is missing."
        : null;

    private static bool AsRoot => string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    private string Data => Path.Combine(folder, "data");

    /// <summary>A connection string to a database that does not exist yet; migrations make it.</summary>
    public string NewDatabase() =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username={ServerUser};Database=workbridge{++databases};Pooling=false");

    public void Dispose()
    {
        if (folder.Length == 0)
            return;
        AsServer("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private static void AsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        if (AsRoot)
            Run(Runner, ["-u", ServerUser, "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server outlives pg_ctl and would hold a pipe open for ever: its output goes to its log, not to us.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", UseShellExecute = false })!;
        if (!process.WaitForExit(TimeSpan.FromSeconds(90)))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} did not end.");
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
