using Microsoft.EntityFrameworkCore;
using MimeKit;
using WorkBridge.Data;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Email;

/// <summary>What a returned mail told: the status, and whether it is for good.</summary>
public sealed record MailReturn(string Code, bool Permanent);

/// <summary>
/// Records that mail came back: from a delivery report (RFC 3464) that a mail program saved as a file, or by word. A permanent
/// failure stops further mail to the address; a delay stops nothing. A report counts only where it returns a mail of ours or
/// names an address that we have written to, so that a forged one can stop nobody else's mail. Throws
/// <see cref="RuleBroken"/> with words beside the file or the address when it is no such report, or we never wrote there.
/// </summary>
public sealed class RecordReturn(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task<MailReturn> RunAsync(Stream report, CancellationToken ct)
    {
        var (status, recipient, messageId) = await ReadAsync(report, ct);
        var mail = await OursAsync(messageId, recipient, ct)
            ?? throw new RuleBroken(Rule.FileUnreadable, "File", new Words("Thư báo này không nói về thư nào của WorkBridge.", "This report is about no mail of WorkBridge."));
        var permanent = status.StartsWith('5');
        if (permanent)
            await StopAsync(await AddressAsync(mail, ct), status, ct);
        return new MailReturn(status, permanent);
    }

    /// <summary>An officer says that mail to a person of the own communes comes back.</summary>
    public async Task RunAsync(Guid returneeId, CancellationToken ct)
    {
        var person = await db.Returnees.Of(user).AsNoTracking().SingleOrDefaultAsync(r => r.Id == returneeId, ct) ?? throw new RuleBroken(Rule.NotFound);
        await StopAsync(person.Details.Email, MailStop.Told, ct);
    }

    /// <summary>Somebody says that mail to this address comes back.</summary>
    public async Task RunAsync(string address, CancellationToken ct)
    {
        var mail = await OursAsync(null, address, ct)
            ?? throw new RuleBroken(Rule.NothingToSend, "Address", new Words("WorkBridge chưa gửi thư nào tới địa chỉ này.", "WorkBridge has sent no mail to this address."));
        await StopAsync(mail.To, MailStop.Told, ct);
    }

    /// <summary>Where a mail of ours went: a person's address is the one that stands now, and null when the person or the address is gone.</summary>
    private async Task<string?> AddressAsync(OutboxMail mail, CancellationToken ct) => mail.IsToPerson
        ? (await db.Referrals.Where(r => r.Id == mail.SubjectId).Join(db.Returnees, r => r.ReturneeId, p => p.Id, (r, p) => p).AsNoTracking().SingleOrDefaultAsync(ct))?.Details.Email
        : mail.To;

    private async Task StopAsync(string? address, string code, CancellationToken ct)
    {
        if (address is null || await db.StopOfAsync(address, ct) is not null)
            return;
        db.MailStops.Add(new MailStop(MailStop.MacOf(db.NeededKeys, address), code, user.Actor, clock.UtcNow()));
        await db.SaveChangesAsync(ct);
    }

    private async Task<OutboxMail?> OursAsync(string? messageId, string? recipient, CancellationToken ct)
    {
        if (messageId?.Split('@')[0] is { } id && Guid.TryParseExact(id, "N", out var mailId)
            && await db.Outbox.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mailId, ct) is { } mail)
            return mail;
        if (recipient is null)
            return null;
        // A report may be forged: what stands for the address of a person is nobody's address.
        var written = (await db.Outbox.Where(m => m.To != OutboxMail.ThePerson).Select(m => m.To).Distinct().ToListAsync(ct)).Where(to => string.Equals(to, recipient.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return await db.Outbox.AsNoTracking().Where(m => written.Contains(m.To)).OrderByDescending(m => m.CreatedAt).FirstOrDefaultAsync(ct);
    }

    private static async Task<(string Status, string? Recipient, string? MessageId)> ReadAsync(Stream report, CancellationToken ct)
    {
        try
        {
            using var message = await MimeMessage.LoadAsync(report, ct);
            var groups = message.BodyParts.OfType<MessageDeliveryStatus>().SelectMany(s => s.StatusGroups).Where(g => g["Status"] is not null).ToList();
            if (groups.Count > 0 && groups[0]["Status"]!.Split(' ', '(')[0].Trim() is { Length: > 0 and <= MailStop.CodeLength } status && status[0] is '4' or '5')
                return (status, AddressIn(groups[0]["Original-Recipient"]) ?? AddressIn(groups[0]["Final-Recipient"]), Original(message));
        }
        catch (FormatException)
        {
            // Not a message at all.
        }

        throw new RuleBroken(Rule.FileUnreadable, "File", new Words("Tệp này không phải thư báo trả lại (.eml). Lưu thư báo từ hộp thư thành tệp rồi thử lại.", "This file is no report of returned mail (.eml). Save the report from the mailbox as a file and try again."));
    }

    /// <summary>"rfc822; hanh@dongtam.vn" as an address.</summary>
    private static string? AddressIn(string? field) => field?[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim() is { Length: > 0 } address ? address : null;

    /// <summary>The Message-ID of the mail that came back, from its copy or its headers alone.</summary>
    private static string? Original(MimeMessage report)
    {
        foreach (var part in report.BodyParts)
        {
            if (part is MessagePart { Message.MessageId: { } whole })
                return whole;
            if (part is TextPart headers && headers.ContentType.IsMimeType("text", "rfc822-headers"))
            {
                using var read = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(headers.Text + "\r\n\r\n"));
                return MimeMessage.Load(read).MessageId;
            }
        }

        return null;
    }
}

/// <summary>Mail goes to an address again: it was put right at the other end, or the report was wrong.</summary>
public sealed class LiftMailStop(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <summary>To the address of a person of the own communes.</summary>
    public async Task RunAsync(Guid returneeId, CancellationToken ct)
    {
        var person = await db.Returnees.Of(user).AsNoTracking().SingleOrDefaultAsync(r => r.Id == returneeId, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (person.Details.Email is { } address)
            await RunAsync(address, ct);
    }

    public async Task RunAsync(string address, CancellationToken ct)
    {
        if (await db.StopOfAsync(address, ct) is not { } stop)
            return;
        stop.Lift(user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}
