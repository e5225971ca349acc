using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Referrals.Mails;

/// <summary>To the employer, after three and seven days of silence. Not sent when an answer came first, or to an employer who wants no reminders.</summary>
public sealed class ReferralReminderMail(WorkBridgeDb db, LinkTokens tokens, Unsubscribing unsubscribing, Site site, TimeProvider clock) : IMailWriter
{
    public string Kind => MailKinds.ReferralReminder;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var facts = await ReferralMailFacts.LoadAsync(db, mail.SubjectId, clock.UtcNow(), ct);
        if (facts.Referral.State is not (ReferralState.Sent or ReferralState.Seen) || facts is not { ConsentStands: true, Link: { } link, Employer.TakesReminders: true })
            return null;
        // What piled up is merged: of two that were not sent yet the later one is.
        if (await db.Outbox.AnyAsync(m => m.SubjectId == mail.SubjectId && m.Kind == mail.Kind && m.CreatedAt > mail.CreatedAt, ct))
            return null;
        var page = facts.Layout(site);
        var day = page.Day(facts.Referral.AnswerBy!.Value);
        page.Paragraph(
                $"{facts.Centre.Vi} còn chờ trả lời của {facts.Employer.Name} về lời giới thiệu một người làm {facts.Trade.Vi} cho chỗ “{facts.Opening.Title}”.",
                $"{facts.Centre.En} is still waiting for an answer from {facts.Employer.Name} about a worker ({facts.Trade.En}) for “{facts.Opening.Title}”.")
            .Paragraph(
                "Trả lời chỉ mất một phút, kể cả khi lần này chưa phù hợp.",
                "Answering takes a minute, also when it does not fit this time.")
            .Fact("Mong nhận trả lời đến hết", "Please answer by", day)
            .Fact("Mã giới thiệu", "Referral", facts.Referral.Number)
            .Button("Mở lời giới thiệu", "Open the referral", site.Link("/R/" + tokens.TokenFor(link.Id)));
        facts.SayWhomToRing(page);
        return page.Leave(unsubscribing.From(MailList.Reminders, facts.Employer.Id)).Content(
            $"Nhắc: lời giới thiệu một người làm {facts.Trade.Vi}, mong trả lời đến hết {day}",
            $"Reminder: a worker is introduced ({facts.Trade.En}), please answer by {day}");
    }
}
