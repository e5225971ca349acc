using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using WorkBridge.Email;

namespace WorkBridge.Referrals.Mails;

/// <summary>
/// The interview in its reader's calendar (RFC 5545, sent as RFC 5546 and RFC 6047 say): one entry for one referral and reader. A new time moves it,
/// a cancellation takes it out; both name the same entry with a later sequence, which is the referral's version.
/// </summary>
internal sealed class InterviewEntry(Referral referral, Site site, DateTime stampedAt)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>Who reads it: the employer's entry and the person's are two, and neither answers for the other.</summary>
    public enum Reader
    {
        Employer,
        Person,
    }

    /// <summary>The entry, set or moved.</summary>
    public MailAttachment Set(Reader reader, string address, string title) => Write(CalendarMethods.Request, reader, address, title, "phong-van.ics");

    /// <summary>The entry taken out again.</summary>
    public MailAttachment Cancel(Reader reader, string address, string title) => Write(CalendarMethods.Cancel, reader, address, title, "bo-hen.ics");

    private MailAttachment Write(string method, Reader reader, string address, string title, string file)
    {
        var at = DateTime.SpecifyKind(referral.InterviewAt!.Value, DateTimeKind.Utc);
        var calendar = new Calendar { Method = method, ProductId = "-//WorkBridge//vi" };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"{referral.Id:N}{(reader == Reader.Employer ? "" : "-2")}@{new Uri(site.BaseUrl).Host}",
            Sequence = referral.Version,
            Status = method == CalendarMethods.Cancel ? EventStatus.Cancelled : EventStatus.Confirmed,
            DtStamp = new CalDateTime(DateTime.SpecifyKind(stampedAt, DateTimeKind.Utc)),
            Start = new CalDateTime(at),
            End = new CalDateTime(at + Lasts),
            Summary = title,
            Location = referral.InterviewPlace,
            Organizer = new Organizer("mailto:" + site.MailFrom) { CommonName = site.Name },
            Attendees = [new Attendee("mailto:" + address) { Rsvp = false, Role = ParticipationRole.RequiredParticipant, ParticipationStatus = EventParticipationStatus.NeedsAction }],
        });
        return new MailAttachment(file, $"text/calendar; charset=utf-8; method={method}", Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? ""));
    }
}
