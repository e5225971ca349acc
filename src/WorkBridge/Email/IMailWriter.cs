namespace WorkBridge.Email;

/// <summary>Writes one kind of mail at the moment it is sent, from what is true then.</summary>
public interface IMailWriter
{
    /// <summary>The kind it writes (a name in <see cref="MailKinds"/>).</summary>
    string Kind { get; }

    /// <summary>The mail, or null when it is no longer due (it is then cancelled).</summary>
    Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct);
}

/// <summary>A mail ready to send, in the reader's language: never a name, a number or a word about the past.</summary>
public sealed record MailContent(string Subject, string Text, string Html)
{
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Where a mail to a person goes (<see cref="OutboxMail.IsToPerson"/>); of no meaning for other mails.</summary>
    public string? To { get; init; }

    /// <summary>The address that stops mails like this one by a POST (RFC 8058); null where the mail is a duty.</summary>
    public string? Unsubscribe { get; init; }
}

public sealed record MailAttachment(string FileName, string ContentType, byte[] Bytes)
{
    public bool IsCalendar => ContentType.StartsWith("text/calendar", StringComparison.Ordinal);
}
