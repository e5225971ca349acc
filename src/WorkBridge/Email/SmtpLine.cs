using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace WorkBridge.Email;

/// <summary>One connection to the mail server. Each word of either side begins a new step; a step that takes too long ends the line.</summary>
internal sealed class SmtpLine : IProtocolLogger, ITransferProgress
{
    private readonly SmtpOptions options;
    private readonly Site site;
    private readonly TimeSpan step;
    private readonly SmtpClient client;
    private CancellationTokenSource? limit;
    private bool leaving;

    public SmtpLine(SmtpOptions options, Site site)
    {
        this.options = options;
        this.site = site;
        step = TimeSpan.FromSeconds(options.StepSeconds);
        client = new SmtpClient(this) { Timeout = (int)step.TotalMilliseconds, CheckCertificateRevocation = options.CheckRevocation, LocalDomain = new Uri(site.BaseUrl).Host };
    }

    public bool Stands => client.IsConnected;

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>Null when the line stands; otherwise why it does not, which is never a mail's fault.</summary>
    public async Task<Delivery?> OpenAsync(CancellationToken ct, CancellationToken asked)
    {
        using var within = BeginStep(ct);
        var signingIn = false;
        try
        {
            await client.ConnectAsync(options.Host!, options.EffectivePort, Socket(options.Security), within.Token);
            if (options.User is not null)
            {
                signingIn = true;
                await client.AuthenticateAsync(options.User, options.Password!, within.Token);
            }

            return null;
        }
        catch (Exception e) when (IsLine(e, asked) || e is SmtpCommandException or SslHandshakeException or AuthenticationException or NotSupportedException)
        {
            Drop();
            return new Delivery(DeliveryKind.Later, e is SmtpCommandException command ? Code(command) : e switch
            {
                AuthenticationException => "sign-in",
                NotSupportedException when signingIn => "sign-in",
                SslHandshakeException or NotSupportedException => "tls",
                OperationCanceledException or TimeoutException => "timeout",
                _ => "connect",
            }, Fault.Server);
        }
    }

    public async Task<Delivery> SendAsync(Letter letter, CancellationToken ct, CancellationToken asked)
    {
        using var message = LetterText.Of(letter, site);
        using var within = BeginStep(ct);
        leaving = false;
        try
        {
            await client.SendAsync(message, within.Token, this);
            return Delivery.Done;
        }
        catch (SmtpCommandException e)
        {
            return Answered(e);
        }
        catch (ServiceNotAuthenticatedException)
        {
            return new Delivery(DeliveryKind.Later, "530", Fault.Server);
        }
        catch (Exception e) when (IsLine(e, asked))
        {
            Drop();
            return new Delivery(leaving ? DeliveryKind.NotKnown : DeliveryKind.Later, e is OperationCanceledException or TimeoutException ? "timeout" : "cut", Fault.Line);
        }
    }

    public async Task QuitAsync()
    {
        if (Stands)
        {
            using var within = BeginStep(CancellationToken.None);
            try
            {
                await client.DisconnectAsync(quit: true, within.Token);
            }
            catch (Exception e) when (IsLine(e, CancellationToken.None))
            {
                // The mails are on their way; a server that does not answer QUIT changes nothing.
            }
        }

        Drop();
    }

    public void Drop() => client.Dispose();

    void IProtocolLogger.LogConnect(Uri uri) => NextStep();

    void IProtocolLogger.LogClient(byte[] buffer, int offset, int count) => NextStep();

    void IProtocolLogger.LogServer(byte[] buffer, int offset, int count) => NextStep();

    void ITransferProgress.Report(long bytesTransferred, long totalSize) => leaving = true;

    void ITransferProgress.Report(long bytesTransferred) => leaving = true;

    void IDisposable.Dispose()
    {
        // The client disposes of its logger; nothing is held.
    }

    /// <summary>
    /// A refusal of the recipient or of the message is about this mail. One of the sender is about us, and so is one that only says that
    /// the server is closing or wants a sign-in; except that a size is refused together with the sender. A refusal to hear the message
    /// (DATA) can be either: it is tried again, so often and no more.
    /// </summary>
    private static Delivery Answered(SmtpCommandException e)
    {
        var code = (int)e.StatusCode;
        var forGood = code is >= 500 and < 600;
        return (code, e.ErrorCode) switch
        {
            (421 or 530, _) => new Delivery(DeliveryKind.Later, Code(e), Fault.Server),
            (552, SmtpErrorCode.SenderNotAccepted) => new Delivery(DeliveryKind.Never, Code(e)),
            (_, SmtpErrorCode.SenderNotAccepted) => new Delivery(DeliveryKind.Later, Code(e), Fault.Server),
            (_, SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted) when forGood => new Delivery(DeliveryKind.Never, Code(e)),
            _ => new Delivery(DeliveryKind.Later, Code(e)),
        };
    }

    private static string Code(SmtpCommandException e) => ((int)e.StatusCode).ToString(CultureInfo.InvariantCulture);

    private static SecureSocketOptions Socket(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    private static bool IsLine(Exception e, CancellationToken asked) =>
        e is IOException or SocketException or ProtocolException or ServiceNotConnectedException or TimeoutException
        || (e is OperationCanceledException && !asked.IsCancellationRequested);

    private CancellationTokenSource BeginStep(CancellationToken ct)
    {
        limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(step);
        return limit;
    }

    private void NextStep()
    {
        try
        {
            limit?.CancelAfter(step);
        }
        catch (ObjectDisposedException)
        {
            // The client says something once nobody waits for it any more.
        }
    }
}
