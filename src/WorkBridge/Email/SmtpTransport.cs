using Microsoft.Extensions.Options;

namespace WorkBridge.Email;

/// <summary>
/// Sends by SMTP. One connection for a batch, opened at the first mail and again after the server closed it; a limit of
/// time on every step; the certificate is always checked. Of a reply only the code is kept: its text can quote an address.
/// </summary>
public sealed class SmtpTransport(IOptions<SmtpOptions> options, Site site) : IMailTransport
{
    /// <summary>One mail has to be over before its claim is: otherwise another worker would begin it too.</summary>
    private static readonly TimeSpan Longest = OutboxMail.ClaimLasts - TimeSpan.FromMinutes(1);

    public IMailBatch Begin() => new Batch(options.Value, site);

    private sealed class Batch(SmtpOptions options, Site site) : IMailBatch
    {
        private SmtpLine? line;

        public async Task<Delivery> SendAsync(Letter letter, CancellationToken ct)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Longest);
            while (true)
            {
                // A line that has served is tried first; what it refuses before the mail has left may be its age and no more, and is asked again of a new one.
                var served = line is { Stands: true };
                if (!served)
                {
                    line?.Drop();
                    line = new SmtpLine(options, site);
                    if (await line.OpenAsync(limit.Token, ct) is { } failure)
                        return failure;
                }

                var result = await line!.SendAsync(letter, limit.Token, ct);
                if (!served || result is { Fault: Fault.Mail } or { Kind: DeliveryKind.NotKnown })
                    return result;
                line.Drop();
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (line is not null)
                await line.QuitAsync();
        }
    }
}
