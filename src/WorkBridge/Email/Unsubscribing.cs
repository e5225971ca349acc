using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
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

    /// <summary>
    /// Mails to a person; the id is the person's. Stopping them takes the consent to be reminded back, and the link cannot give it again: that
    /// takes a question with its notice.
    /// </summary>
    Person = 3,
}

/// <summary>
/// Stopping a list by the link in its mails, by hand or by the one click of a mail program (RFC 8058). The token is the
/// list and the id, signed; it does nothing but stop that list, works
/// as often as it is used, and never ends, since a mail may be read years later.
/// </summary>
public sealed class Unsubscribing(KeyRing keys, Site site)
{
    private const string Purpose = "unsubscribe";

    /// <summary>The address at which a reader stops a list.</summary>
    public string From(MailList list, Guid id) => site.Link("/Unsubscribe/" + SignedToken.Make(keys, Purpose, [(byte)list, .. id.ToByteArray(bigEndian: true)]));

    /// <summary>Which list of whom a token stops; null for everything that was never a token.</summary>
    public (MailList List, Guid Id)? Read(string token) =>
        SignedToken.Read(keys, Purpose, token) is { Length: 17 } says && Enum.IsDefined((MailList)says[0]) ? ((MailList)says[0], new Guid(says.AsSpan(1), bigEndian: true)) : null;
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
public sealed class SwitchMailList(WorkBridgeDb db, WithdrawConsent withdraw)
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
            case MailList.Person when !on && await db.Consents.CurrentAsync(id, Purpose.Reminders, null, ct) is { CanWithdraw: true }:
                await withdraw.RunAsync(id, Purpose.Reminders, null, new AnswerSetting(ConsentWay.Mail, null, null, false, null), ct);
                return;
        }

        await db.SaveChangesAsync(ct);
    }
}
