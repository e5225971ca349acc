using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Data;
using WorkBridge.Web.Start;

namespace WorkBridge.Benchmarks;

/// <summary>The published service as a process of its own on a filled database, and officers in front of it.</summary>
public sealed class LoadRun(Sizes sizes)
{
    private const string Secret = "a secret of the benchmark alone";
    private const double SecondsBetweenClicks = 2;
    private readonly ConcurrentDictionary<string, ConcurrentBag<(double Ms, bool Good)>> clicks = new(StringComparer.Ordinal);

    private string Data => Path.Combine(sizes.Folder, "data");

    private string Keys => Path.Combine(sizes.Folder, "keys");

    public async Task RunAsync()
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {sizes.People} people, {sizes.Openings} openings, {sizes.Users} users, {sizes.Seconds} s, load average {LoadAverage()}");
        if (!File.Exists(Path.Combine(sizes.Folder, "ways.json")))
            await FillAsync();
        var program = await PublishAsync();
        for (var start = 0; start < 3; start++)
        {
            var (process, started) = await StartAsync(program);
            Console.WriteLine($"start to first page: {started:0} ms");
            if (start < 2)
                await StopAsync(process);
            else
                await ClickAsync(process);
        }

        if (!sizes.Keep)
            Directory.Delete(sizes.Folder, recursive: true);
    }

    private async Task FillAsync()
    {
        var clock = Stopwatch.StartNew();
        await using (var app = Service.Build(new StartOptions(false, Data, Keys, Secret, ["--Jobs:Enabled=false", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]), _ => { }))
        {
            await Service.PrepareAsync(app);
            app.Services.GetRequiredService<AfterCommit>().FollowIndex = null;
            await using var scope = app.Services.CreateAsyncScope();
            await Province.WriteAsync(sizes.Folder, await new Province(scope.ServiceProvider.GetRequiredService<WorkBridgeDb>(), sizes).FillAsync());
            Console.WriteLine($"filled in {clock.Elapsed.TotalSeconds:0} s");
            clock.Restart();
            await app.Services.GetRequiredService<Search.IndexKeeper>().RebuildAsync();
            Console.WriteLine($"index built in {clock.Elapsed.TotalSeconds:0.0} s");
        }

        Console.WriteLine($"database {new FileInfo(Path.Combine(Data, "workbridge.db")).Length / 1_000_000} MB");
    }

    private async Task<string> PublishAsync([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
        var to = Path.Combine(sizes.Folder, "app");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(root, "src", "WorkBridge.Web"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-o", to, "-v", "q", "--nologo"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(to, "WorkBridge.Web.dll") : throw new InvalidOperationException("The service could not be published.");
    }

    private static readonly Uri Address = new("http://127.0.0.1:5129");

    private async Task<(Process Process, double Ms)> StartAsync(string program)
    {
        var clock = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("dotnet", [program, "--data", Data, "--keys", Keys, "--urls", Address.ToString(), "--Logging:LogLevel:Default=Warning"]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["WORKBRIDGE_SECRET"] = Secret;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => { if (line.Data?.Contains("fail:", StringComparison.Ordinal) == true) Console.WriteLine(line.Data); };
        process.BeginOutputReadLine();
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(Address);
                if (answer.IsSuccessStatusCode)
                    return (process, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(10);
            }
        }
    }

    private static async Task StopAsync(Process process)
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task ClickAsync(Process process)
    {
        var all = await Province.ReadAsync(sizes.Folder);
        await Province.WriteAsync(sizes.Folder, [.. all.Select(w => w with { Codes = [.. w.Codes.Skip(1)] })]);
        var ways = all.Where((_, i) => i % (Sizes.Officers / sizes.Users) == 0).Take(sizes.Users).ToList();
        var clickers = ways.Select((way, i) => new Clicker(Address, way, i, (kind, ms, good) => clicks.GetOrAdd(kind, _ => []).Add((ms, good)))).ToList();
        foreach (var clicker in clickers)
            await clicker.SignInAsync();
        Console.WriteLine($"signed in; memory {Memory(process, "VmRSS")} MB");
        await Task.WhenAll(clickers.Select((clicker, i) => UseAsync(clicker, i, TimeSpan.FromSeconds(10))));
        clicks.Clear();
        await Task.WhenAll(clickers.Select((clicker, i) => UseAsync(clicker, i, TimeSpan.FromSeconds(sizes.Seconds))));
        Print();
        Console.WriteLine($"memory {Memory(process, "VmRSS")} MB at the end, {Memory(process, "VmHWM")} MB at most; load average {LoadAverage()}");
        clickers.ForEach(c => c.Dispose());
        await StopAsync(process);
    }

    /// <summary>One click every two seconds, whatever the click before took: a slow answer does not make the officer patient.</summary>
    private static async Task UseAsync(Clicker clicker, int number, TimeSpan duration)
    {
        var random = new Random(number);
        var clock = Stopwatch.StartNew();
        var next = TimeSpan.FromSeconds(random.NextDouble() * SecondsBetweenClicks);
        for (var n = 0; next < duration; n++, next += TimeSpan.FromSeconds(SecondsBetweenClicks))
        {
            if (next > clock.Elapsed)
                await Task.Delay(next - clock.Elapsed);
            await clicker.ClickAsync();
            if (n % 5 == 0)
                await clicker.ReadyAsync();
        }
    }

    private void Print()
    {
        Console.WriteLine();
        Console.WriteLine("| click | n | p50 ms | p95 ms | p99 ms | most ms | refused |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (kind, all) in clicks.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var sorted = all.Select(c => c.Ms).Order().ToList();
            Console.WriteLine($"| {kind} | {sorted.Count} | {At(sorted, 0.50):0} | {At(sorted, 0.95):0} | {At(sorted, 0.99):0} | {sorted[^1]:0} | {all.Count(c => !c.Good)} |");
        }

        Console.WriteLine();
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];

    private static long Memory(Process process, string line) => File.ReadLines($"/proc/{process.Id}/status")
        .Where(l => l.StartsWith(line + ":", StringComparison.Ordinal))
        .Select(l => long.Parse(new string([.. l.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture) / 1024).First();

    internal static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
}
