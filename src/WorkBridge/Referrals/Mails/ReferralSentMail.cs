using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Referrals.Mails;

/// <summary>To the employer: a trade, an opening, a day to answer by and the link. Nothing about the person.</summary>
public sealed class ReferralSentMail(WorkBridgeDb db, LinkTokens tokens, Site site, TimeProvider clock) : IMailWriter
{
    public string Kind => MailKinds.ReferralSent;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var facts = await ReferralMailFacts.LoadAsync(db, mail.SubjectId, clock.UtcNow(), ct);
        if (!facts.Referral.IsWithEmployer || facts is not { ConsentStands: true, Link: { } link })
            return null;
        var page = facts.Layout(site);
        var day = page.Day(facts.Referral.AnswerBy!.Value);
        page.Paragraph(
                $"{facts.Centre.Vi} giới thiệu một người làm {facts.Trade.Vi} cho chỗ “{facts.Opening.Title}” của {facts.Employer.Name}.",
                $"{facts.Centre.En} introduces a worker ({facts.Trade.En}) for “{facts.Opening.Title}” at {facts.Employer.Name}.")
            .Fact("Mong nhận trả lời đến hết", "Please answer by", day)
            .Fact("Mã giới thiệu", "Referral", facts.Referral.Number)
            .Button("Mở lời giới thiệu", "Open the referral", site.Link("/R/" + tokens.TokenFor(link.Id)))
            .Small(
                $"Không cần tài khoản. Đường dẫn này dành riêng cho lần giới thiệu này, mở được đến hết {page.Day(LinkTokens.LastDayOf(link))}; xin không chuyển tiếp.",
                $"No account is needed. The link is for this referral alone and opens until {page.Day(LinkTokens.LastDayOf(link))}; please do not forward it.");
        facts.SayWhomToRing(page);
        return page.Content(
            $"Giới thiệu một người làm {facts.Trade.Vi}, mong trả lời đến hết {day}",
            $"A worker is introduced ({facts.Trade.En}), please answer by {day}");
    }
}
