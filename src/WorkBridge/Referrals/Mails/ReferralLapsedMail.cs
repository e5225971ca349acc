using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Referrals.Mails;

/// <summary>To the officer: no answer came in time.</summary>
public sealed class ReferralLapsedMail(WorkBridgeDb db, Site site, TimeProvider clock) : IMailWriter
{
    public string Kind => MailKinds.ReferralLapsedOfficer;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var facts = await ReferralMailFacts.LoadAsync(db, mail.SubjectId, clock.UtcNow(), ct);
        var page = new MailLayout("vi", site);
        page.Paragraph(
                $"Lời giới thiệu {facts.Referral.Number} tới {facts.Employer.Name} đã hết hạn, chưa có trả lời.",
                $"Referral {facts.Referral.Number} to {facts.Employer.Name} has lapsed without an answer.")
            .Paragraph("Nên gọi cho nơi tuyển, hoặc tìm chỗ khác cho người được giới thiệu.", "Ring the employer, or look for another place.")
            .Button("Mở trong WorkBridge", "Open in WorkBridge", site.Link($"/Referrals/{facts.Referral.Id}"));
        return page.Content($"{facts.Referral.Number}: hết hạn, chưa có trả lời", $"{facts.Referral.Number}: lapsed without an answer");
    }
}
