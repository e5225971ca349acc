using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Referrals.Mails;

/// <summary>To an employer that was told of somebody: it is over, please delete. Not sent when the first mail never left.</summary>
public sealed class ReferralDeleteMail(WorkBridgeDb db, Site site, TimeProvider clock) : IMailWriter
{
    public string Kind => MailKinds.ReferralDelete;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var facts = await ReferralMailFacts.LoadAsync(db, mail.SubjectId, now, ct);
        var key = ReferralMails.SentKey(facts.Referral.Id);
        if (facts.Referral.SeenAt is null && !await db.Outbox.AnyAsync(m => m.Key == key && m.State == MailState.Sent, ct))
            return null;
        var page = facts.Layout(site);
        page.Paragraph(
                $"Lời giới thiệu {facts.Referral.Number} cho chỗ “{facts.Opening.Title}” đã kết thúc. Quý đơn vị không cần trả lời nữa.",
                $"Referral {facts.Referral.Number} for “{facts.Opening.Title}” is over. No answer is needed any more.")
            .Paragraph(
                "Nếu đã ghi lại điều gì về người được giới thiệu, xin quý đơn vị xoá: giấy tờ, tin nhắn, bản chụp màn hình. Luật Bảo vệ dữ liệu cá nhân (91/2025/QH15, Điều 25) yêu cầu xoá thông tin của người dự tuyển khi hai bên không nhận việc.",
                "If anything about the person introduced was noted, please delete it: papers, messages, screenshots. The Law on Personal Data Protection (91/2025/QH15, Article 25) asks that a candidate's data be deleted when no work comes of it.")
            .Paragraph("Cảm ơn quý đơn vị.", "Thank you.");
        facts.SayWhomToRing(page);
        var inCalendar = await db.IsInterviewInCalendarAsync(facts.Referral, MailKinds.Interview, now, ct);
        if (inCalendar)
            page.Small("Buổi phỏng vấn đã hẹn không còn nữa. Mở tệp kèm theo để bỏ khỏi lịch.", "The interview that was set is off. Open the attached file to take it out of the calendar.");
        var content = page.Content(
            $"Lời giới thiệu {facts.Referral.Number} đã kết thúc, xin xoá thông tin",
            $"Referral {facts.Referral.Number} is over, please delete the information");
        return inCalendar
            ? content with { Attachments = [new InterviewEntry(facts.Referral, site, mail.CreatedAt).Cancel(InterviewEntry.Reader.Employer, mail.To, facts.InterviewTitle(page))] }
            : content;
    }
}
