using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace WorkBridge.Email;

/// <summary>
/// Sends by SMTP. One connection for a batch, opened at the first mail and again after the server closed it; a limit of
/// time on every step; the certificate is always checked. Of a reply only the code is kept: its text can quote an address.
/// </summary>
public sealed class SmtpTransport(IOptions<SmtpOptions> options, Site site) : IMailTransport
{
    public IMailBatch Begin() => new Batch(options.Value, site);

    private sealed class Batch(SmtpOptions options, Site site) : IMailBatch
    {
        private readonly TimeSpan step = TimeSpan.FromSeconds(options.StepSeconds);
        private SmtpClient? client;

        public async Task<Delivery> SendAsync(Letter letter, CancellationToken ct)
        {
            if (await OpenAsync(ct) is { } failure)
                return failure;
            using var message = LetterText.Of(letter, site);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(step);
            try
            {
                await client!.SendAsync(message, limit.Token);
                return Delivery.Done;
            }
            catch (SmtpCommandException e)
            {
                var code = (int)e.StatusCode;
                if (!client!.IsConnected || code == 421)
                    Drop();
                return new Delivery(code is >= 500 and < 600 ? DeliveryKind.Never : DeliveryKind.Later, code.ToString(CultureInfo.InvariantCulture));
            }
            catch (Exception e) when (IsLine(e, ct))
            {
                Drop();
                return new Delivery(DeliveryKind.NotKnown, e is OperationCanceledException or TimeoutException ? "timeout" : "cut");
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (client is { IsConnected: true })
            {
                using var limit = new CancellationTokenSource(step);
                try
                {
                    await client.DisconnectAsync(quit: true, limit.Token);
                }
                catch (Exception e) when (IsLine(e, CancellationToken.None))
                {
                    // The mails are on their way; a server that does not answer QUIT changes nothing.
                }
            }

            Drop();
        }

        /// <summary>Null when the line stands; otherwise why it does not.</summary>
        private async Task<Delivery?> OpenAsync(CancellationToken ct)
        {
            if (client is { IsConnected: true })
                return null;
            Drop();
            client = new SmtpClient { Timeout = (int)step.TotalMilliseconds, CheckCertificateRevocation = options.CheckRevocation, LocalDomain = new Uri(site.BaseUrl).Host };
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(step);
            try
            {
                await client.ConnectAsync(options.Host!, options.EffectivePort, Socket(options.Security), limit.Token);
                if (options.User is not null)
                {
                    limit.CancelAfter(step);
                    await client.AuthenticateAsync(options.User, options.Password!, limit.Token);
                }

                return null;
            }
            catch (Exception e) when (IsLine(e, ct) || e is SmtpCommandException or SslHandshakeException or AuthenticationException or NotSupportedException)
            {
                Drop();
                return new Delivery(DeliveryKind.Later, WordFor(e), ServerAnswered: false);
            }
        }

        private static string WordFor(Exception e) => e switch
        {
            SmtpCommandException command => ((int)command.StatusCode).ToString(CultureInfo.InvariantCulture),
            SslHandshakeException or NotSupportedException => "tls",
            AuthenticationException => "sign-in",
            OperationCanceledException or TimeoutException => "timeout",
            _ => "connect",
        };

        private static SecureSocketOptions Socket(SmtpSecurity security) => security switch
        {
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.None,
        };

        private static bool IsLine(Exception e, CancellationToken ct) =>
            e is IOException or SocketException or ProtocolException or ServiceNotConnectedException or TimeoutException
            || (e is OperationCanceledException && !ct.IsCancellationRequested);

        private void Drop()
        {
            client?.Dispose();
            client = null;
        }
    }
}
