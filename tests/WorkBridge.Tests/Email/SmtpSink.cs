using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace WorkBridge.Tests.MailOut;

/// <summary>A test that needs the SMTP server of Debian's package postfix; says so where it is missing.</summary>
public sealed class SmtpSinkFactAttribute : FactAttribute
{
    public SmtpSinkFactAttribute()
    {
        if (SmtpSink.Program is null)
            Skip = "smtp-sink is missing: apt-get install postfix";
    }
}

/// <summary>What a server keeps of the mails it takes.</summary>
public enum SinkKeeps
{
    Each,
    Together,
    Nothing,
}

/// <summary>A real SMTP server on a free port of this machine that writes every mail it is given into a folder; it can be told to fail.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly Process process;

    private SmtpSink(Process process, string folder, int port)
    {
        this.process = process;
        Folder = folder;
        Port = port;
    }

    public static string? Program { get; } = new[] { "/usr/sbin/smtp-sink", "/usr/bin/smtp-sink", "/usr/local/sbin/smtp-sink" }.FirstOrDefault(File.Exists);

    public string Folder { get; }

    public int Port { get; }

    public Dictionary<string, string?> Settings => new()
    {
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Mail:Smtp:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:Smtp:Security"] = "None",
        ["Mail:Smtp:StepSeconds"] = "5",
    };

    /// <param name="fault">Options of smtp-sink: "-r ." answers 4xx after the mail, "-f RCPT" 5xx to the recipient.</param>
    /// <param name="port">A port to take again after an earlier server; 0 for a free one.</param>
    public static async Task<SmtpSink> StartAsync(string fault = "", int port = 0, SinkKeeps keeps = SinkKeeps.Each)
    {
        var folder = Directory.CreateTempSubdirectory("workbridge-sink-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        if (port == 0)
            port = FreePort();
        var user = Environment.UserName == "root" ? "-u nobody " : "";
        var kept = keeps switch { SinkKeeps.Each => $"-d {folder}/%H%M%S. ", SinkKeeps.Together => $"-D {folder}/all ", _ => "" };
        var started = Process.Start(new ProcessStartInfo(Program!, $"{user}{kept}{fault} 127.0.0.1:{port} 50") { RedirectStandardError = true, UseShellExecute = false })!;
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port);
                break;
            }
            catch (SocketException) when (tries < 100)
            {
                await Task.Delay(50);
            }
        }

        return new SmtpSink(started, folder, port);
    }

    /// <summary>What arrived, envelope first: the lines X-Rcpt-Args are the recipients the server was told.</summary>
    public IReadOnlyList<(string Raw, MimeMessage Message)> Mails() =>
        [.. Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal).Select(f => (File.ReadAllText(f), MimeMessage.Load(f)))];

    /// <summary>Bytes that arrived so far; of mails kept together.</summary>
    public long Arrived => new FileInfo(Path.Combine(Folder, "all")) is { Exists: true } all ? all.Length : 0;

    /// <summary>The id of each mail that arrived, as often as it did; of mails kept together. What was cut off before its end did not arrive.</summary>
    public IReadOnlyList<string> MessageIds() => Arrived == 0 ? [] :
        [.. File.ReadLines(Path.Combine(Folder, "all")).Where(line => line.StartsWith("Message-Id: ", StringComparison.OrdinalIgnoreCase)).Select(line => line["Message-Id: ".Length..].Trim('<', '>', ' '))];

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit(5000);
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
