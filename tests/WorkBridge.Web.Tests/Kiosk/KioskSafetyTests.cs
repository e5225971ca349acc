using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Kiosks;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>Nothing of one person is left for the next.</summary>
public sealed class KioskSafetyTests
{
    private static readonly string[] OfPassersBy = ["/Kiosk/Start", "/Kiosk/Openings", "/Kiosk/Openings?tab=training", "/Kiosk/Card", "/Kiosk/Desk", "/Kiosk/Withdraw", "/Kiosk/Help", "/Kiosk/Enrol"];
    private static readonly string[] OfPerson = ["/Kiosk/Menu", "/Kiosk/Questions", "/Kiosk/Questions/Matching", "/Kiosk/Questions/Reminders", "/Kiosk/Questions/Mentor", "/Kiosk/Questions/Statistics", "/Kiosk/Employer", "/Kiosk/Profile", "/Kiosk/Change", "/Kiosk/Change?p=2", "/Kiosk/Asked", "/Kiosk/Support", "/Kiosk/Rights", "/Kiosk/Rights/Object", "/Kiosk/Change/Trade", "/Kiosk/Change/Trade?p=2", "/Kiosk/Change/Trade?typed=true", "/Kiosk/Change/Trade?near=true", "/Kiosk/Change/Trade?group=Goods", "/Kiosk/Change/Skill", "/Kiosk/Change/Skill?group=Sewing", "/Kiosk/Change/WantedTrade", "/Kiosk/Change/Kinds", "/Kiosk/Change/Shifts", "/Kiosk/Change/PayFrom", "/Kiosk/Change/AvailableFrom", "/Kiosk/Change/Transport", "/Kiosk/Change/Kilometres", "/Kiosk/Change/Away", "/Kiosk/Change/Lodging", "/Kiosk/Change/Phone", "/Kiosk/Change/Other", "/Kiosk/Support/Loan", "/Kiosk/Support/Training", "/Kiosk/Support/Papers", "/Kiosk/Support/LegalAid", "/Kiosk/Support/Counselling", "/Kiosk/Support/Health", "/Kiosk/Support/Housing", "/Kiosk/Support/Officer", "/Kiosk/Rights/See", "/Kiosk/Rights/Copy", "/Kiosk/Rights/Correct", "/Kiosk/Rights/Delete", "/Kiosk/Rights/Restrict", "/Kiosk/Rights/Object?scope=Matching", "/Kiosk/Rights/Object?scope=Statistics", "/Kiosk/Readings", "/Kiosk/Withdraw", "/Kiosk/Help", "/Kiosk/Openings"];
    private static readonly string[] AfterAnswers = ["/Kiosk/Review", "/Kiosk/Done", "/Kiosk/Receipt", "/Kiosk/Withdraw"];
    private static readonly string[] AtRest = ["/Kiosk", "/Kiosk/Fault", "/Kiosk/Wiped"];
    private static readonly string[] Forbidden = ["án", "tù", "phạm", "tội"];

    [Fact]
    public async Task A_copied_visit_cookie_opens_nothing_after_leaving()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        var copy = screen.Cookies.GetCookies(new Uri("http://localhost")).ToDictionary(c => c.Name, c => c.Value);
        await screen.GoAsync("/Kiosk/Leave");
        Assert.Equal("/Kiosk/Wiped", screen.At);
        Assert.Equal(["kiosk"], screen.Cookies.GetCookies(new Uri("http://localhost")).Select(c => c.Name));

        using var thief = screens.Host.Browser();
        foreach (var (name, value) in copy)
            thief.Cookies.Add(new Uri("http://localhost"), new Cookie(name, value, "/"));
        await thief.GoAsync("/Kiosk/Menu");

        Assert.Equal("/Kiosk/Wiped", thief.At);
    }

    [Fact]
    public async Task A_visit_key_alone_opens_nothing_at_another_screen()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        var key = screen.Cookies.GetCookies(new Uri("http://localhost"))["kiosk-visit"]!.Value;
        using var other = await screens.ScreenAsync("Tầng 2");
        other.Cookies.Add(new Uri("http://localhost"), new Cookie("kiosk-visit", key, "/"));

        await other.GoAsync("/Kiosk/Menu");

        Assert.Equal("/Kiosk/Wiped", other.At);
    }

    [Fact]
    public async Task An_idle_visit_is_over_on_the_server_too_and_a_touch_keeps_it()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        screens.Host.Clock.Advance(TimeSpan.FromSeconds(60));
        await screen.GoAsync("/Kiosk/Still");
        screens.Host.Clock.Advance(TimeSpan.FromSeconds(60));
        await screen.GoAsync("/Kiosk/Menu");
        Assert.Equal("/Kiosk/Menu", screen.At);

        screens.Host.Clock.Advance(TimeSpan.FromSeconds(76));
        await screen.GoAsync("/Kiosk/Menu");

        Assert.Equal("/Kiosk/Wiped", screen.At);
        Assert.NotNull(await screens.Host.Db(db => db.KioskVisits.Select(v => v.EndedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_form_of_an_earlier_visit_is_refused_and_changes_nothing()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Questions");
        var token = screen.Token;
        var cookies = screen.Cookies.GetCookies(new Uri("http://localhost"))["wb.form"]!.Value;
        await screen.GoAsync("/Kiosk/Leave");
        await Screens.SignInAsync(screen, await screens.CardAsync());
        screen.Cookies.Add(new Uri("http://localhost"), new Cookie("wb.form", cookies, "/"));

        await screen.PostAsync("/Kiosk/Questions", [("__RequestVerificationToken", token), ("answer", "yes")]);

        Assert.Equal("/Kiosk/Wiped", screen.At);
        Assert.Equal(0, await screens.Host.Db(db => db.Consents.CountAsync()));
    }

    [Fact]
    public async Task A_revoked_screen_is_dead_at_its_next_request()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        var device = await screens.Host.Db(db => db.KioskDevices.Select(d => d.Id).SingleAsync());
        await screens.AsOfficerAsync<RevokeKiosk, bool>(async use =>
        {
            await use.RunAsync(device, default);
            return true;
        });

        foreach (var path in new[] { "/Kiosk/Menu", "/Kiosk", "/Kiosk/Start", "/Kiosk/Profile" })
        {
            await screen.GoAsync(path);
            Assert.Equal("/Kiosk/Fault", screen.At);
        }

        Assert.Contains("Màn hình đang nghỉ", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_enrolment_no_page_of_a_screen_opens()
    {
        await using var screens = await Screens.StartAsync();
        using var nobody = screens.Host.Browser();
        foreach (var path in OfPassersBy.Concat(OfPerson).Concat(AfterAnswers).Append("/Kiosk").Append("/Kiosk/Still"))
        {
            await nobody.GoAsync(path);
            Assert.Equal("/Kiosk/Enrol", nobody.At);
        }
    }

    [Fact]
    public async Task Wrong_pins_get_the_same_words_as_an_unknown_card_and_then_a_lock()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.ScreenAsync();
        var card = await screens.CardAsync();
        var known = await TryAsync(screen, card.Code, "000000");
        var unknown = await TryAsync(screen, CheckedCode.Random(8), "000000");
        Assert.Equal(known, unknown);
        Assert.Contains("không khớp", known, StringComparison.Ordinal);

        for (var i = 0; i < 4; i++)
            await TryAsync(screen, card.Code, "000000");

        Assert.Contains("Đợi 15 phút", await TryAsync(screen, card.Code, card.Pin), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_is_stored_nowhere_clears_itself_and_says_nothing_in_its_title()
    {
        await using var screens = await Screens.StartAsync();
        await ShowAllAsync(screens, (path, screen) =>
        {
            Assert.True(screen.Answer.Headers.CacheControl?.NoStore, path);
            Assert.Matches("^(WorkBridge|Phiếu · WorkBridge|Slip · WorkBridge)$", screen.Page.Title!);
            if (!AtRest.Contains(path))
                Assert.Matches("^(61|21); url=/Kiosk/Wiped$", Header(screen, "Refresh"));
            Assert.All(screen.Page.QuerySelectorAll("a[href]"), a => Assert.StartsWith("/", a.GetAttribute("href")!, StringComparison.Ordinal));
            Assert.All(screen.Page.QuerySelectorAll("input:not([type=hidden])"), i => Assert.Equal("off", i.GetAttribute("autocomplete")));
            Assert.Empty(screen.Page.QuerySelectorAll("[checked], [style], script:not([src])"));
        });
        using var gone = await screens.ScreenAsync("Tầng 3");
        await gone.GoAsync("/Kiosk/Wiped");
        Assert.Equal("\"storage\"", Header(gone, "Clear-Site-Data"));
        Assert.Equal("5; url=/Kiosk", Header(gone, "Refresh"));
    }

    [Fact]
    public async Task No_page_holds_the_four_syllables_or_a_name_or_a_number()
    {
        await using var screens = await Screens.StartAsync();
        await ShowAllAsync(screens, (path, screen) =>
        {
            var syllables = screen.Text.ToLowerInvariant().Split([' ', ',', '.', '?', '!', ':', ';', '/', '“', '”', '(', ')', '·'], StringSplitOptions.RemoveEmptyEntries);
            Assert.True(!syllables.Intersect(Forbidden).Any(), $"{path}: {string.Join(' ', syllables.Intersect(Forbidden))}");
            var html = screen.Page.DocumentElement.OuterHtml;
            Assert.DoesNotContain("Thơm", html, StringComparison.Ordinal);
            Assert.DoesNotContain("+8490", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Tổ dân phố 5", html, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Yes_and_no_are_the_same_button_but_for_their_word_and_icon()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Questions");

        var answers = screen.Page.QuerySelectorAll("form.wbk-answers button");
        Assert.Equal(["Đồng ý", "Không đồng ý"], answers.Select(a => a.TextContent.Trim()));
        Assert.Single(answers.Select(a => a.ClassName).Distinct());
        Assert.All(answers, a => Assert.False(a.HasAttribute("autofocus")));
        Assert.Single(answers.Select(a => a.QuerySelector("svg")!.GetAttribute("width")).Distinct());
    }

    [Fact]
    public async Task Every_page_exists_in_english_too()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Language?to=en&back=/Kiosk/Menu");
        foreach (var path in OfPerson.Where(p => p != "/Kiosk/Employer"))
        {
            await screen.GoAsync(path);
            var heading = screen.Page.QuerySelector("h1")!.TextContent;
            Assert.True(heading.All(c => c < 128 || c == '’'), $"{path}: {heading}");
        }
    }

    private static async Task<string> TryAsync(Browser screen, string code, string pin)
    {
        await screen.GoAsync("/Kiosk/Card");
        await screen.SubmitAsync("main form", [("Input.Code", code)]);
        await screen.SubmitAsync("main form", [("Input.Pin", pin)]);
        return screen.Page.QuerySelector(".wbk-field__error, .wbk-error")?.TextContent.Trim() ?? "";
    }

    private static string Header(Browser screen, string name) =>
        screen.Answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    private static async Task ShowAllAsync(Screens screens, Action<string, Browser> look)
    {
        var (employer, _) = await screens.Host.Given.Employer();
        var opening = await screens.Host.Given.LiveOpening(employer);
        await screens.Host.Given.LiveOpening(employer, "Lớp may căn bản", kind: Matching.OpeningKind.Training);
        await screens.Host.Given.PreparedReferral(opening, screens.Person, screens.Officer);
        using var passer = await screens.ScreenAsync();
        foreach (var path in OfPassersBy.Concat(AtRest).Append($"/Kiosk/Openings/{opening.Id}"))
            await OnAsync(passer, path);
        await passer.GoAsync($"/Kiosk/Openings/{opening.Id}");
        await passer.SubmitAsync("main form");
        look("/Kiosk/Ticket", passer);

        using var person = await screens.ScreenAsync("Tầng 2");
        await Screens.SignInAsync(person, await screens.CardAsync());
        foreach (var path in OfPerson)
            await OnAsync(person, path);
        await person.GoAsync("/Kiosk/Employer");
        await Screens.AnswerAsync(person, yes: true);
        await Screens.AnswerAllAsync(person, true, false, true, false);
        foreach (var path in AfterAnswers)
            await OnAsync(person, path);
        await person.GoAsync("/Kiosk/Withdraw");
        await person.SubmitAsync("form[action*=Back]");
        look("/Kiosk/Withdraw?done", person);

        async Task OnAsync(Browser screen, string path)
        {
            await screen.GoAsync(path);
            Assert.Equal((HttpStatusCode.OK, path), (screen.Status, screen.At));
            look(path, screen);
        }
    }
}
