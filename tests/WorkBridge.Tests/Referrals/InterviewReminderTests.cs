using Microsoft.EntityFrameworkCore;
using MimeKit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Referrals;
using WorkBridge.Staff;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Referrals;

/// <summary>The employer is reminded of an interview the day before, once an appointment.</summary>
public sealed class InterviewReminderTests : IAsyncLifetime
{
    /// <summary>Sunday 29 November, 8:30 in Hanoi; the world begins on Monday the 23rd, 9:00.</summary>
    private static readonly DateTime Sunday = new(2026, 11, 29, 1, 30, 0, DateTimeKind.Utc);

    private World world = null!;
    private Account officer = null!;
    private Guid id;

    public async Task InitializeAsync() => await BeginAsync("vi");

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData("2026-11-29T01:30", "2026-11-23T02:00", "2026-11-28T00:29", null)]
    [InlineData("2026-11-29T01:30", "2026-11-23T02:00", "2026-11-28T00:30", "2026-11-28T00:30")]
    [InlineData("2026-11-29T01:30", "2026-11-23T02:00", "2026-11-28T05:00", "2026-11-28T05:00")]
    [InlineData("2026-11-29T01:30", "2026-11-23T02:00", "2026-11-28T14:00", "2026-11-29T00:30")]
    [InlineData("2026-11-29T01:30", "2026-11-23T02:00", "2026-11-29T01:29", "2026-11-29T01:29")]
    [InlineData("2026-11-29T01:30", "2026-11-23T02:00", "2026-11-29T01:30", null)]
    [InlineData("2026-11-29T00:00", "2026-11-23T02:00", "2026-11-28T14:00", null)]
    [InlineData("2026-11-29T01:30", "2026-11-28T01:30", "2026-11-28T02:00", "2026-11-28T02:00")]
    [InlineData("2026-11-29T01:30", "2026-11-28T01:31", "2026-11-28T02:00", null)]
    public void It_leaves_in_mail_hours_from_the_morning_before_until_the_interview_and_not_for_one_set_just_now(string at, string setAt, string now, string? leaves) =>
        Assert.Equal(leaves is null ? null : Utc(leaves), InterviewReminders.LeavesAt(Utc(at), Utc(setAt), Utc(now)));

    [Theory]
    [InlineData("vi", "Nhắc: phỏng vấn 8:30 Chủ nhật 29/11/2026", "người được giới thiệu")]
    [InlineData("en", "Reminder: interview 8:30 Sunday 29 November 2026", "the person introduced")]
    public async Task It_goes_out_once_on_a_day_off_however_often_the_sweep_runs_and_names_nobody(string language, string subject, string words)
    {
        await world.DisposeAsync();
        await BeginAsync(language);
        await SetAsync(Sunday);
        await AtAsync("2026-11-27T10:00");
        Assert.Empty(await RemindersAsync());
        await AtAsync("2026-11-28T00:45");
        await AtAsync("2026-11-28T03:00");
        Assert.Equal([MailState.Sent], await RemindersAsync());

        var mail = Assert.Single(Mails(), m => m.Subject!.StartsWith(subject, StringComparison.Ordinal));
        foreach (var told in new[] { words, "Phòng kỹ thuật", "0225 000 0000", "GT-" })
            Assert.Contains(told, mail.TextBody, StringComparison.Ordinal);
        foreach (var secret in new[] { "Thơm", "Vũ Thị", "1992", "Quỳnh Giao" })
            Assert.DoesNotContain(secret, mail.TextBody + mail.HtmlBody + mail.Subject, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_was_promised_in_the_night_waits_for_the_morning()
    {
        await SetAsync(Utc("2027-01-02T01:30"));
        await AtAsync("2027-01-01T14:00");
        Assert.Equal([MailState.Waiting], await RemindersAsync());
        world.Clock.SetUtcNow(new DateTimeOffset(Utc("2027-01-02T00:30")));
        await DeliverAsync();
        Assert.Equal([MailState.Sent], await RemindersAsync());
    }

    [Fact]
    public async Task It_leaves_on_the_holiday_itself()
    {
        await SetAsync(Utc("2027-01-02T01:30"));
        await AtAsync("2027-01-01T00:45");
        Assert.Equal([MailState.Sent], await RemindersAsync());
    }

    [Fact]
    public async Task An_appointment_that_moved_has_a_reminder_of_its_own_and_the_old_one_stays_away()
    {
        await SetAsync(Sunday);
        await AtAsync("2026-11-28T00:45", deliver: false);
        await SetAsync(Sunday.AddDays(2));
        await DeliverAsync();
        Assert.Equal([MailState.Cancelled], await RemindersAsync());
        await AtAsync("2026-11-30T01:00");
        Assert.Equal([MailState.Cancelled, MailState.Sent], await RemindersAsync());
    }

    [Fact]
    public async Task A_promise_is_not_kept_when_consent_does_not_stand_any_more()
    {
        await SetAsync(Sunday);
        await AtAsync("2026-11-28T00:45", deliver: false);
        await WithdrawAloneAsync();
        await DeliverAsync();
        Assert.Equal([MailState.Cancelled], await RemindersAsync());
    }

    [Fact]
    public async Task Without_a_standing_consent_none_is_promised()
    {
        await SetAsync(Sunday);
        await WithdrawAloneAsync();
        await AtAsync("2026-11-28T00:45");
        Assert.Empty(await RemindersAsync());
    }

    [Fact]
    public async Task A_decline_in_between_keeps_it_back()
    {
        await SetAsync(Sunday);
        await AtAsync("2026-11-28T00:45", deliver: false);
        await world.As<AnswerReferral>(World.Officer(officer), u => u.RunAsync(id, new EmployerAnswer { Kind = AnswerKind.Decline, Reason = DeclineReason.LacksSkill }, default));
        await DeliverAsync();
        Assert.Equal([MailState.Cancelled], await RemindersAsync());
    }

    [Fact]
    public async Task A_mail_that_could_leave_only_after_the_interview_began_does_not()
    {
        await SetAsync(Sunday);
        await AtAsync("2026-11-28T00:45", deliver: false);
        world.Clock.SetUtcNow(new DateTimeOffset(Sunday));
        await DeliverAsync();
        Assert.Equal([MailState.Cancelled], await RemindersAsync());
    }

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private async Task BeginAsync(string language)
    {
        world = await World.BeginAsync();
        officer = await world.GivenOfficer();
        id = await world.GivenSentReferral(await world.GivenOpening(await world.GivenEmployer(language)), await world.GivenPerson(), officer);
    }

    private Task SetAsync(DateTime at) => world.As<AnswerReferral>(World.Officer(officer), u => u.RunAsync(id, new EmployerAnswer { Kind = AnswerKind.Interview, InterviewAt = at, InterviewPlace = "Phòng kỹ thuật" }, default));

    private async Task AtAsync(string now, bool deliver = true)
    {
        world.Clock.SetUtcNow(new DateTimeOffset(Utc(now)));
        await world.System<RemindOfInterviews>(u => u.RunAsync(default));
        if (deliver)
            await DeliverAsync();
    }

    private Task DeliverAsync() => world.System<DeliverMail>(u => u.RunAsync(default));

    private Task<List<MailState>> RemindersAsync() => world.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.InterviewReminder).OrderBy(m => m.CreatedAt).Select(m => m.State).ToListAsync());

    /// <summary>The act of consent alone, as if what follows from it were late.</summary>
    private Task WithdrawAloneAsync() => world.Db(async db =>
    {
        var given = await db.Consents.SingleAsync(c => c.Purpose == Purpose.Employer);
        db.Consents.Add(Consent.Withdraw(given, await db.NextSequenceAsync(given.ReturneeId, default), new ConsentAct(world.Now, given.NoticeVersion, ConsentWay.Paper, null, null, false, null)));
        await db.SaveChangesAsync();
    });

    private List<MimeMessage> Mails() => [.. Directory.GetFiles(world.The<Storage>().MailFolder, "*.eml").Select(file => MimeMessage.Load(file))];
}
