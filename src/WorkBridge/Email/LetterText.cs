using MimeKit;
using MimeKit.Text;

namespace WorkBridge.Email;

/// <summary>Turns a letter into a MIME message.</summary>
public static class LetterText
{
    /// <exception cref="FormatException">The address is not that of exactly one mailbox.</exception>
    public static MimeMessage Of(Letter letter, Site site)
    {
        if (!MailAddressText.IsOne(letter.To))
            throw new FormatException("Not the address of one mailbox.");
        var message = new MimeMessage
        {
            MessageId = letter.MessageId,
            Subject = letter.Content.Subject,
            Date = new DateTimeOffset(Clock.Local(letter.At), Clock.Zone.GetUtcOffset(letter.At)),
            Body = Body(letter.Content),
        };
        message.From.Add(new MailboxAddress(site.Name, site.MailFrom));
        message.To.Add(MailboxAddress.Parse(letter.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (letter.Content.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }

    private static MimeEntity Body(MailContent content)
    {
        var both = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = content.Text },
            new TextPart(TextFormat.Html) { Text = content.Html },
        };
        // A calendar stands among the ways of reading the mail, where mail programs look for it, and as a file for the others (RFC 6047).
        foreach (var calendar in content.Attachments.Where(a => a.IsCalendar))
            both.Add(Part(calendar, calendar.ContentType, null));
        if (content.Attachments.Count == 0)
            return both;
        var mixed = new Multipart("mixed") { both };
        foreach (var attachment in content.Attachments)
            mixed.Add(Part(attachment, attachment.IsCalendar ? "application/ics" : attachment.ContentType, attachment.FileName));
        return mixed;
    }

    private static MimePart Part(MailAttachment attachment, string type, string? file)
    {
        var part = new MimePart(ContentType.Parse(type))
        {
            Content = new MimeContent(new MemoryStream(attachment.Bytes)),
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        if (file is not null)
            (part.ContentDisposition, part.FileName) = (new ContentDisposition(ContentDisposition.Attachment), file);
        return part;
    }
}
