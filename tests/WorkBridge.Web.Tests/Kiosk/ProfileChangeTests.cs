using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>The person proposes at a screen, an officer confirms or leaves it: only then the profile changes, and the person sees which.</summary>
public sealed class ProfileChangeTests
{
    [Fact]
    public async Task Touches_propose_and_change_nothing_until_an_officer_confirms_them_all_in_one_press()
    {
        await using var screens = await Screens.StartAsync();
        var host = screens.Host;
        await host.Given.Consent(screens.Person, Purpose.Matching);
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Profile");
        Assert.NotNull(screen.Page.QuerySelector("main a[href='/Kiosk/Change']"));
        await TouchAsync(screen, "PayFrom", "9000000");
        await TouchAsync(screen, "Shifts", "Any");
        await screen.GoAsync("/Kiosk/Change/WantedTrade?near=true");
        var code = screen.Page.QuerySelectorAll(".wbk-menu a").Select(a => a.GetAttribute("href")!).Skip(1).First().Split('=')[1];
        await TouchAsync(screen, $"WantedTrade?subject={code}", "yes");
        await screen.GoAsync("/Kiosk/Change/Phone");
        await screen.SubmitAsync("main form", [("Input.Said", "0912345678")]);
        Assert.Contains("… 678", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("912345678", screen.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await TouchAsync(screen, "PayFrom", "9000000");
        await TouchAsync(screen, "PayFrom", "8000000");
        Assert.Equal(7_000_000, (await ContentAsync(screens)).PayFrom);
        Assert.Equal(5, await host.Db(db => db.ProfileChanges.CountAsync()));

        using var officer = await host.Given.SignedIn(screens.Officer);
        await officer.GoAsync("/Home");
        Assert.Contains("Đề nghị sửa hồ sơ: Vũ Thị Thơm", officer.Text, StringComparison.Ordinal);
        Assert.Contains("4 điều", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/Returnees/{screens.Person.Id}/Changes");
        Assert.Contains("Từ 7 triệu đồng một tháng", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Từ 8 triệu đồng một tháng", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync("form[action*=Confirm]");

        var content = await ContentAsync(screens);
        Assert.Equal((8_000_000, Matching.Shifts.Any, 2, 14), (content.PayFrom!.Value, content.Shifts, content.WantedTrades.Count, content.Trades[0].Months!.Value));
        Assert.Equal("+84912345678", (await host.Db(db => db.Returnees.SingleAsync(r => r.Id == screens.Person.Id))).Details.Phone);
        Assert.Equal(await host.Db(db => db.IndexChanges.MaxAsync(c => c.Id)), host.Services.GetRequiredService<IndexKeeper>().LastFollowed);
        await screen.GoAsync("/Kiosk/Asked");
        var asked = screen.Text + await NextAsync(screen);
        Assert.Contains("Từ 8 triệu đồng một tháng. Đã sửa", asked, StringComparison.Ordinal);
        Assert.Contains("Từ 9 triệu đồng một tháng. Anh/chị đã rút lại", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_officer_leaves_as_it_is_says_kindly_why()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await TouchAsync(screen, "Lodging", "yes");
        using var officer = await screens.Host.Given.SignedIn(screens.Officer);
        await officer.GoAsync($"/Returnees/{screens.Person.Id}/Changes");
        await officer.SubmitAsync("form[action*=Leave]:has(button[value=TalkFirst])");

        Assert.Null((await ContentAsync(screens)).NeedsLodging);
        await screen.GoAsync("/Kiosk/Asked");
        Assert.Contains("Cán bộ muốn hỏi thêm anh/chị trước", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_changed_meanwhile_is_said_beside_it_and_what_was_shown_must_still_stand()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await TouchAsync(screen, "PayFrom", "9000000");
        await TouchAsync(screen, "Lodging", "yes");
        using var officer = await screens.Host.Given.SignedIn(screens.Officer);
        await officer.GoAsync($"/Returnees/{screens.Person.Id}/Changes");
        await screens.Host.Db(async db =>
        {
            var profile = await db.SkillProfiles.SingleAsync();
            profile.Rewrite(profile.Content with { PayFrom = 6_000_000 }, screens.Host.Given.Now);
            await db.SaveChangesAsync();
        });

        await officer.SubmitAsync("form[action*=Confirm]");
        Assert.Equal(6_000_000, (await ContentAsync(screens)).PayFrom);
        Assert.Contains("Hồ sơ đã đổi từ lúc đề nghị", officer.Text, StringComparison.Ordinal);
        Assert.Empty(officer.Page.QuerySelectorAll("form[action*=Confirm] [name='Input.Changes'] + [name='Input.Changes']"));
        Assert.Equal(2, await screens.Host.Db(db => db.ProfileChanges.CountAsync(c => c.State == ChangeState.Proposed)));
    }

    [Fact]
    public async Task Consent_withdrawn_lets_proposals_for_the_profile_lapse_and_the_programmes_end_all()
    {
        await using var screens = await Screens.StartAsync();
        await screens.Host.Given.Consent(screens.Person, Purpose.Matching);
        using var screen = await screens.SignedInAsync();
        await TouchAsync(screen, "Lodging", "yes");
        await screen.GoAsync("/Kiosk/Change/Other");
        await screen.SubmitAsync("main form", [("Input.Said", "Tên thôn ghi sai")]);
        await screen.GoAsync("/Kiosk/Withdraw");
        await screen.SubmitAsync("form[action*=Back]");
        Assert.Equal([ChangeState.Lapsed, ChangeState.Proposed], await screens.Host.Db(db => db.ProfileChanges.OrderBy(c => c.Topic).Select(c => c.State).ToListAsync()));

        await screens.AsOfficerAsync<StopForProgrammeEnd, bool>(async stop =>
        {
            await stop.RunAsync(screens.Person.Id, null, DateOnly.FromDateTime(screens.Host.Given.Now), ProgrammeEnding.MovedAway, default);
            return true;
        });
        Assert.All(await screens.Host.Db(db => db.ProfileChanges.ToListAsync()), c => Assert.Equal(ChangeState.Lapsed, c.State));
    }

    [Fact]
    public async Task Own_words_are_checked_kept_sealed_and_what_is_no_answer_is_refused()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Change/Other");
        await screen.SubmitAsync("main form", [("Input.Said", "Tôi mới ra tù tháng trước")]);
        Assert.NotNull(screen.Page.QuerySelector("#Input_Said-error"));
        Assert.Contains("Tôi mới ra tù tháng trước", screen.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await screens.Host.Db(db => db.ProfileChanges.CountAsync()));
        foreach (var (path, said) in new[] { ("PayFrom", "1"), ("PayFrom", "7000000"), ("Shifts", "Never"), ("Trade?subject=nowhere", "Certificate"), ("Trade", "Certificate"), ("Phone", "123") })
            await screen.PostAsync($"/Kiosk/Change/{path}", [("__RequestVerificationToken", screen.Token), ("Input.Said", said)]);
        Assert.Equal(0, await screens.Host.Db(db => db.ProfileChanges.CountAsync()));
    }

    [Fact]
    public async Task Screen_and_desk_speak_English_as_well()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Language?to=en&back=/Kiosk/Change/PayFrom");
        Assert.Contains("What pay a month do you hope for, at least?", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Recorded: From 7 million đồng a month.", screen.Text, StringComparison.Ordinal);
        await screen.SubmitAsync("main form", button: "button[value='9000000']");
        Assert.Contains("Pay wished for: From 9 million đồng a month. Sent, waiting for an officer", screen.Text, StringComparison.Ordinal);
        using var officer = await screens.Host.Given.SignedIn(screens.Officer);
        await officer.GoAsync($"/Language?to=en&back=/Returnees/{screens.Person.Id}/Changes");
        Assert.Contains("1 proposal waits", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync("form[action*=Leave]:has(button[value=PaperFirst])");
        await screen.GoAsync("/Kiosk/Asked");
        Assert.Contains("A paper is needed first.", screen.Text, StringComparison.Ordinal);
    }

    private static async Task TouchAsync(Browser screen, string path, string answer)
    {
        await screen.GoAsync($"/Kiosk/Change/{path}");
        await screen.SubmitAsync("main form", button: $"button[value='{answer}']");
    }

    private static async Task<string> NextAsync(Browser screen)
    {
        await screen.GoAsync("/Kiosk/Asked?p=2");
        return screen.Text;
    }

    private static async Task<ProfileContent> ContentAsync(Screens screens) => (await screens.Host.Db(db => db.SkillProfiles.SingleAsync())).Content;
}
