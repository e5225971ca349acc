using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using WorkBridge.Digests;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Email;

/// <summary>What comes by mail without being a duty: digests and reminders, and how their readers stop them.</summary>
public sealed class DigestTests : IAsyncLifetime
{
    private TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task An_officer_gets_one_mail_a_working_day_with_numbers_and_no_names_however_often_the_job_runs()
    {
        var (officer, referral, person) = await SentReferralAsync();
        await DeliverAsync();
        // Monday 9:00 in Hanoi; the referral is three days old on Thursday.
        host.Clock.Advance(TimeSpan.FromHours(3 * 24 - 2));
        await SendDigestsAsync();
        Assert.Empty(await DigestsAsync());
        host.Clock.Advance(TimeSpan.FromHours(1));
        await SendDigestsAsync();
        await SendDigestsAsync();
        host.Clock.Advance(TimeSpan.FromHours(5));
        await SendDigestsAsync();
        await DeliverAsync();

        using var mail = Assert.Single(await MailsToAsync(officer.Email!));
        Assert.Equal("Hôm nay: 1 việc cần làm", mail.Subject);
        Assert.Contains("Nơi tuyển nên gọi: chưa trả lời, hỏi thêm, thư không tới: 1", mail.TextBody, StringComparison.Ordinal);
        foreach (var told in new[] { "Thơm", "Vũ", referral.Number })
            Assert.DoesNotContain(told, mail.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(person.Id.ToString(), mail.ToString(), StringComparison.OrdinalIgnoreCase);

        for (var day = 27; day <= 30; day++)
        {
            host.Clock.SetUtcNow(new DateTimeOffset(2026, 11, day, 1, 0, 0, TimeSpan.Zero));
            await SendDigestsAsync();
        }

        Assert.Equal([26, 27, 30], await DigestsAsync());
    }

    [Fact]
    public async Task With_nothing_to_do_no_mail_leaves_and_one_that_could_not_leave_that_day_never_does()
    {
        var officer = await host.Given.Officer();
        await SendDigestsAsync();
        await DeliverAsync();
        Assert.Equal(MailState.Cancelled, await host.Db(db => db.Outbox.Select(m => m.State).SingleAsync()));

        await SentReferralAsync(officer);
        await DeliverAsync();
        host.Clock.Advance(TimeSpan.FromDays(3));
        await SendDigestsAsync();
        host.Clock.Advance(TimeSpan.FromDays(1));
        await SendDigestsAsync();
        await DeliverAsync();
        Assert.Single(await MailsToAsync(officer.Email!));
    }

    [Fact]
    public async Task Weekly_or_never_is_as_it_was_chosen_on_the_page_of_the_account()
    {
        var officer = await host.Given.Officer();
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync("/Account");
        await desk.SubmitAsync("form[action$='handler=Mails']", [("Mails.Digest", "Weekly"), ("Mails.TellsAtOnce", "False")]);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Equal("Weekly", desk.Page.QuerySelector("input[name='Mails.Digest'][checked]")!.GetAttribute("value"));
        for (var day = 0; day < 8; day++)
        {
            await SendDigestsAsync();
            host.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([23, 30], await DigestsAsync());
        host.Clock.Advance(TimeSpan.FromDays(6));
        await host.Given.SignInAsync(desk, officer);
        await desk.GoAsync("/Account");
        await desk.SubmitAsync("form[action$='handler=Mails']", [("Mails.Digest", "Never")]);
        await SendDigestsAsync();
        Assert.Equal(2, (await DigestsAsync()).Count);
        var kept = await host.Db(db => db.Users.SingleAsync(a => a.Id == officer.Id));
        Assert.Equal((DigestRhythm.Never, false), (kept.Digest, kept.TellsAtOnce));
    }

    [Fact]
    public async Task A_weekly_digest_that_could_not_leave_on_its_day_leaves_within_its_week_and_not_after()
    {
        var (officer, _, _) = await SentReferralAsync();
        await ChooseAsync(officer, DigestRhythm.Weekly);
        host.Clock.Advance(TimeSpan.FromDays(7));
        await SendDigestsAsync();
        host.Clock.Advance(TimeSpan.FromDays(2));
        await DeliverAsync();
        Assert.Single(await MailsToAsync(officer.Email!));

        host.Clock.Advance(TimeSpan.FromDays(5));
        await SendDigestsAsync();
        host.Clock.Advance(TimeSpan.FromDays(7));
        await DeliverAsync();
        Assert.Single(await MailsToAsync(officer.Email!));
    }

    [Fact]
    public async Task Of_daily_digests_that_could_not_leave_one_does_when_a_weekly_one_was_chosen_meanwhile()
    {
        var (officer, _, _) = await SentReferralAsync();
        host.Clock.Advance(TimeSpan.FromDays(7));
        await SendDigestsAsync();
        host.Clock.Advance(TimeSpan.FromDays(1));
        await SendDigestsAsync();
        await ChooseAsync(officer, DigestRhythm.Weekly);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await DeliverAsync();
        Assert.Single(await MailsToAsync(officer.Email!));
    }

    [Theory]
    [InlineData(DigestRhythm.Daily, DigestRhythm.Weekly)]
    [InlineData(DigestRhythm.Weekly, DigestRhythm.Daily)]
    public async Task Whoever_chooses_another_rhythm_gets_no_second_digest_that_day(DigestRhythm before, DigestRhythm after)
    {
        var officer = await host.Given.Officer();
        await ChooseAsync(officer, before);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await SendDigestsAsync();
        await ChooseAsync(officer, after);
        await SendDigestsAsync();
        Assert.Equal([24], await DigestsAsync());
    }

    [Fact]
    public async Task An_officer_who_reads_answers_in_the_worklist_gets_no_mail_for_each()
    {
        var (officer, _, _) = await SentReferralAsync();
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync("/Account");
        await desk.SubmitAsync("form[action$='handler=Mails']", [("Mails.TellsAtOnce", "False")]);
        await DeliverAsync();
        using var phone = host.Browser();
        await phone.GoAsync(await LinkAsync("/R/"));
        await phone.SubmitAsync("main form");
        await phone.SubmitAsync("form[action*='Answer']", [("Input.Kind", "Decline"), ("Input.Reason", "NoPlaceLeft")]);
        Assert.Equal(ReferralState.Declined, await host.Db(db => db.Referrals.Select(r => r.State).SingleAsync()));
        Assert.False(await host.Db(db => db.Outbox.AnyAsync(m => m.Kind == MailKinds.ReferralAnswered)));
    }

    [Fact]
    public async Task A_coordinator_reads_the_week_of_the_province_without_a_name_a_commune_or_a_number_below_five()
    {
        var coordinator = await host.Given.Coordinator();
        var (_, referral, _) = await SentReferralAsync();
        for (var i = 0; i < 6; i++)
            await host.Given.Person($"Đỗ Văn {i} (mẫu)", state: WorkState.Stable);
        host.Clock.Advance(TimeSpan.FromDays(7));
        await SendDigestsAsync();
        host.Clock.Advance(TimeSpan.FromDays(1));
        await SendDigestsAsync();
        await DeliverAsync();
        using var mail = Assert.Single(await MailsToAsync(coordinator.Email!));
        Assert.Contains("Lời giới thiệu đã gửi: dưới 5", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("số quá nhỏ để nêu", mail.TextBody, StringComparison.Ordinal);
        foreach (var told in new[] { "Thơm", "Đỗ", "Kiến An", referral.Number })
            Assert.DoesNotContain(told, mail.TextBody + mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task One_click_of_a_mail_program_stops_the_digest_looking_at_the_page_does_not_and_one_may_begin_again()
    {
        var (officer, _, _) = await SentReferralAsync();
        await DeliverAsync();
        host.Clock.Advance(TimeSpan.FromDays(3));
        await SendDigestsAsync();
        await DeliverAsync();
        using var mail = Assert.Single(await MailsToAsync(officer.Email!));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        var path = new Uri(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).AbsolutePath;
        Assert.Contains(path, mail.TextBody, StringComparison.Ordinal);

        using var program = host.Browser();
        await program.GoAsync(path);
        Assert.Equal(DigestRhythm.Daily, await RhythmAsync(officer));
        using var answer = await program.PostOnceAsync(path, [("List-Unsubscribe", "One-Click")]);
        Assert.Equal(DigestRhythm.Never, await RhythmAsync(officer));
        await program.PostOnceAsync(path, [("List-Unsubscribe", "One-Click")]);
        await program.GoAsync(path);
        Assert.Contains("đã dừng", program.Text, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await SendDigestsAsync();
        Assert.Single(await DigestsAsync());
        await program.SubmitAsync("main form");
        Assert.Equal(DigestRhythm.Daily, await RhythmAsync(officer));

        foreach (var wrong in new[] { path[..^1] + (path[^1] == 'A' ? "B" : "A"), path + "A", "/Unsubscribe/x" })
        {
            await program.GoAsync(wrong);
            Assert.Equal(HttpStatusCode.NotFound, program.Status);
            await program.PostAsync(wrong, []);
            Assert.Equal(HttpStatusCode.NotFound, program.Status);
        }

        Assert.Equal(DigestRhythm.Daily, await RhythmAsync(officer));
    }

    [Fact]
    public async Task An_employer_who_stops_reminders_is_still_sent_referrals_and_only_those()
    {
        var (officer, _, _) = await SentReferralAsync();
        await DeliverAsync();
        host.Clock.Advance(TimeSpan.FromDays(3));
        await host.Use<SweepReferrals>(job => job.RunAsync(default));
        await DeliverAsync();
        var path = await LinkAsync("/Unsubscribe/");
        using var phone = host.Browser();
        await phone.GoAsync(path);
        await phone.SubmitAsync("main form");
        Assert.False(await host.Db(db => db.Employers.Select(e => e.TakesReminders).SingleAsync()));

        host.Clock.Advance(TimeSpan.FromDays(4));
        await host.Use<SweepReferrals>(job => job.RunAsync(default));
        await DeliverAsync();
        Assert.Equal([MailState.Sent, MailState.Cancelled], await host.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.ReferralReminder).OrderBy(m => m.CreatedAt).Select(m => m.State).ToListAsync()));
        var employer = await host.Db(db => db.Employers.SingleAsync());
        var other = await host.Given.Person("Lê Văn Tám (mẫu)");
        await host.Given.SendAsync(officer, await host.Given.PreparedReferral(await host.Given.LiveOpening(employer), other, officer, consent: true));
        await DeliverAsync();
        Assert.Equal(2, await host.Db(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.ReferralSent && m.State == MailState.Sent)));

        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync($"/Employers/{employer.Id}");
        Assert.Contains("không nhận thư nhắc", desk.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_is_asked_in_the_night_whether_an_opening_still_stands()
    {
        var (employer, _) = await host.Given.Employer();
        await host.Given.LiveOpening(employer);
        host.Clock.Advance(TimeSpan.FromDays(60) + TimeSpan.FromHours(14));
        await host.Use<SweepOpenings>(job => job.RunAsync(default));
        var due = await host.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.OpeningStale).Select(m => m.NextTryAt).ToListAsync());
        Assert.NotEmpty(due);
        Assert.All(due, at => Assert.Equal(MailHours.From, TimeOnly.FromDateTime(Clock.Local(at))));
    }

    private Task ChooseAsync(Account officer, DigestRhythm digest) => host.Db(async db =>
    {
        (await db.Users.SingleAsync(a => a.Id == officer.Id)).Receive(digest, tellAtOnce: true);
        await db.SaveChangesAsync();
    });

    private Task SendDigestsAsync() => host.Use<SendDigests>(job => job.RunAsync(default));

    private Task DeliverAsync() => host.Use<DeliverMail>(job => job.RunAsync(default));

    private Task<DigestRhythm> RhythmAsync(Account account) => host.Db(db => db.Users.Where(a => a.Id == account.Id).Select(a => a.Digest).SingleAsync());

    /// <summary>Days of the month on which digests were promised.</summary>
    private Task<List<int>> DigestsAsync() => host.Db(async db =>
        (await db.Outbox.Where(m => m.Kind == MailKinds.OfficerDigest).OrderBy(m => m.CreatedAt).Select(m => m.CreatedAt).ToListAsync()).ConvertAll(at => Clock.DayOf(at).Day));

    private async Task<(Account Officer, Referral Referral, Returnee Person)> SentReferralAsync(Account? by = null)
    {
        var officer = by ?? await host.Given.Officer();
        var person = await host.Given.Person();
        var (employer, _) = await host.Given.Employer();
        var referral = await host.Given.PreparedReferral(await host.Given.LiveOpening(employer), person, officer, consent: true);
        await host.Given.SendAsync(officer, referral);
        return (officer, referral, person);
    }

    private async Task<List<MimeMessage>> MailsToAsync(string address) =>
        [.. (await host.MailsAsync()).Where(mail => mail.To.ToString().Contains(address, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The address of ours that begins like this, in whatever mail holds one.</summary>
    private async Task<string> LinkAsync(string beginning)
    {
        var text = (await host.MailsAsync()).Select(mail => mail.TextBody!).First(text => text.Contains(beginning, StringComparison.Ordinal));
        return text[text.IndexOf(beginning, StringComparison.Ordinal)..].Split((char[]?)null)[0];
    }
}
