using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Referrals.Mails;

/// <summary>To the employer: the appointment it made, with a calendar file. A new time replaces the old entry in the calendar.</summary>
public sealed class InterviewMail(WorkBridgeDb db, Site site, TimeProvider clock) : IMailWriter
{
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
        return content with { Attachments = [new InterviewEntry(facts.Referral, site, mail.CreatedAt).Set(InterviewEntry.Reader.Employer, mail.To, facts.InterviewTitle(page))] };
    }
}

/// <summary>
/// To the employer, which decided before the interview it had set: it is off and leaves the calendar. Not sent where the appointment itself was never
/// sent, or the hour has passed. (Where somebody else ended the referral, the mail that asks to delete does the same.)
/// </summary>
public sealed class InterviewOffMail(WorkBridgeDb db, Site site, TimeProvider clock) : IMailWriter
{
    public string Kind => MailKinds.InterviewOff;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var facts = await ReferralMailFacts.LoadAsync(db, mail.SubjectId, now, ct);
        if (facts.Referral.State is not (ReferralState.Trial or ReferralState.Accepted or ReferralState.Declined) || !await db.IsInterviewInCalendarAsync(facts.Referral, MailKinds.Interview, now, ct))
            return null;
        var page = facts.Layout(site);
        page.Paragraph(
            $"Theo trả lời của quý đơn vị cho lời giới thiệu {facts.Referral.Number}, buổi phỏng vấn {page.Moment(facts.Referral.InterviewAt!.Value)} không còn nữa. Mở tệp kèm theo để bỏ khỏi lịch.",
            $"After your answer to referral {facts.Referral.Number} the interview {page.Moment(facts.Referral.InterviewAt!.Value)} is off. Open the attached file to take it out of the calendar.");
        facts.SayWhomToRing(page);
        var content = page.Content($"Bỏ hẹn phỏng vấn, {facts.Referral.Number}", $"Interview off, {facts.Referral.Number}");
        return content with { Attachments = [new InterviewEntry(facts.Referral, site, mail.CreatedAt).Cancel(InterviewEntry.Reader.Employer, mail.To, facts.InterviewTitle(page))] };
    }
}
