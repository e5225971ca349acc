using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Referrals;

/// <summary>Who agreed to be reminded and gave an address is told of the interview; the calendar follows what becomes of it.</summary>
public sealed partial class PersonInterviewMailTests : IAsyncLifetime
{
    private const string Address = "thom.vu@nha-minh.example";

    /// <summary>Sunday 29 November, 8:30 in Hanoi; the world begins on Monday the 23rd, 9:00.</summary>
    private static readonly DateTime Sunday = new(2026, 11, 29, 1, 30, 0, DateTimeKind.Utc);

    private World world = null!;
    private Account officer = null!;
    private Returnee person = null!;
    private Guid id;

    public async Task InitializeAsync()
    {
        world = await World.BeginAsync();
        officer = await world.GivenOfficer();
        person = await world.GivenPerson();
        await WriteAsync(Address);
        id = await world.GivenSentReferral(await world.GivenOpening(await world.GivenEmployer()), person, officer);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task The_person_reads_when_and_where_and_nothing_else_and_the_address_lies_nowhere_unsealed()
    {
        await AgreeAsync();
        await SetAsync(Sunday);
        var mail = Assert.Single(MailsTo(Address));
        Assert.Equal("Hẹn phỏng vấn 8:30 Chủ nhật 29/11/2026", mail.Subject);
        foreach (var told in new[] { "8:30 Chủ nhật 29/11/2026", "Phòng kỹ thuật", "0225 000 0000", "/Unsubscribe/" })
            Assert.Contains(told, mail.TextBody, StringComparison.Ordinal);
        var words = mail.TextBody + mail.HtmlBody + mail.Subject;
        foreach (var secret in new[] { "Thơm", "Vũ Thị", "1992", "Quỳnh Giao", "án", "tù", "hoà nhập", "cải tạo" })
            Assert.DoesNotMatch($@"(?i)(?<!\p{{L}}){secret}(?!\p{{L}})", words);
        Assert.Contains("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"], StringComparison.Ordinal);

        var calendar = CalendarOf(mail);
        Assert.Contains("METHOD:REQUEST", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20261129T013000Z", calendar, StringComparison.Ordinal);
        Assert.Contains("mailto:" + Address, calendar, StringComparison.Ordinal);

        Assert.Equal("person", (await MailAsync(MailKinds.InterviewForPerson)).To);
        foreach (var file in Directory.GetFiles(world.Folder, "workbridge.db*", SearchOption.AllDirectories))
            Assert.DoesNotContain("nha-minh", Encoding.Latin1.GetString(await ReadAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_time_moves_the_entry_and_a_decline_takes_it_out_of_both_calendars()
    {
        await AgreeAsync();
        await SetAsync(Sunday);
        await SetAsync(Sunday.AddDays(1));
        await world.As<AnswerReferral>(World.Officer(officer), u => u.RunAsync(id, new EmployerAnswer { Kind = AnswerKind.Decline, Reason = DeclineReason.LacksSkill }, default));
        await DeliverAsync();

        var employer = await world.Db(db => db.Employers.Select(e => e.Email).SingleAsync());
        foreach (var reader in new[] { Address, employer })
        {
            var entries = MailsTo(reader).Where(HasCalendar).Select(EntryOf).OrderBy(e => e.Sequence).ToList();
            Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], entries.Select(e => ((Ical.Net.Calendar)e.Parent!).Method));
            Assert.Single(entries.Select(e => e.Uid).Distinct());
            Assert.Equal(3, entries.Select(e => e.Sequence).Distinct().Count());
            Assert.Equal([Sunday, Sunday.AddDays(1), Sunday.AddDays(1)], entries.Select(e => e.Start!.AsUtc));
            Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], entries.Select(e => e.Status));
        }

        Assert.Contains(MailsTo(Address), m => m.TextBody!.Contains("không còn nữa, anh/chị không cần đến", StringComparison.Ordinal));
        Assert.NotEqual(UidOf(Address), UidOf(employer));
    }

    [Fact]
    public async Task An_opening_that_closes_tells_the_person_and_the_mail_that_asks_to_delete_takes_the_entry_out()
    {
        await AgreeAsync();
        await SetAsync(Sunday);
        await world.Db(async db =>
        {
            await db.EndReferralsOfOpeningAsync((await db.Openings.SingleAsync()).Id, null, world.Now, default);
            await db.SaveChangesAsync();
        });
        await DeliverAsync();
        Assert.Equal(MailState.Sent, (await MailAsync(MailKinds.InterviewOffForPerson)).State);
        var delete = Assert.Single(Mails(), m => m.Subject!.Contains("xin xoá", StringComparison.Ordinal));
        Assert.Contains("METHOD:CANCEL", CalendarOf(delete), StringComparison.Ordinal);
        Assert.Equal(0, await world.Db(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.InterviewOff)));
    }

    [Fact]
    public async Task Who_took_the_employer_back_is_not_written_to_but_the_employers_calendar_is_put_right()
    {
        await AgreeAsync();
        await SetAsync(Sunday);
        await world.As<WithdrawConsent>(World.Officer(officer), u => u.RunAsync(person.Id, Purpose.Employer, Employer(), new AnswerSetting(ConsentWay.Paper, null, officer.Id, false, null), default));
        await DeliverAsync();
        Assert.Contains("METHOD:CANCEL", CalendarOf(Assert.Single(Mails(), m => m.Subject!.Contains("xin xoá", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Single(MailsTo(Address));
    }

    [Fact]
    public async Task The_day_before_both_are_reminded_once()
    {
        await AgreeAsync();
        await SetAsync(Sunday);
        await AtAsync(Sunday.AddHours(-24));
        await AtAsync(Sunday.AddHours(-23));
        Assert.Single(MailsTo(Address), m => m.Subject!.StartsWith("Nhắc: phỏng vấn", StringComparison.Ordinal));
        Assert.Equal(1, await world.Db(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.InterviewReminder && m.State == MailState.Sent)));
    }

    [Fact]
    public async Task Who_agrees_only_later_is_still_reminded()
    {
        await SetAsync(Sunday);
        Assert.Empty(MailsTo(Address));
        await AgreeAsync();
        await AtAsync(Sunday.AddHours(-24));
        Assert.Single(MailsTo(Address));
    }

    [Theory]
    [InlineData("never asked")]
    [InlineData("refused")]
    [InlineData("withdrawn before the promise")]
    [InlineData("withdrawn after the promise")]
    [InlineData("no address")]
    [InlineData("address of nobody")]
    [InlineData("address taken away after the promise")]
    [InlineData("programme over after the promise")]
    [InlineData("employer taken back after the promise")]
    [InlineData("employer taken back, what follows from it late, after the promise")]
    public async Task Nobody_is_written_to_who_did_not_agree_or_cannot_be(string why)
    {
        if (why is "refused")
            await AnswerAsync(yes: false);
        else if (why is not "never asked")
            await AgreeAsync();
        if (why is "withdrawn before the promise")
            await TakeBackAsync();
        if (why is "no address" or "address of nobody")
            await WriteAsync(why == "no address" ? null : "a@nha-minh.example,b@nha-minh.example");
        await SetAsync(Sunday, deliver: false);
        var promised = why.EndsWith("after the promise", StringComparison.Ordinal) ? 1 : 0;
        Assert.Equal(promised, await world.Db(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.InterviewForPerson)));

        switch (why)
        {
            case "withdrawn after the promise":
                await TakeBackAsync();
                break;
            case "address taken away after the promise":
                await WriteAsync(null);
                break;
            case "programme over after the promise":
                await world.Db(async db =>
                {
                    (await db.Returnees.Include(r => r.Periods).SingleAsync()).LeaveProgramme(world.Today, ProgrammeEnding.PlannedEnd);
                    await db.SaveChangesAsync();
                });
                world.Clock.Advance(TimeSpan.FromDays(1));
                break;
            case "employer taken back, what follows from it late, after the promise":
                await world.Db(async db =>
                {
                    var given = await db.Consents.SingleAsync(c => c.Purpose == Purpose.Employer);
                    db.Consents.Add(Consent.Withdraw(given, await db.NextSequenceAsync(person.Id, default), new ConsentAct(world.Now, given.NoticeVersion, ConsentWay.Paper, null, null, false, null)));
                    await db.SaveChangesAsync();
                });
                await DeliverAsync();
                await world.Db(async db =>
                {
                    var appointment = (await db.StateMoves.SingleAsync(m => m.To == nameof(ReferralState.InterviewSet))).Id;
                    db.Outbox.Add(ReferralMails.InterviewReminderForPerson(await db.Referrals.SingleAsync(), appointment, world.Now, world.Now));
                    await db.SaveChangesAsync();
                });
                break;
            case "employer taken back after the promise":
                await world.As<WithdrawConsent>(World.Officer(officer), u => u.RunAsync(person.Id, Purpose.Employer, Employer(), new AnswerSetting(ConsentWay.Paper, null, officer.Id, false, null), default));
                break;
        }

        await DeliverAsync();
        await AtAsync(Sunday.AddHours(-24));
        Assert.DoesNotContain(Mails(), m => m.To.ToString().Contains("nha-minh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_the_night_it_waits_for_the_morning_and_a_holiday_does_not_hold_it()
    {
        await AgreeAsync();
        world.Clock.SetUtcNow(new DateTimeOffset(new DateTime(2026, 12, 31, 14, 0, 0, DateTimeKind.Utc)));
        await world.Db(async db =>
        {
            (await db.Referrals.SingleAsync()).Extend(new DateOnly(2027, 1, 20), world.Now);
            await db.SaveChangesAsync();
        });
        await SetAsync(new DateTime(2027, 1, 2, 1, 30, 0, DateTimeKind.Utc));
        Assert.Empty(MailsTo(Address));
        world.Clock.SetUtcNow(new DateTimeOffset(new DateTime(2027, 1, 1, 0, 30, 0, DateTimeKind.Utc)));
        await DeliverAsync();
        Assert.Single(MailsTo(Address));
    }

    private Guid Employer() => world.Db(db => db.Referrals.Select(r => r.EmployerId).SingleAsync()).GetAwaiter().GetResult();

    private Task AgreeAsync() => AnswerAsync(yes: true);

    private Task AnswerAsync(bool yes) => world.As<AnswerConsent>(World.Officer(officer), u => u.RunAsync(new ConsentAnswer(person.Id, Purpose.Reminders, null, yes, new AnswerSetting(ConsentWay.Paper, null, officer.Id, false, null)), default));

    private Task TakeBackAsync() => world.As<WithdrawConsent>(World.Officer(officer), u => u.RunAsync(person.Id, Purpose.Reminders, null, new AnswerSetting(ConsentWay.Paper, null, officer.Id, false, null), default));

    private Task WriteAsync(string? address) => world.Db(async db =>
    {
        var row = await db.Returnees.SingleAsync(r => r.Id == person.Id);
        row.Correct(row.Details with { Email = address });
        await db.SaveChangesAsync();
    });

    private async Task SetAsync(DateTime at, bool deliver = true)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.As<AnswerReferral>(World.Officer(officer), u => u.RunAsync(id, new EmployerAnswer { Kind = AnswerKind.Interview, InterviewAt = at, InterviewPlace = "Phòng kỹ thuật" }, default));
        if (deliver)
            await DeliverAsync();
    }

    private async Task AtAsync(DateTime now)
    {
        world.Clock.SetUtcNow(new DateTimeOffset(now));
        await world.System<RemindOfInterviews>(u => u.RunAsync(default));
        await DeliverAsync();
    }

    private Task DeliverAsync() => world.System<DeliverMail>(u => u.RunAsync(default));

    private Task<OutboxMail> MailAsync(string kind) => world.Db(db => db.Outbox.SingleAsync(m => m.Kind == kind));

    private List<MimeMessage> Mails() => Directory.Exists(world.The<Storage>().MailFolder)
        ? [.. Directory.GetFiles(world.The<Storage>().MailFolder, "*.eml").Select(file => MimeMessage.Load(file))]
        : [];

    private List<MimeMessage> MailsTo(string address) => [.. Mails().Where(m => m.To.Mailboxes.Single().Address == address)];

    private string UidOf(string reader) => EntryOf(MailsTo(reader).First(HasCalendar)).Uid!;

    private static Ical.Net.CalendarComponents.CalendarEvent EntryOf(MimeMessage mail) => Assert.Single(Ical.Net.Calendar.Load(CalendarOf(mail))!.Events)!;

    private static bool HasCalendar(MimeMessage mail) => mail.Attachments.Any();

    /// <summary>The calendar file, which must be the same as the calendar among the ways of reading the mail.</summary>
    private static string CalendarOf(MimeMessage mail)
    {
        var file = Assert.Single(mail.Attachments.OfType<MimePart>());
        Assert.Equal("application/ics", file.ContentType.MimeType);
        var inside = Assert.Single(mail.BodyParts.OfType<MimePart>(), p => p.ContentType.MimeType == "text/calendar");
        var text = Decoded(file);
        Assert.Equal(text, Decoded(inside));
        Assert.Contains("METHOD:" + inside.ContentType.Parameters["method"], text, StringComparison.Ordinal);
        return text.Replace("\r\n ", "", StringComparison.Ordinal);
    }

    private static string Decoded(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
