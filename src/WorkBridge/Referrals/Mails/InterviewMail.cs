using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Referrals.Mails;

/// <summary>To the employer: the appointment it made, with a calendar file. A new time replaces the old entry in the calendar.</summary>
public sealed class InterviewMail(WorkBridgeDb db, Site site, TimeProvider clock) : IMailWriter
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    public string Kind => MailKinds.Interview;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var facts = await ReferralMailFacts.LoadAsync(db, mail.SubjectId, clock.UtcNow(), ct);
        if (facts.Referral is not { State: ReferralState.InterviewSet, InterviewAt: { } at } || !facts.ConsentStands)
            return null;
        if (await db.Outbox.AnyAsync(m => m.SubjectId == mail.SubjectId && m.Kind == mail.Kind && m.CreatedAt > mail.CreatedAt, ct))
            return null;
        var page = facts.Layout(site);
        page.Paragraph(
                $"Cảm ơn quý đơn vị đã mời phỏng vấn theo lời giới thiệu {facts.Referral.Number}. Trung tâm sẽ báo cho người được giới thiệu.",
                $"Thank you for the invitation to an interview, referral {facts.Referral.Number}. The centre tells the person introduced.")
            .Fact("Thời gian", "When", page.Moment(at))
            .Fact("Nơi gặp", "Where", facts.Referral.InterviewPlace)
            .Fact("Chỗ làm", "Opening", facts.Opening.Title)
            .Small("Tệp lịch gửi kèm. Muốn đổi giờ, xin mở lại đường dẫn đã nhận.", "A calendar file is attached. To change the time, open the link you were sent again.");
        facts.SayWhomToRing(page);
        var content = page.Content(
            $"Hẹn phỏng vấn {page.Moment(at)}, {facts.Referral.Number}",
            $"Interview {page.Moment(at)}, {facts.Referral.Number}");
        return content with { Attachments = [new MailAttachment("phong-van.ics", "text/calendar; charset=utf-8; method=PUBLISH", Calendar(facts, page, at, mail.CreatedAt))] };
    }

    private byte[] Calendar(ReferralMailFacts facts, MailLayout page, DateTime at, DateTime stampedAt)
    {
        var calendar = new Calendar { Method = "PUBLISH", ProductId = "-//WorkBridge//vi" };
        calendar.Events.Add(new CalendarEvent
        {
            // One entry for one referral: a later sequence moves it.
            Uid = $"{facts.Referral.Id:N}@{new Uri(site.BaseUrl).Host}",
            Sequence = facts.Referral.Version,
            DtStamp = new CalDateTime(DateTime.SpecifyKind(stampedAt, DateTimeKind.Utc)),
            Start = new CalDateTime(DateTime.SpecifyKind(at, DateTimeKind.Utc)),
            End = new CalDateTime(DateTime.SpecifyKind(at + Lasts, DateTimeKind.Utc)),
            Summary = page.Pick($"Phỏng vấn {facts.Referral.Number}, {facts.Trade.Vi}", $"Interview {facts.Referral.Number}, {facts.Trade.En}"),
            Location = facts.Referral.InterviewPlace,
        });
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }
}
