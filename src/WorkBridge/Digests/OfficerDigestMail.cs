using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Staff;
using WorkBridge.Worklists;

namespace WorkBridge.Digests;

/// <summary>
/// To an officer, in the morning: how much there is to do and of what kind, as the worklist stands when the mail leaves.
/// Numbers alone: whom it is about is read at the desk. Nothing to do, or another day (of a weekly one, another week) than it was promised for: no mail.
/// </summary>
public sealed class OfficerDigestMail(WorkBridgeDb db, Unsubscribing unsubscribing, Site site, TimeProvider clock) : IMailWriter
{
    /// <summary>Kinds of work that are one line of the mail.</summary>
    private static readonly (Words Label, WorkKind[] Kinds)[] Groups =
    [
        (new("Hỏi thăm người đã nhận việc", "Follow-ups of people at work"), [WorkKind.FollowUp, WorkKind.WorkAtRisk]),
        (new("Người đang học nghề, vừa học xong", "People in training, or just through with it"), [WorkKind.Training]),
        (new("Phỏng vấn", "Interviews"), [WorkKind.Interview]),
        (new("Nơi tuyển nên gọi: chưa trả lời, hỏi thêm, thư không tới", "Employers to ring: no answer yet, a question, mail returned"), [WorkKind.EmployerSilent, WorkKind.EmployerAsked, WorkKind.MailReturned]),
        (new("Lời giới thiệu cần gửi, cần mời hoặc báo lại người tìm việc", "Referrals to send, people to invite or to tell"), [WorkKind.SendReferral, WorkKind.InvitePerson, WorkKind.TellPerson]),
        (new("Người tìm việc nhờ từ màn hình chạm", "Asked at the kiosk"), [WorkKind.HelpCall, WorkKind.Interest, WorkKind.Correction, WorkKind.Support]),
        (new("Chưa ai tới thăm 30 ngày", "Nobody visited for 30 days"), [WorkKind.NoVisit]),
        (new("Yêu cầu về dữ liệu", "Requests about data"), [WorkKind.AnswerRequest, WorkKind.FinishRequest]),
        (new("Sự đồng ý sắp hết hạn", "Consents about to end"), [WorkKind.ConsentEnding]),
        (new("Tin tuyển, nơi tuyển chờ duyệt", "Openings and employers to review"), [WorkKind.ReviewOpening, WorkKind.ApproveEmployer]),
    ];

    public string Kind => MailKinds.OfficerDigest;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().Include(a => a.Communes).SingleOrDefaultAsync(a => a.Id == mail.SubjectId, ct);
        if (account is null or { Disabled: true } or { Digest: DigestRhythm.Never } || !DigestsDue.IsOfNow(account.Digest, mail.CreatedAt, clock.UtcNow()))
            return null;
        // Of several that could not leave the last one does.
        if (await db.Outbox.AnyAsync(m => m.SubjectId == mail.SubjectId && m.Kind == mail.Kind && m.CreatedAt > mail.CreatedAt, ct))
            return null;
        var officer = new CurrentUser();
        officer.Is(account);
        var list = await new ReadWorklist(db, officer, clock).RunAsync(ct);
        return list.Open == 0 ? null : Write(new MailLayout("vi", site), list, unsubscribing.From(MailList.Digest, account.Id));
    }

    private MailContent Write(MailLayout page, Worklist list, string leave)
    {
        var late = list.Late.Count();
        page.Paragraph("Chào anh/chị,", "Hello,")
            .Paragraph(
                late == 0 ? $"Hôm nay có {list.Open} việc cần làm." : $"Hôm nay có {list.Open} việc cần làm, {late} việc đã quá ngày.",
                late == 0 ? $"There are {list.Open} things to do today." : $"There are {list.Open} things to do today, {late} of them overdue.");
        foreach (var (label, kinds) in Groups)
        {
            var count = list.Items.Count(i => i.Due <= list.Today && kinds.Contains(i.Kind));
            page.Fact(label.Vi, label.En, count == 0 ? null : count.ToString(page.Culture));
        }

        if (list.Waiting.Count > 0)
            page.Paragraph("Có người sẵn sàng đi làm mà hơn 30 ngày chưa được giới thiệu.", "Somebody is ready for work and has had no referral for more than 30 days.");
        return page.Button("Mở việc hôm nay", "Open today's work", site.Link("/Home"))
            .Leave(leave)
            .Content($"Hôm nay: {list.Open} việc cần làm", $"Today: {list.Open} things to do");
    }
}
