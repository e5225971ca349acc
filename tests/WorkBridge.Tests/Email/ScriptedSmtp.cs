using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace WorkBridge.Tests.MailOut;

/// <summary>What the server does instead of the right thing.</summary>
public enum Slip
{
    /// <summary>Says nothing any more.</summary>
    Hang,

    /// <summary>Closes the line.</summary>
    Drop,
}

/// <summary>
/// A mail server that does what a test tells it, step by step: "greeting", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "body".
/// Its refusals quote the recipient, as real ones do.
/// </summary>
public sealed class ScriptedSmtp : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> taken = new();
    private readonly Task serving;
    private int connections;

    public ScriptedSmtp()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What happens at a step, given whom the mail is to: a reply code, a slip, or null for what is right.</summary>
    public Func<string, string?, object?> At { get; set; } = (_, _) => null;

    public TimeSpan Delay { get; set; }

    public IReadOnlyList<string> Capabilities { get; set; } = [];

    public int Connections => connections;

    /// <summary>"message id, recipient" of each mail taken, as often as it was.</summary>
    public IReadOnlyList<string> Taken => [.. taken];

    public Dictionary<string, string?> Settings(string security = "None") => new(StringComparer.Ordinal)
    {
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Mail:Smtp:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:Smtp:Security"] = security,
        ["Mail:Smtp:StepSeconds"] = "1",
        ["Mail:Smtp:CheckRevocation"] = "false",
    };

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                Interlocked.Increment(ref connections);
                open.Add(TalkAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await new Talk(this, client.GetStream()).RunAsync(stop.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The other side went, or the test is over.
        }
    }

    private sealed class Talk(ScriptedSmtp server, Stream raw)
    {
        private Stream stream = raw;
        private StreamReader reader = new(raw, Encoding.Latin1);
        private string? to;

        public async Task RunAsync(CancellationToken ct)
        {
            if (!await SayAsync("greeting", "220 here", ct))
                return;
            while (await reader.ReadLineAsync(ct) is { } line)
            {
                var verb = line.Split(' ')[0].ToUpperInvariant();
                var goOn = verb switch
                {
                    "EHLO" => await SayAsync("EHLO", string.Join("\r\n", [.. server.Capabilities.Select(c => "250-" + c), "250 8BITMIME"]), ct),
                    "HELO" => await SayAsync("EHLO", "250 here", ct),
                    "STARTTLS" => await UpgradeAsync(ct),
                    "AUTH" => await SayAsync("AUTH", "235 welcome", ct),
                    "MAIL" => await SayAsync("MAIL", "250 ok", ct),
                    "RCPT" => await SayAsync("RCPT", "250 ok", ct, line.Split('<', '>')[1]),
                    "DATA" => await TakeAsync(ct),
                    "QUIT" => await SayAsync("QUIT", "221 bye", ct) && false,
                    _ => await SayAsync(verb, "250 ok", ct),
                };
                if (!goOn)
                    return;
            }
        }

        private async Task<bool> TakeAsync(CancellationToken ct)
        {
            if (server.At("DATA", to) is not null)
                return await SayAsync("DATA", "", ct);
            await SayAsync("DATA", "354 go on", ct);
            var id = "";
            while (await reader.ReadLineAsync(ct) is { } line && line != ".")
            {
                if (line.StartsWith("Message-Id: ", StringComparison.OrdinalIgnoreCase))
                    id = line["Message-Id: ".Length..].Trim('<', '>');
            }

            // A line that is cut now leaves a server that has the mail and a sender that does not know.
            if (server.At("body", to) is null or Slip.Drop)
                server.taken.Enqueue($"{id}, {to}");
            return await SayAsync("body", "250 taken", ct);
        }

        private async Task<bool> UpgradeAsync(CancellationToken ct)
        {
            if (server.At("STARTTLS", to) is not null)
                return await SayAsync("STARTTLS", "", ct);
            await SayAsync("STARTTLS", "220 go on", ct);
            var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate.Value }, ct);
            (stream, reader) = (tls, new StreamReader(tls, Encoding.Latin1));
            return true;
        }

        /// <summary>Says what is right or what the script has instead; no when the line is done.</summary>
        private async Task<bool> SayAsync(string step, string right, CancellationToken ct, string? recipient = null)
        {
            to = recipient ?? to;
            await Task.Delay(server.Delay, ct);
            switch (server.At(step, to))
            {
                case Slip.Hang:
                    await Task.Delay(Timeout.Infinite, ct);
                    return false;
                case Slip.Drop:
                    return false;
                case int code:
                    await WriteAsync($"{code} no, not for <{to ?? "anybody@example.vn"}>", ct);
                    return code != 421;
                default:
                    await WriteAsync(right, ct);
                    return true;
            }
        }

        private async Task WriteAsync(string text, CancellationToken ct)
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text + "\r\n"), ct);
            await stream.FlushAsync(ct);
        }
    }

    /// <summary>Signed by nobody, for another name.</summary>
    private static readonly Lazy<X509Certificate2> Certificate = new(() =>
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=another.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    });
}
