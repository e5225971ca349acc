using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Placements;

/// <summary>"Is the person still with you?": from the sweep through the mail and the link to the follow-up.</summary>
public sealed class StillThereTests : IAsyncLifetime
{
    private static readonly DateOnly Start = new(2026, 11, 23);

    private TestHost host = null!;
    private Account officer = null!;
    private Returnee person = null!;
    private Employer employer = null!;
    private Placement placement = null!;

    public async Task InitializeAsync()
    {
        host = await TestHost.StartAsync();
        officer = await host.Given.Officer();
        person = await host.Given.Person();
        (employer, _) = await host.Given.Employer();
        placement = await host.Given.Placement(employer, person, officer, Start);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task At_day_seven_the_employer_gets_one_mail_without_a_name_and_one_touch_and_a_confirm_make_a_follow_up()
    {
        host.Clock.Advance(TimeSpan.FromDays(6));
        await SweepAsync();
        Assert.Empty(await AskedAsync());
        host.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync();
        await SweepAsync();
        using var mail = Assert.Single(await host.MailsAsync());
        Assert.Equal(employer.Email, ((MailboxAddress)mail.To[0]).Address);
        foreach (var secret in new[] { "Thơm", "Vũ Thị", "V.T.T." })
            Assert.DoesNotContain(secret, mail.ToString() + mail.TextBody + mail.HtmlBody + mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<![0-9A-Za-z])1992(?![0-9A-Za-z])", mail.ToString() + mail.TextBody + mail.HtmlBody + mail.Subject);

        using var phone = host.Browser();
        var before = await RowsAsync();
        for (var i = 0; i < 5; i++)
            await phone.GoAsync(LinkIn(mail));
        await phone.SubmitAsync("main form", button: "button[value=true]");
        Assert.Equal(before, await RowsAsync());
        Assert.Contains("Ghi là vẫn đang làm?", phone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thơm", phone.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("V.T.T.", phone.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("no-store", phone.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        await phone.SubmitAsync("main form");
        Assert.Contains("Đã ghi: vẫn đang làm", phone.Text, StringComparison.Ordinal);
        var check = await host.Db(db => db.FollowUps.SingleAsync());
        Assert.Equal((7, FollowUpWay.Employer, Answer.Yes, Answer.Yes, ActorKind.EmployerLink), (check.Step!.Value, check.Way, check.Working, check.SameEmployer, check.ByKind));
        Assert.Equal(PlacementState.Running, await host.Db(db => db.Placements.Select(p => p.State).SingleAsync()));
        await SweepAsync();
        Assert.Single(await AskedAsync());

        using var desk = await host.Given.SignedIn(officer);
        foreach (var page in new[] { $"/Returnees/{person.Id}", $"/Employers/{employer.Id}", $"/Referrals/{placement.ReferralId}" })
        {
            await desk.GoAsync(page);
            Assert.Contains(MailKinds.Words(MailKinds.StillThere).Vi, desk.Page.QuerySelector("[data-wb-letters]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Has_left_asks_for_a_day_and_a_reason_keeps_what_was_typed_and_does_not_end_the_work()
    {
        using var phone = await AskedPhoneAsync(7);
        await phone.SubmitAsync("main form", button: "button[value=false]");
        await phone.SubmitAsync("main form", [("Input.LastDay", "27/11/2026")]);
        Assert.Contains("Chọn một lý do", phone.Page.QuerySelector(".govuk-error-message")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("27/11/2026", phone.Page.QuerySelector("#Input_LastDay")!.GetAttribute("value"));
        await phone.SubmitAsync("main form", [("Input.LastDay", "1/12/2026"), ("Input.Reason", "Health")]);
        Assert.Contains("không thể ở sau hôm nay", phone.Page.QuerySelector(".govuk-error-message")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await host.Db(db => db.FollowUps.CountAsync()));

        await phone.SubmitAsync("main form", [("Input.LastDay", "27/11/2026"), ("Input.Reason", "Health")]);
        Assert.Contains("Đã ghi: đã nghỉ", phone.Text, StringComparison.Ordinal);
        Assert.Contains("27/11/2026", phone.Text, StringComparison.Ordinal);
        var check = await host.Db(db => db.FollowUps.SingleAsync());
        Assert.Equal((Answer.No, new DateOnly(2026, 11, 27), EndReason.Health), (check.Working, check.LastDay!.Value, check.EndReason!.Value));
        Assert.NotEqual(PlacementState.Ended, await host.Db(db => db.Placements.Select(p => p.State).SingleAsync()));
        Assert.Equal(WorkState.Unknown, await host.Db(db => db.Outcomes.Select(o => o.Result).SingleAsync()));

        host.Clock.Advance(TimeSpan.FromDays(23));
        await SweepAsync();
        Assert.Single(await AskedAsync());
    }

    [Fact]
    public async Task Used_twice_it_says_kindly_what_was_answered_and_writes_nothing_more()
    {
        using var phone = await AskedPhoneAsync(7);
        using var other = host.Browser();
        await other.GoAsync(phone.At);
        await phone.SubmitAsync("main form", button: "button[value=true]");
        await other.SubmitAsync("main form", button: "button[value=false]");
        await phone.SubmitAsync("main form");
        await other.SubmitAsync("main form", [("Input.Reason", "Unknown")]);
        Assert.Contains("Đã ghi: vẫn đang làm", other.Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.Db(db => db.FollowUps.CountAsync()));

        host.Clock.Advance(TimeSpan.FromDays(2));
        await other.GoAsync(other.At);
        Assert.Contains("Trả lời ngày 30/11/2026", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirmed_on_two_telephones_at_once_it_is_one_answer()
    {
        using var one = await AskedPhoneAsync(7);
        using var two = host.Browser();
        await two.GoAsync(one.At);
        await one.SubmitAsync("main form", button: "button[value=true]");
        await two.SubmitAsync("main form", button: "button[value=true]");
        await Task.WhenAll(one.SubmitAsync("main form"), two.SubmitAsync("main form"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (one.Status, two.Status));
        Assert.Equal(1, await host.Db(db => db.FollowUps.CountAsync()));
    }

    [Fact]
    public async Task A_later_steps_mail_ends_the_earlier_link_and_what_piled_up_is_one_mail()
    {
        using var early = await AskedPhoneAsync(7);
        host.Clock.Advance(TimeSpan.FromDays(90));
        await SweepAsync();
        await early.GoAsync(early.At);
        Assert.Equal(HttpStatusCode.Gone, early.Status);
        Assert.DoesNotContain("may công nghiệp", early.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([AskStillThere.KeyOf(placement.Id, 7), AskStillThere.KeyOf(placement.Id, 90)], await AskedAsync());
    }

    [Fact]
    public async Task Once_consent_to_the_employer_is_taken_back_the_link_is_dead_waiting_mail_stays_and_nothing_is_asked_again()
    {
        host.Clock.Advance(TimeSpan.FromDays(7));
        await host.Use<AskStillThere>(sweep => sweep.RunAsync(default));
        var token = await host.Db(async db => host.Services.GetRequiredService<WorkBridge.Referrals.LinkTokens>().TokenFor(await db.OneTimeLinks.Select(l => l.Id).SingleAsync()));
        await host.Use<WithdrawConsent>(act => act.RunAsync(person.Id, Purpose.Employer, employer.Id, new AnswerSetting(ConsentWay.KioskCard, null, null, false, null), default));
        await host.Use<DeliverMail>(mail => mail.RunAsync(default));
        Assert.DoesNotContain(await host.MailsAsync(), m => m.Subject!.Contains("còn làm", StringComparison.Ordinal));
        using var phone = host.Browser();
        await phone.GoAsync("/R/Still/" + token);
        Assert.Equal(HttpStatusCode.Gone, phone.Status);
        host.Clock.Advance(TimeSpan.FromDays(23));
        await SweepAsync();
        Assert.Single(await AskedAsync());
    }

    [Fact]
    public async Task Nothing_is_asked_when_the_programme_or_the_work_has_ended_or_the_step_was_answered()
    {
        var ended = await host.Given.Placement(employer, await host.Given.Person("Lò Thị Mận"), officer, Start);
        var answered = await host.Given.Placement(employer, await host.Given.Person("Cà Văn Sấu"), officer, Start);
        await host.Db(async db =>
        {
            (await db.Placements.SingleAsync(p => p.Id == ended.Id)).Finish(Start.AddDays(3), EndReason.Health, Actor.Officer(officer.Id), host.Given.Now);
            (await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == person.Id)).LeaveProgramme(Start, ProgrammeEnding.MovedAway);
            db.FollowUps.Add(new FollowUp(answered.Id, new FollowUpFacts { Step = 7, On = Start.AddDays(7), Way = FollowUpWay.Call, Working = Answer.Yes }, Actor.Officer(officer.Id), host.Given.Now.AddDays(7)));
            db.Placements.Add(Placement.FoundAlone(person.Id, person.CommuneCode, null, Start, Actor.Officer(officer.Id), host.Given.Now));
            await db.SaveChangesAsync();
        });
        host.Clock.Advance(TimeSpan.FromDays(7));
        await SweepAsync();
        Assert.Empty(await AskedAsync());
    }

    [Fact]
    public async Task Swept_at_night_the_mail_waits_for_the_morning_and_the_link_of_a_referral_opens_no_question()
    {
        host.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromHours(13)); // 22:00
        await SweepAsync();
        Assert.Empty(await host.MailsAsync());
        Assert.Equal(new DateTime(2026, 12, 1, 0, 30, 0, DateTimeKind.Utc), await host.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.StillThere).Select(m => m.NextTryAt).SingleAsync()));

        var tokens = host.Services.GetRequiredService<WorkBridge.Referrals.LinkTokens>();
        var still = await host.Db(db => db.OneTimeLinks.Select(l => l.Id).SingleAsync());
        using var phone = host.Browser();
        await phone.GoAsync("/R/" + tokens.TokenFor(still));
        Assert.Equal(HttpStatusCode.NotFound, phone.Status);
    }

    private async Task SweepAsync()
    {
        await host.Use<AskStillThere>(sweep => sweep.RunAsync(default));
        await host.Use<DeliverMail>(mail => mail.RunAsync(default));
    }

    private async Task<Browser> AskedPhoneAsync(int day)
    {
        host.Clock.Advance(TimeSpan.FromDays(day));
        await SweepAsync();
        using var mail = Assert.Single(await host.MailsAsync());
        var phone = host.Browser();
        await phone.GoAsync(LinkIn(mail));
        return phone;
    }

    private static string LinkIn(MimeMessage mail) =>
        new Uri(mail.TextBody!.Split('\n').Select(l => l.Trim()).Single(l => l.StartsWith("http", StringComparison.Ordinal) && l.Contains("/R/Still/", StringComparison.Ordinal))).AbsolutePath;

    private Task<List<string>> AskedAsync() => host.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.StillThere).OrderBy(m => m.CreatedAt).Select(m => m.Key).ToListAsync());

    /// <summary>What a visit and a first touch must not move.</summary>
    private Task<string> RowsAsync() => host.Db(async db =>
    {
        var p = await db.Placements.SingleAsync();
        var link = await db.OneTimeLinks.SingleAsync(l => l.Step != null);
        return $"{p.State}|{p.Version}|{link.Version}|{await db.FollowUps.CountAsync()}|{await db.Outcomes.CountAsync()}|{await db.StateMoves.CountAsync()}|{await db.Outbox.CountAsync()}";
    });
}
