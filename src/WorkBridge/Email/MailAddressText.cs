using MimeKit;

namespace WorkBridge.Email;

/// <summary>
/// Whether a text is the address of exactly one mailbox: parsed and written back it must be the same text, so that
/// "a@x.vn,b@y.vn", "Ông A &lt;a@x.vn&gt;" and a line break are refused.
/// </summary>
public static class MailAddressText
{
    public static bool IsOne(string? text) =>
        !string.IsNullOrEmpty(text)
        && text.Length <= OutboxMail.AddressLength
        && text.All(c => c is > ' ' and < '\x7f')
        && text.Count(c => c == '@') == 1
        && MailboxAddress.TryParse(text, out var mailbox)
        && string.IsNullOrEmpty(mailbox.Name)
        && mailbox.Address == text
        && mailbox.Domain.Contains('.', StringComparison.Ordinal)
        && !mailbox.Domain.StartsWith('.')
        && !mailbox.Domain.EndsWith('.');

    /// <summary>For screens of people who may not know it: "h…@dongtam.vn" becomes "h***@d***".</summary>
    public static string Mask(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at <= 0 || at == address.Length - 1 ? "***" : $"{address[0]}***@{address[at + 1]}***";
    }
}
