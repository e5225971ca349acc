using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Referrals;
using WorkBridge.Referrals.Mails;

namespace WorkBridge.Placements.Mails;

/// <summary>To the employer at each step of the follow-ups: the work, its first day and a link that one touch answers. No name. Not sent to an employer who wants no reminders.</summary>
public sealed class StillThereMail(WorkBridgeDb db, LinkTokens tokens, Unsubscribing unsubscribing, Site site, TimeProvider clock) : IMailWriter
{
    public string Kind => MailKinds.StillThere;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (await db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == mail.SubjectId, ct) is not { Step: { } step } link || !link.IsOpen(now))
            return null;
        var placement = await db.Placements.AsNoTracking().SingleAsync(p => p.Id == link.PlacementId, ct);
        if (placement.State == PlacementState.Ended || !await db.MayAskEmployerAsync(placement, now, ct))
            return null;
        if (await db.FollowUps.AnyAsync(f => f.PlacementId == placement.Id && f.Reached && f.Step >= step, ct))
            return null;
        var facts = await ReferralMailFacts.LoadAsync(db, link.ReferralId, now, ct);
        if (!facts.Employer.TakesReminders)
            return null;
        var page = facts.Layout(site);
        var (since, until) = (page.Day(placement.StartsOn), page.Day(LinkTokens.LastDayOf(link)));
        if (placement.IsTraining && await db.EndAssessments.AnyAsync(a => a.PlacementId == placement.Id, ct))
            return null;
        page.Paragraph(
                placement.IsTraining
                    ? $"{facts.Centre.Vi} hỏi thăm: người học nghề {facts.Trade.Vi}, vào học từ {since} theo lời giới thiệu {facts.Referral.Number}, còn học ở {facts.Employer.Name} không? Học xong hoặc đã nghỉ thì ký luôn đánh giá cuối khoá."
                    : $"{facts.Centre.Vi} hỏi thăm: người làm {facts.Trade.Vi}, vào làm từ {since} theo lời giới thiệu {facts.Referral.Number}, còn làm ở {facts.Employer.Name} không?",
                placement.IsTraining
                    ? $"{facts.Centre.En} asks how it goes: is the learner ({facts.Trade.En}) who began on {since}, referral {facts.Referral.Number}, still in training with {facts.Employer.Name}? When it is over, you can sign the end assessment at once."
                    : $"{facts.Centre.En} asks how it goes: is the worker ({facts.Trade.En}) who began on {since}, referral {facts.Referral.Number}, still with {facts.Employer.Name}?")
            .Paragraph("Một lần chạm và một lần xác nhận là xong.", "One touch and one confirmation are enough.")
            .Button(placement.IsTraining ? "Vẫn đang học, hay đã kết thúc?" : "Vẫn đang làm, hay đã nghỉ?", placement.IsTraining ? "Still in training, or over?" : "Still here, or left?", site.Link("/R/Still/" + tokens.TokenFor(link.Id)))
            .Small(
                $"Không cần tài khoản. Đường dẫn này chỉ để trả lời câu hỏi trên, mở được đến hết {until}; xin không chuyển tiếp.",
                $"No account is needed. The link answers this question alone and opens until {until}; please do not forward it.");
        facts.SayWhomToRing(page);
        return page.Leave(unsubscribing.From(MailList.Reminders, facts.Employer.Id)).Content(placement.IsTraining ? $"Hỏi thăm theo lời giới thiệu {facts.Referral.Number}: còn học ở quý đơn vị không?" : $"Hỏi thăm theo lời giới thiệu {facts.Referral.Number}: còn làm ở quý đơn vị không?", $"Referral {facts.Referral.Number}: still with you?");
    }
}
