using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkBridge.Data;

namespace WorkBridge.Email;

/// <summary>
/// Sends what is due. A row is claimed before its mail leaves (two workers cannot both hold it), written at that moment,
/// sent once and marked; a process that dies between sending and marking sends it again under the same Message-ID.
/// May run at any time, on several nodes, twice.
/// </summary>
public sealed partial class DeliverMail(WorkBridgeDb db, IEnumerable<IMailWriter> writers, IMailTransport transport, Site site, TimeProvider clock, ILogger<DeliverMail> log)
{
    /// <summary>Mails of one run; the next run takes the rest.</summary>
    public const int Most = 200;

    private readonly Dictionary<string, IMailWriter> writers = writers.ToDictionary(w => w.Kind, StringComparer.Ordinal);

    /// <summary>Returns how many mails were delivered.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var due = await db.Outbox
            .Where(m => m.State == MailState.Waiting && m.NextTryAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil <= now))
            .OrderBy(m => m.NextTryAt)
            .Select(m => m.Id)
            .Take(Most)
            .ToListAsync(ct);
        var delivered = 0;
        var batch = transport.Begin();
        await using (batch)
        {
            foreach (var id in due)
            {
                ct.ThrowIfCancellationRequested();
                if (await ClaimAsync(id, ct) is not { } mail)
                    continue;
                var result = await TryAsync(mail, batch, ct);
                if (result is { Kind: DeliveryKind.Delivered })
                    delivered++;
                if (result is { ServerAnswered: false })
                    break;
            }
        }

        return delivered;
    }

    private async Task<OutboxMail?> ClaimAsync(Guid id, CancellationToken ct)
    {
        // One mail at a time is tracked, so that a lost race or a failed save can never take another mail with it.
        db.ChangeTracker.Clear();
        var mail = await db.Outbox.SingleOrDefaultAsync(m => m.Id == id, ct);
        var now = clock.UtcNow();
        if (mail is null || !mail.IsDue(now))
            return null;
        mail.Claim(now);
        return await SavedAsync(ct) ? mail : null;
    }

    private async Task<Delivery?> TryAsync(OutboxMail mail, IMailBatch batch, CancellationToken ct)
    {
        var result = await WriteAndSendAsync(mail, batch, ct);
        var now = clock.UtcNow();
        switch (result)
        {
            case null:
                mail.Cancel();
                break;
            case { Kind: DeliveryKind.Delivered }:
                mail.Delivered(now);
                break;
            default:
                mail.Failed(result.Code, result.Kind == DeliveryKind.Never, now);
                LogFailed(mail.Id, mail.Kind, mail.Attempts, result.Code);
                break;
        }

        // What was sent is marked even while the process is asked to stop.
        if (!await SavedAsync(CancellationToken.None))
            LogTaken(mail.Id);
        return result;
    }

    private async Task<Delivery?> WriteAndSendAsync(OutboxMail mail, IMailBatch batch, CancellationToken ct)
    {
        if (!MailAddressText.IsOne(mail.To))
            return new Delivery(DeliveryKind.Never, "address");
        if (!writers.TryGetValue(mail.Kind, out var writer))
            return new Delivery(DeliveryKind.Later, "no-writer");
        MailContent? content;
        try
        {
            content = await writer.WriteAsync(mail, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogUnwritten(mail.Id, mail.Kind, e.GetType().Name);
            return new Delivery(DeliveryKind.Later, "writing");
        }

        return content is null
            ? null
            : await batch.SendAsync(new Letter($"{mail.Id:N}@{new Uri(site.BaseUrl).Host}", mail.To, content, mail.CreatedAt), ct);
    }

    private async Task<bool> SavedAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} ({Kind}) was not delivered at attempt {Attempt}: {Code}")]
    private partial void LogFailed(Guid id, string kind, int attempt, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} ({Kind}) could not be written: {Problem}")]
    private partial void LogUnwritten(Guid id, string kind, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} was taken by another worker before it could be marked")]
    private partial void LogTaken(Guid id);
}
