using Microsoft.Extensions.Logging;
using WorkBridge.Data;

namespace WorkBridge.Email;

/// <summary>One try of one mail: written from what is true now, handed to the line.</summary>
public sealed partial class MailSending(WorkBridgeDb db, IEnumerable<IMailWriter> writers, Site site, ILogger<MailSending> log)
{
    private readonly Dictionary<string, IMailWriter> writers = writers.ToDictionary(w => w.Kind, StringComparer.Ordinal);

    /// <summary>How it went; null when the mail is no longer due. Throws only when <paramref name="ct"/> is cancelled.</summary>
    public async Task<Delivery?> TryAsync(OutboxMail mail, IMailBatch batch, CancellationToken ct)
    {
        if (!mail.IsToPerson && !MailAddressText.IsOne(mail.To))
            return new Delivery(DeliveryKind.Never, "address");
        if (!writers.TryGetValue(mail.Kind, out var writer))
            return new Delivery(DeliveryKind.Later, "no-writer");
        MailContent? content;
        string to;
        try
        {
            content = await writer.WriteAsync(mail, ct);
            if (content is null)
                return null;
            to = mail.IsToPerson ? content.To ?? "" : mail.To;
            if (!MailAddressText.IsOne(to))
                return new Delivery(DeliveryKind.Never, "address");
            if (await db.StopOfAsync(to, ct) is not null)
                return new Delivery(DeliveryKind.Never, "returned");
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogUnwritten(mail.Id, mail.Kind, e.GetType().Name);
            return new Delivery(DeliveryKind.Later, "writing");
        }

        try
        {
            return await batch.SendAsync(new Letter($"{mail.Id:N}@{new Uri(site.BaseUrl).Host}", to, content, mail.CreatedAt), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogUnwritten(mail.Id, mail.Kind, e.GetType().Name);
            return new Delivery(DeliveryKind.NotKnown, "sending");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} ({Kind}) could not be written or handed over: {Problem}")]
    private partial void LogUnwritten(Guid id, string kind, string problem);
}
