using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Openings;

/// <summary>What the mails about an opening have in common: they are due only while the opening is as they say.</summary>
public abstract class OpeningMail(WorkBridgeDb db, Site site) : IMailWriter
{
    public abstract string Kind { get; }

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var found = await db.Openings.AsNoTracking().Where(o => o.Id == mail.SubjectId)
            .Join(db.Employers, o => o.EmployerId, e => e.Id, (opening, employer) => new { opening, employer.Language, employer.TakesReminders })
            .SingleOrDefaultAsync(ct);
        return found is null || !IsDue(found.opening) || (IsReminder && !found.TakesReminders)
            ? null
            : Write(new MailLayout(found.Language, site).Paragraph("Chào anh/chị,", "Hello,"), found.opening, site.Link($"/Hire/Openings/{found.opening.Id}"));
    }

    protected abstract bool IsDue(Opening opening);

    /// <summary>True where the mail is no duty, so that an employer may stop it.</summary>
    protected virtual bool IsReminder => false;

    protected abstract MailContent Write(MailLayout mail, Opening opening, string link);
}

/// <summary>The opening can be seen from now on.</summary>
public sealed class OpeningLiveMail(WorkBridgeDb db, Site site) : OpeningMail(db, site)
{
    public override string Kind => MailKinds.OpeningLive;

    protected override bool IsDue(Opening opening) => opening.IsLive;

    protected override MailContent Write(MailLayout mail, Opening opening, string link) => mail
        .Paragraph($"Tin “{opening.Title}” đã được đăng. Khi có người phù hợp, trung tâm gửi thư giới thiệu.", $"“{opening.Title}” is posted. When somebody fits, the centre sends you a referral.")
        .Button("Xem tin", "See the opening", link)
        .Small("Đủ người rồi thì bấm Đóng tin để không ai phải hỏi thêm.", "When you have enough people, close the opening so that nobody asks in vain.")
        .Content($"Đã đăng: {opening.Title}", $"Posted: {opening.Title}");
}

/// <summary>The reviewer asks for changes, in the reviewer's words.</summary>
public sealed class OpeningChangesAskedMail(WorkBridgeDb db, Site site) : OpeningMail(db, site)
{
    public override string Kind => MailKinds.OpeningChangesAsked;

    protected override bool IsDue(Opening opening) => opening.State == OpeningState.ChangesAsked;

    protected override MailContent Write(MailLayout mail, Opening opening, string link) => mail
        .Paragraph($"Tin “{opening.Title}” cần sửa trước khi đăng:", $"“{opening.Title}” needs a change before it is posted:")
        .Paragraph(opening.ReviewWords ?? "", opening.ReviewWords ?? "")
        .Button("Sửa tin", "Change the opening", link)
        .Content($"Cần sửa: {opening.Title}", $"Change needed: {opening.Title}");
}

/// <summary>The reviewer took the opening down, and says why.</summary>
public sealed class OpeningTakenDownMail(WorkBridgeDb db, Site site) : OpeningMail(db, site)
{
    public override string Kind => MailKinds.OpeningTakenDown;

    protected override bool IsDue(Opening opening) => opening.State == OpeningState.WithdrawnByReview;

    protected override MailContent Write(MailLayout mail, Opening opening, string link) => mail
        .Paragraph($"Trung tâm đã gỡ tin “{opening.Title}”:", $"The centre took down “{opening.Title}”:")
        .Paragraph(opening.ReviewWords ?? "", opening.ReviewWords ?? "")
        .Button("Xem tin", "See the opening", link)
        .Content($"Đã gỡ: {opening.Title}", $"Taken down: {opening.Title}");
}

/// <summary>Nobody has confirmed the opening for sixty days.</summary>
public sealed class OpeningStaleMail(WorkBridgeDb db, Unsubscribing unsubscribing, Site site, TimeProvider clock) : OpeningMail(db, site)
{
    public override string Kind => MailKinds.OpeningStale;

    protected override bool IsReminder => true;

    protected override bool IsDue(Opening opening) => opening.IsLive && Clock.DayOf(opening.ConfirmedAt).AddDays(OpeningSweep.WarnAfterDays) <= clock.Today();

    protected override MailContent Write(MailLayout mail, Opening opening, string link) => mail
        .Paragraph($"Tin “{opening.Title}” đăng đã lâu. Quý đơn vị còn cần người không?", $"“{opening.Title}” has stood for a while. Do you still need people?")
        .Paragraph(
            $"Nếu chưa có trả lời, tin tạm dừng từ {mail.Day(Clock.DayOf(opening.ConfirmedAt).AddDays(OpeningSweep.PauseAfterDays))}.",
            $"Without an answer it will be paused on {mail.Day(Clock.DayOf(opening.ConfirmedAt).AddDays(OpeningSweep.PauseAfterDays))}.")
        .Button("Trả lời: còn hay đã đủ người", "Answer: still open, or filled", link)
        .Leave(unsubscribing.From(MailList.Reminders, opening.EmployerId))
        .Content($"Còn cần người không: {opening.Title}", $"Still open? {opening.Title}");
}

/// <summary>The opening is over: was it filled, and how?</summary>
public sealed class OpeningFillMail(WorkBridgeDb db, Unsubscribing unsubscribing, Site site) : OpeningMail(db, site)
{
    public override string Kind => MailKinds.OpeningFill;

    protected override bool IsReminder => true;

    protected override bool IsDue(Opening opening) => opening is { MayTellFill: true, Fill: null };

    protected override MailContent Write(MailLayout mail, Opening opening, string link) => mail
        .Paragraph($"Tin “{opening.Title}” đã kết thúc. Quý đơn vị tìm đủ người chưa, và tìm bằng cách nào?", $"“{opening.Title}” is over. Did you find the people, and how?")
        .Paragraph("Chỉ một lần chạm. Câu trả lời giúp trung tâm biết nên giới thiệu thế nào cho đúng.", "One touch. It tells the centre how to introduce people better.")
        .Button("Trả lời", "Answer", link + "#filled")
        .Small("Còn cần người thì chép tin cũ thành tin mới, cũng ở trang ấy.", "If you still need people, copy the opening into a new one on the same page.")
        .Leave(unsubscribing.From(MailList.Reminders, opening.EmployerId))
        .Content($"Đã đủ người chưa: {opening.Title}", $"Was it filled? {opening.Title}");
}
