using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Referrals.Mails;

/// <summary>To the officer: an employer answered. Not sent once the person took the referral back. Which person it is stands behind the sign-in.</summary>
public sealed class ReferralAnsweredMail(WorkBridgeDb db, Site site, TimeProvider clock) : IMailWriter
{
    public string Kind => MailKinds.ReferralAnswered;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var facts = await ReferralMailFacts.LoadAsync(db, mail.SubjectId, clock.UtcNow(), ct);
        if (facts.Referral.State == ReferralState.WithdrawnByPerson)
            return null;
        var page = new MailLayout("vi", site);
        var state = ReferralWords.Of(facts.Referral.State);
        page.Paragraph(
                $"{facts.Employer.Name} đã trả lời lời giới thiệu {facts.Referral.Number} cho chỗ “{facts.Opening.Title}”.",
                $"{facts.Employer.Name} answered referral {facts.Referral.Number} for “{facts.Opening.Title}”.")
            .Fact("Bây giờ", "Now", page.Pick(state))
            .Button("Mở trong WorkBridge", "Open in WorkBridge", site.Link($"/Referrals/{facts.Referral.Id}"));
        return page.Content($"{facts.Referral.Number}: nơi tuyển đã trả lời", $"{facts.Referral.Number}: the employer answered");
    }
}
