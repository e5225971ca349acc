using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Kiosks;
using WorkBridge.Referrals;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>The person's ways through a screen, page by page.</summary>
public sealed class KioskJourneyTests
{
    [Fact]
    public async Task Card_questions_and_slip_and_only_then_is_the_person_matched()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        Assert.False(await screens.StandsAsync());

        await screen.GoAsync("/Kiosk/Questions");
        Assert.Contains("Câu 1 trong 4", screen.Text, StringComparison.Ordinal);
        Assert.False(await screens.StandsAsync());
        await Screens.AnswerAsync(screen, yes: true);
        Assert.True(await screens.StandsAsync());
        Assert.Contains("Câu 2 trong 4", screen.Text, StringComparison.Ordinal);
        await Screens.AnswerAsync(screen, yes: false);
        await Screens.AnswerAsync(screen, yes: true);
        await Screens.AnswerAsync(screen, yes: false);
        Assert.Equal("/Kiosk/Review", screen.At);
        Assert.Equal(4, screen.Page.QuerySelectorAll(".wbk-chosen > li").Length);

        await screen.GoAsync("/Kiosk/Done");
        var code = screen.Page.QuerySelector(".wbk-code")!.TextContent;
        await screen.GoAsync("/Kiosk/Receipt");
        Assert.Contains(code, screen.Text, StringComparison.Ordinal);
        Assert.Contains("Không đồng ý: gọi điện hoặc gửi thư nhắc lịch", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Đồng ý: giữ hồ sơ tay nghề", screen.Text, StringComparison.Ordinal);
        Assert.NotNull(screen.Page.QuerySelector(".r-qr svg"));
        Assert.DoesNotContain("Thơm", screen.Text, StringComparison.Ordinal);
        var acts = await screens.Host.Db(db => db.Consents.OrderBy(c => c.Sequence).ToListAsync());
        Assert.All(acts, a => Assert.True(a is { Way: ConsentWay.KioskCard, NoticeVersion: Notices.Latest, OfficerId: null } && a.DeviceId is not null && a.ReceiptId is not null));
    }

    [Fact]
    public async Task An_answer_can_be_changed_on_the_review_page()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await Screens.AnswerAllAsync(screen, true, true, true, true);

        await screen.GoAsync("/Kiosk/Questions/Matching");
        await Screens.AnswerAsync(screen, yes: false);

        Assert.Equal("/Kiosk/Review", screen.At);
        Assert.False(await screens.StandsAsync());
    }

    [Fact]
    public async Task A_refusal_is_not_put_again_at_the_next_visit()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await Screens.AnswerAllAsync(screen, true, false, true, false);
        await screen.GoAsync("/Kiosk/Leave");

        await Screens.SignInAsync(screen, await screens.CardAsync());

        Assert.Null(screen.Page.QuerySelector("main a[href='/Kiosk/Questions']"));
        await screen.GoAsync("/Kiosk/Questions");
        Assert.Equal("/Kiosk/Menu", screen.At);
    }

    [Fact]
    public async Task Four_digits_from_the_desk_open_the_part_and_the_answer_says_who_opened()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.ScreenAsync();
        var device = await screens.Host.Db(db => db.KioskDevices.Select(d => d.Id).SingleAsync());
        await screen.GoAsync("/Kiosk/Desk");
        Assert.Contains("Mời anh/chị gặp cán bộ", screen.Text, StringComparison.Ordinal);
        var code = await screens.AsOfficerAsync<OpenFromDesk, string>(use => use.RunAsync(screens.Person.Id, device, default));

        await screen.GoAsync("/Kiosk/Desk");
        Assert.Contains("Cán bộ đã mở phần này cho anh/chị", screen.Text, StringComparison.Ordinal);
        await screen.GoAsync("/Kiosk/Desk?begin=true");
        await screen.SubmitAsync("main form", [("Input.Code", code)]);
        Assert.Equal("/Kiosk/Menu", screen.At);
        await screen.GoAsync("/Kiosk/Questions");
        await Screens.AnswerAsync(screen, yes: true);

        var act = await screens.Host.Db(db => db.Consents.SingleAsync());
        Assert.Equal((ConsentWay.KioskOpenedByOfficer, (Guid?)screens.Officer.Id), (act.Way, act.OfficerId));
    }

    [Fact]
    public async Task A_slip_alone_takes_back_at_another_screen_and_names_nobody()
    {
        await using var screens = await Screens.StartAsync();
        using var first = await screens.SignedInAsync();
        await Screens.AnswerAllAsync(first, true, true, true, true);
        var code = first.Page.QuerySelector(".wbk-code")!.TextContent;
        await first.GoAsync("/Kiosk/Leave");

        using var other = await screens.ScreenAsync("Tầng 2");
        await other.GoAsync("/Kiosk/Withdraw");
        await other.SubmitAsync("main form", [("Input.Code", code.ToLowerInvariant())]);
        Assert.Equal(4, other.Page.QuerySelectorAll("form[action*=Back]").Length);
        Assert.DoesNotContain("Thơm", other.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await other.SubmitAsync("form[action*=Back]");

        Assert.False(await screens.StandsAsync());
        Assert.Contains("Đã rút.", other.Text, StringComparison.Ordinal);
        Assert.Equal(3, other.Page.QuerySelectorAll("form[action*=Back]").Length);
        await other.GoAsync("/Kiosk/Receipt");
        Assert.Contains("Đã rút lại: giữ hồ sơ tay nghề", other.Text, StringComparison.Ordinal);
        var act = await screens.Host.Db(db => db.Consents.OrderByDescending(c => c.Sequence).FirstAsync());
        Assert.Equal((Decision.Withdrawn, ConsentWay.KioskSlip), (act.Decision, act.Way));
    }

    [Fact]
    public async Task A_slip_opens_no_profile_and_no_other_part()
    {
        await using var screens = await Screens.StartAsync();
        using var first = await screens.SignedInAsync();
        await Screens.AnswerAllAsync(first, true, true, true, true);
        var code = first.Page.QuerySelector(".wbk-code")!.TextContent;
        using var other = await screens.ScreenAsync("Tầng 2");
        await other.GoAsync("/Kiosk/Withdraw");
        await other.SubmitAsync("main form", [("Input.Code", code)]);

        foreach (var path in new[] { "/Kiosk/Menu", "/Kiosk/Profile", "/Kiosk/Readings", "/Kiosk/Questions", "/Kiosk/Review", "/Kiosk/Done", "/Kiosk/Employer" })
        {
            await other.GoAsync("/Kiosk/Withdraw");
            var cookies = other.Cookies.GetAllCookies();
            await other.GoAsync(path);
            Assert.Equal("/Kiosk/Wiped", other.At);
            foreach (System.Net.Cookie cookie in cookies)
                other.Cookies.Add(new Uri("http://localhost"), new System.Net.Cookie(cookie.Name, cookie.Value, "/"));
        }
    }

    [Fact]
    public async Task Employer_question_names_the_employer_and_a_yes_lets_the_officer_send()
    {
        await using var screens = await Screens.StartAsync();
        var (employer, _) = await screens.Host.Given.Employer(name: "HTX May Kiến Phúc (mẫu)");
        var opening = await screens.Host.Given.LiveOpening(employer);
        var referral = await screens.Host.Given.PreparedReferral(opening, screens.Person, screens.Officer);
        using var screen = await screens.SignedInAsync();

        await screen.GoAsync("/Kiosk/Employer");
        Assert.Contains("Gửi tay nghề của anh/chị cho HTX May Kiến Phúc (mẫu)?", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Chuyện trước đây", screen.Text, StringComparison.Ordinal);
        await Screens.AnswerAsync(screen, yes: true);

        Assert.Equal("/Kiosk/Review", screen.At);
        var consent = await screens.Host.Db(db => db.Consents.CurrentAsync(screens.Person.Id, Purpose.Employer, employer.Id, default));
        Assert.True(referral.CanSend(consent, DateOnly.FromDateTime(screens.Host.Given.Now)));
    }

    [Fact]
    public async Task No_to_an_employer_ends_the_prepared_referral()
    {
        await using var screens = await Screens.StartAsync();
        var (employer, _) = await screens.Host.Given.Employer();
        var opening = await screens.Host.Given.LiveOpening(employer);
        await screens.Host.Given.PreparedReferral(opening, screens.Person, screens.Officer);
        using var screen = await screens.SignedInAsync();

        await screen.GoAsync("/Kiosk/Employer");
        await Screens.AnswerAsync(screen, yes: false);

        Assert.Equal(ReferralState.WithdrawnByPerson, await screens.Host.Db(db => db.Referrals.Select(r => r.State).SingleAsync()));
        await screen.GoAsync("/Kiosk/Employer");
        Assert.Equal("/Kiosk/Menu", screen.At);
    }

    [Fact]
    public async Task Somebody_elses_referral_is_not_shown_and_cannot_be_answered()
    {
        await using var screens = await Screens.StartAsync();
        var (employer, _) = await screens.Host.Given.Employer();
        var opening = await screens.Host.Given.LiveOpening(employer);
        var other = await screens.Host.Given.Person("Đỗ Văn Khải");
        var theirs = await screens.Host.Given.PreparedReferral(opening, other, screens.Officer);
        using var screen = await screens.SignedInAsync();

        await screen.GoAsync($"/Kiosk/Employer/{theirs.Id}");
        Assert.Equal("/Kiosk/Menu", screen.At);
        await screen.PostAsync($"/Kiosk/Employer/{theirs.Id}", [("__RequestVerificationToken", screen.Token), ("answer", "yes")]);

        Assert.Equal(0, await screens.Host.Db(db => db.Consents.CountAsync()));
    }

    [Fact]
    public async Task Openings_are_open_to_everybody_and_asking_prints_a_number_without_a_name()
    {
        await using var screens = await Screens.StartAsync();
        var (employer, _) = await screens.Host.Given.Employer();
        for (var i = 0; i < 5; i++)
            await screens.Host.Given.LiveOpening(employer);
        using var screen = await screens.ScreenAsync();

        await screen.GoAsync("/Kiosk/Openings");
        Assert.Equal(4, screen.Page.QuerySelectorAll(".wbk-job").Length);
        Assert.Contains("Trang 1 trong 2", screen.Text, StringComparison.Ordinal);
        await screen.GoAsync(screen.Page.QuerySelector(".wbk-job")!.GetAttribute("href")!);
        await screen.SubmitAsync("main form");

        Assert.StartsWith("/Kiosk/Ticket/", screen.At, StringComparison.Ordinal);
        var interest = await screens.Host.Db(db => db.Interests.SingleAsync());
        Assert.Contains(interest.Number, screen.Text, StringComparison.Ordinal);
        Assert.Null(interest.ReturneeId);
    }

    [Fact]
    public async Task Asking_while_signed_in_tells_the_officers_and_so_does_a_wrong_profile_and_a_call()
    {
        await using var screens = await Screens.StartAsync();
        var (employer, _) = await screens.Host.Given.Employer();
        var opening = await screens.Host.Given.LiveOpening(employer);
        using var screen = await screens.SignedInAsync();

        await screen.GoAsync($"/Kiosk/Openings/{opening.Id}");
        await screen.SubmitAsync("main form");
        Assert.Contains("Đã báo cán bộ", screen.Text, StringComparison.Ordinal);
        await screen.GoAsync("/Kiosk/Change/Lodging");
        await screen.SubmitAsync("main form", button: "button[value=yes]");
        await screen.SubmitAsync(".wbk-foot form");
        Assert.Contains("Đã gọi cán bộ", screen.Text, StringComparison.Ordinal);

        Assert.Equal(screens.Person.Id, await screens.Host.Db(db => db.Interests.Select(i => i.ReturneeId).SingleAsync()));
        Assert.Equal(WorkBridge.Returnees.ProfileTopic.Lodging, await screens.Host.Db(db => db.ProfileChanges.Select(c => c.Topic).SingleAsync()));
        Assert.Equal(1, await screens.Host.Db(db => db.HelpCalls.CountAsync()));
    }

    [Fact]
    public async Task The_person_sees_who_looked_by_role_and_office()
    {
        await using var screens = await Screens.StartAsync();
        await screens.Host.Db(async db =>
        {
            db.Readings.Add(new Audit.Reading(screens.Host.Given.Now, Audit.ReadingKind.Opened, Actor.Officer(screens.Officer.Id), "Hội Phụ nữ", "Returnees/Show", [screens.Person.Id]));
            await db.SaveChangesAsync();
        });
        using var screen = await screens.SignedInAsync();

        await screen.GoAsync("/Kiosk/Readings");

        Assert.Contains("Cán bộ, Hội Phụ nữ: mở hồ sơ", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(screens.Officer.DisplayName, screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keypad_works_without_script()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.ScreenAsync();
        var card = await screens.CardAsync();

        await screen.GoAsync("/Kiosk/Card");
        await screen.SubmitAsync("main form", button: "button[data-key=A]");
        await screen.SubmitAsync("main form", button: "button[data-key=back]");
        foreach (var key in card.Code)
            await screen.SubmitAsync("main form", button: $"button[data-key='{key}']");
        Assert.Equal(card.Code, screen.Page.QuerySelector("#Input_Code")!.GetAttribute("value"));
        await screen.SubmitAsync("main form");
        foreach (var key in card.Pin)
            await screen.SubmitAsync("main form", button: $"button[data-key='{key}']");
        await screen.SubmitAsync("main form");

        Assert.Equal("/Kiosk/Menu", screen.At);
    }
}
