using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Referrals.Mails;

/// <summary>
/// What the mails to a person about an interview have in common: they go to who agreed to be reminded and gave an address, while that stands at the
/// moment of sending, and say nothing but when, where and what work. Written in Vietnamese: nobody has asked the person for another language.
/// </summary>
public abstract class PersonInterviewMail(WorkBridgeDb db, Unsubscribing unsubscribing, Site site, TimeProvider clock) : IMailWriter
{
    private protected WorkBridgeDb Db => db;

    public abstract string Kind { get; }

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var facts = await ReferralMailFacts.LoadAsync(db, mail.SubjectId, now, ct);
        if (facts.Referral is not { InterviewAt: { } at, ErasedOn: null } || at <= now || !await IsDueAsync(mail, facts, now, ct)
            || await db.ReminderAddressAsync(facts.Referral.ReturneeId, Clock.DayOf(now), ct) is not { } address)
            return null;
        var page = new MailLayout("vi", site);
        var content = Write(page, facts, at);
        return content with { To = address, Attachments = Entry(new InterviewEntry(facts.Referral, site, mail.CreatedAt), address, page.Pick($"Phỏng vấn, {facts.Trade.Vi}", $"Interview, {facts.Trade.En}")) is { } entry ? [entry] : [] };
    }

    /// <summary>Whether what the mail says is still so.</summary>
    private protected abstract Task<bool> IsDueAsync(OutboxMail mail, ReferralMailFacts facts, DateTime now, CancellationToken ct);

    private protected abstract MailContent Write(MailLayout page, ReferralMailFacts facts, DateTime at);

    private protected virtual MailAttachment? Entry(InterviewEntry entry, string address, string title) => null;

    private protected void SayWhere(MailLayout page, ReferralMailFacts facts, DateTime at)
    {
        page.Fact("Thời gian", "When", page.Moment(at))
            .Fact("Nơi gặp", "Where", facts.Referral.InterviewPlace)
            .Fact("Nơi tuyển", "Employer", facts.Employer.Name)
            .Fact("Công việc", "Work", facts.Opening.Title);
    }

    private protected void End(MailLayout page, ReferralMailFacts facts)
    {
        if (facts.Commune.Phone is { } phone)
            page.Small($"Không đến được hoặc muốn hỏi thêm, xin gọi {facts.Centre.Vi}: {phone}.", $"If you cannot come or want to ask, ring {ReferralMailFacts.LowerFirst(facts.Centre.En)}: {phone}.");
        page.Leave(unsubscribing.From(MailList.Person, facts.Referral.ReturneeId));
    }
}

/// <summary>To the person: the interview, set or moved, with a calendar file.</summary>
public sealed class InterviewForPersonMail(WorkBridgeDb db, Unsubscribing unsubscribing, Site site, TimeProvider clock) : PersonInterviewMail(db, unsubscribing, site, clock)
{
    public override string Kind => MailKinds.InterviewForPerson;

    private protected override async Task<bool> IsDueAsync(OutboxMail mail, ReferralMailFacts facts, DateTime now, CancellationToken ct) =>
        facts is { Referral.State: ReferralState.InterviewSet, ConsentStands: true }
        && !await Db.Outbox.AnyAsync(m => m.SubjectId == mail.SubjectId && m.Kind == Kind && m.CreatedAt > mail.CreatedAt, ct);

    private protected override MailContent Write(MailLayout page, ReferralMailFacts facts, DateTime at)
    {
        page.Paragraph("Chào anh/chị. Nơi tuyển hẹn anh/chị tới phỏng vấn.", "Hello. The employer asks you to come to an interview.");
        SayWhere(page, facts, at);
        page.Small("Tệp lịch gửi kèm. Thư mới về buổi hẹn này thay cho thư cũ.", "A calendar file is attached. A newer mail about this appointment replaces an older one.");
        End(page, facts);
        return page.Content($"Hẹn phỏng vấn {page.Moment(at)}", $"Interview {page.Moment(at)}");
    }

    private protected override MailAttachment? Entry(InterviewEntry entry, string address, string title) => entry.Set(InterviewEntry.Reader.Person, address, title);
}

/// <summary>To the person, the day before: the interview.</summary>
public sealed class InterviewReminderForPersonMail(WorkBridgeDb db, Unsubscribing unsubscribing, Site site, TimeProvider clock) : PersonInterviewMail(db, unsubscribing, site, clock)
{
    public override string Kind => MailKinds.InterviewReminderForPerson;

    private protected override async Task<bool> IsDueAsync(OutboxMail mail, ReferralMailFacts facts, DateTime now, CancellationToken ct) =>
        facts is { Referral.State: ReferralState.InterviewSet, ConsentStands: true }
        && mail.Key == ReferralMails.InterviewReminderForPersonKey(mail.SubjectId, (await Db.AppointmentsOfAsync([mail.SubjectId], ct))[mail.SubjectId].Id);

    private protected override MailContent Write(MailLayout page, ReferralMailFacts facts, DateTime at)
    {
        page.Paragraph("Chào anh/chị. Nhắc anh/chị về buổi phỏng vấn sắp tới.", "Hello. This is a reminder of the interview that is coming.");
        SayWhere(page, facts, at);
        End(page, facts);
        return page.Content($"Nhắc: phỏng vấn {page.Moment(at)}", $"Reminder: interview {page.Moment(at)}");
    }
}

/// <summary>To the person: the interview is off and leaves the calendar. Not sent where the appointment itself was never sent.</summary>
public sealed class InterviewOffForPersonMail(WorkBridgeDb db, Unsubscribing unsubscribing, Site site, TimeProvider clock) : PersonInterviewMail(db, unsubscribing, site, clock)
{
    public override string Kind => MailKinds.InterviewOffForPerson;

    private protected override Task<bool> IsDueAsync(OutboxMail mail, ReferralMailFacts facts, DateTime now, CancellationToken ct) =>
        Db.IsInterviewInCalendarAsync(facts.Referral, MailKinds.InterviewForPerson, now, ct);

    private protected override MailContent Write(MailLayout page, ReferralMailFacts facts, DateTime at)
    {
        page.Paragraph(
            $"Chào anh/chị. Buổi phỏng vấn {page.Moment(at)} không còn nữa, anh/chị không cần đến.",
            $"Hello. The interview {page.Moment(at)} is off; you need not come.");
        End(page, facts);
        return page.Content($"Bỏ hẹn phỏng vấn {page.Moment(at)}", $"Interview {page.Moment(at)} is off");
    }

    private protected override MailAttachment? Entry(InterviewEntry entry, string address, string title) => entry.Cancel(InterviewEntry.Reader.Person, address, title);
}
