using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>An answer counts for what was on the screen: posted twice, late, by hand or under an older notice, it answers nothing else.</summary>
public sealed class StaleAnswerTests
{
    [Fact]
    public async Task The_same_yes_posted_twice_answers_one_question_and_the_next_is_only_shown()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Questions");
        var form = Form(screen, "yes");

        await screen.PostAsync("/Kiosk/Questions", form);
        await screen.PostAsync("/Kiosk/Questions", form);

        Assert.Equal([Purpose.Matching], await PurposesAsync(screens));
        Assert.Contains("Câu 2 trong 4", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_to_one_employer_posted_twice_is_no_yes_to_the_next()
    {
        await using var screens = await Screens.StartAsync();
        for (var i = 0; i < 2; i++)
        {
            var (employer, _) = await screens.Host.Given.Employer();
            await screens.Host.Given.PreparedReferral(await screens.Host.Given.LiveOpening(employer), screens.Person, screens.Officer);
        }

        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Employer");
        var form = Form(screen, "yes");
        await screen.PostAsync("/Kiosk/Employer", form);
        await screen.PostAsync("/Kiosk/Employer", form);

        Assert.Equal([Purpose.Employer], await PurposesAsync(screens));
        Assert.Equal("/Kiosk/Employer", screen.At);
    }

    [Fact]
    public async Task A_yes_under_an_earlier_notice_is_refused_the_new_one_is_shown_and_nothing_is_written()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Questions");

        await screen.PostAsync("/Kiosk/Questions", Form(screen, "yes", notice: "1"));

        Assert.Empty(await PurposesAsync(screens));
        Assert.Contains("Câu hỏi vừa được viết lại", screen.Text, StringComparison.Ordinal);
        Assert.Equal($"{Notices.Latest}", screen.Page.QuerySelector("input[name=notice]")!.GetAttribute("value"));
        await Screens.AnswerAsync(screen, yes: true);
        Assert.Equal([Purpose.Matching], await PurposesAsync(screens));
    }

    [Theory]
    [InlineData("asked", "")]
    [InlineData("asked", "Nonsense")]
    [InlineData("asked", "Statistics")]
    [InlineData("notice", "99")]
    [InlineData("notice", "-1")]
    [InlineData("answer", "true")]
    [InlineData("answer", "Yes")]
    public async Task A_form_made_by_hand_agrees_to_nothing(string field, string value)
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Questions");
        var form = Form(screen, "yes").Select(f => f.Name == field ? (f.Name, value) : f).Append(("at", "2020-01-01")).Append(("returneeId", Guid.NewGuid().ToString()));

        await screen.PostAsync("/Kiosk/Questions", [.. form]);

        Assert.Empty(await PurposesAsync(screens));
    }

    [Fact]
    public async Task What_a_form_adds_about_the_person_the_day_or_the_end_is_not_read()
    {
        await using var screens = await Screens.StartAsync();
        var other = await screens.Host.Given.Person("Đỗ Văn Khải");
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Questions");
        var now = screens.Host.Clock.GetUtcNow().UtcDateTime;

        await screen.PostAsync("/Kiosk/Questions",
        [
            .. Form(screen, "yes"), ("returneeId", other.Id.ToString()), ("Input.ReturneeId", other.Id.ToString()), ("at", "2020-01-01T00:00:00Z"),
            ("expiresOn", "2099-01-01"), ("sequence", "7"), ("way", "Paper"), ("officerId", screens.Officer.Id.ToString()),
        ]);

        var act = await screens.Host.Db(db => db.Consents.SingleAsync());
        Assert.Equal((screens.Person.Id, 1, ConsentWay.KioskCard, (Guid?)null), (act.ReturneeId, act.Sequence, act.Way, act.OfficerId));
        Assert.Equal(now, act.At, TimeSpan.FromSeconds(5));
        Assert.True(act.ExpiresOn < new DateOnly(2028, 1, 1));
    }

    [Fact]
    public async Task Two_screens_at_once_both_show_what_stands_and_the_later_answer_counts()
    {
        await using var screens = await Screens.StartAsync();
        using var one = await screens.ScreenAsync();
        using var two = await screens.ScreenAsync("Tầng 2");
        var card = await screens.CardAsync();
        await Screens.SignInAsync(one, card);
        await Screens.SignInAsync(two, card);
        await one.GoAsync("/Kiosk/Questions/Matching");
        await two.GoAsync("/Kiosk/Questions/Matching");

        await Task.WhenAll(Screens.AnswerAsync(one, yes: true), Screens.AnswerAsync(two, yes: false));

        var acts = await screens.Host.Db(db => db.Consents.OrderBy(c => c.Sequence).ToListAsync());
        Assert.Equal([1, 2], acts.Select(a => a.Sequence));
        Assert.Equal(acts[1].Decision == Decision.Given, await screens.StandsAsync());
        Assert.Equal(2, acts.Select(a => a.DeviceId).Distinct().Count());
        // A no that came second took the yes back; a no that came first was a refusal.
        Assert.Contains(string.Join(' ', acts.Select(a => a.Decision)), new[] { "Given Withdrawn", "Refused Given" });
    }

    private static (string Name, string Value)[] Form(Browser screen, string answer, string? notice = null) =>
    [
        .. screen.Page.QuerySelectorAll("form.wbk-answers input[name]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("name") == "notice" && notice is not null ? notice : i.GetAttribute("value")!)),
        ("answer", answer),
    ];

    private static Task<List<Purpose>> PurposesAsync(Screens screens) => screens.Host.Db(db => db.Consents.OrderBy(c => c.Sequence).Select(c => c.Purpose).ToListAsync());
}
