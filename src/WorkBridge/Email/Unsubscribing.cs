using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Digests;
using WorkBridge.Staff;

namespace WorkBridge.Email;

/// <summary>Mails that are a service and no duty, which their reader may stop.</summary>
public enum MailList
{
    /// <summary>Digests to staff; the id is that of the account.</summary>
    Digest = 1,

    /// <summary>Reminders to an employer; the id is that of the employer. Referrals, appointments and what follows from them still come.</summary>
    Reminders = 2,
}

/// <summary>
/// Stopping a list by the link in its mails, by hand or by the one click of a mail program (RFC 8058). The token is the
/// list, the id and 160 bits of an HMAC of both under a key outside the database; it does nothing but stop that list, works
/// as often as it is used, and never ends, since a mail may be read years later.
/// </summary>
public sealed class Unsubscribing(KeyRing keys, Site site)
{
    public const string Path = "/Unsubscribe/";

    private const int IdBytes = 16;
    private const int MacBytes = 20;

    /// <summary>Length of a token in characters.</summary>
    public const int Length = 50;

    /// <summary>The address at which a reader stops a list.</summary>
    public string From(MailList list, Guid id)
    {
        Span<byte> token = stackalloc byte[1 + IdBytes + MacBytes];
        token[0] = (byte)list;
        id.TryWriteBytes(token[1..], bigEndian: true, out _);
        keys.Mac("unsubscribe", token[..(1 + IdBytes)]).AsSpan(0, MacBytes).CopyTo(token[(1 + IdBytes)..]);
        return site.Link(Path + Base64Url.EncodeToString(token));
    }

    /// <summary>Which list of whom a token stops; null for everything that was never a token.</summary>
    public (MailList List, Guid Id)? Read(string? token)
    {
        Span<byte> bytes = stackalloc byte[1 + IdBytes + MacBytes];
        if (token is not { Length: Length } || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var written) || written != bytes.Length)
            return null;
        var mac = keys.Mac("unsubscribe", bytes[..(1 + IdBytes)]).AsSpan(0, MacBytes);
        return CryptographicOperations.FixedTimeEquals(mac, bytes[(1 + IdBytes)..]) && Enum.IsDefined((MailList)bytes[0])
            ? ((MailList)bytes[0], new Guid(bytes.Slice(1, IdBytes), bigEndian: true))
            : null;
    }
}

/// <summary>What the one who is signed in wants to be told by mail: a contact answers for the employer, staff for themselves.</summary>
public sealed class ChooseMails(WorkBridgeDb db, CurrentUser user)
{
    public async Task RunAsync(DigestRhythm digest, bool tellAtOnce, bool reminders, CancellationToken ct)
    {
        if (user.IsContact)
            (await db.Employers.SingleAsync(e => e.Id == user.EmployerId, ct)).Remind(reminders);
        else
            (await db.Users.SingleAsync(a => a.Id == user.AccountId, ct)).Receive(digest, tellAtOnce);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Stops a list for its reader, or lets it begin again. Doing it twice is doing it once; an id that is nobody's changes nothing.</summary>
public sealed class SwitchMailList(WorkBridgeDb db)
{
    public async Task RunAsync(MailList list, Guid id, bool on, CancellationToken ct)
    {
        switch (list)
        {
            case MailList.Digest:
                if (await db.Users.SingleOrDefaultAsync(a => a.Id == id, ct) is { } account)
                    account.Receive(on ? DigestRhythm.Daily : DigestRhythm.Never, account.TellsAtOnce);
                break;
            case MailList.Reminders:
                (await db.Employers.SingleOrDefaultAsync(e => e.Id == id, ct))?.Remind(on);
                break;
        }

        await db.SaveChangesAsync(ct);
    }
}
