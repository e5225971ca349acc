using System.Collections.Concurrent;
using System.Diagnostics;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Tests.Support;

/// <summary>The service as a process of its own, jobs and all, over the folder of a <see cref="TestHost"/> that was stopped. Its clock is the machine's.</summary>
public sealed class ServiceProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private ServiceProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote, for a test that fails.</summary>
    public string Said => string.Join('\n', said);

    public bool HasEnded => process.HasExited;

    public static ServiceProcess Start(string folder, IReadOnlyDictionary<string, string?> settings)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "WorkBridge.Web.dll"), "--data", Path.Combine(folder, "data"), "--keys", Path.Combine(folder, "keys"), "--urls", "http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Warning", "--Site:BaseUrl=https://vieclam.example.vn", "--Site:MailFrom=trungtam@example.vn", .. settings.Select(s => $"--{s.Key}={s.Value}")];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment[StartOptions.SecretVariable] = TestHost.Secret;
        return new ServiceProcess(Process.Start(start)!);
    }

    /// <summary>SIGKILL: nothing is told, nothing is tidied.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        said.Enqueue(line);
        while (said.Count > 40)
            said.TryDequeue(out _);
    }
}
