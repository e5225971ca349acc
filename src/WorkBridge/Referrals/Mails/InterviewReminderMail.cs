using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Referrals.Mails;

/// <summary>
/// To the employer, the day before: the interview it set. Not sent when the appointment moved, fell away or has begun, or the consent for
/// this employer does not stand any more.
/// </summary>
public sealed class InterviewReminderMail(WorkBridgeDb db, Site site, TimeProvider clock) : IMailWriter
{
    public string Kind => MailKinds.InterviewReminder;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var facts = await ReferralMailFacts.LoadAsync(db, mail.SubjectId, now, ct);
        if (facts is not { Referral: { State: ReferralState.InterviewSet, InterviewAt: { } at }, ConsentStands: true } || at <= now)
            return null;
        var appointment = (await db.AppointmentsOfAsync([mail.SubjectId], ct))[mail.SubjectId];
        if (mail.Key != ReferralMails.InterviewReminderKey(mail.SubjectId, appointment.Id))
            return null;
        var page = facts.Layout(site);
        page.Paragraph(
                $"Nhắc lịch: quý đơn vị đã hẹn phỏng vấn người được giới thiệu, mã {facts.Referral.Number}.",
                $"A reminder of the interview you set with the person introduced, referral {facts.Referral.Number}.")
            .Fact("Thời gian", "When", page.Moment(at))
            .Fact("Nơi gặp", "Where", facts.Referral.InterviewPlace)
            .Fact("Chỗ làm", "Opening", facts.Opening.Title)
            .Small("Muốn đổi giờ, xin mở lại đường dẫn đã nhận.", "To change the time, open the link you were sent again.");
        facts.SayWhomToRing(page);
        return page.Content(
            $"Nhắc: phỏng vấn {page.Moment(at)}, {facts.Referral.Number}",
            $"Reminder: interview {page.Moment(at)}, {facts.Referral.Number}");
    }
}
