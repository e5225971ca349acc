using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Returnees;
using WorkBridge.Support;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>Help asked for at a screen: from the touch to what became of it.</summary>
public sealed class SupportTests
{
    [Fact]
    public async Task Help_is_asked_once_lands_with_the_officers_and_the_person_sees_what_became_of_it()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Menu");
        await screen.GoAsync(screen.Page.QuerySelector("main a[href='/Kiosk/Support']")!.GetAttribute("href")!);
        Assert.Equal(Enum.GetValues<SupportKind>().Length, screen.Page.QuerySelectorAll(".wbk-menu a").Length);
        await screen.GoAsync("/Kiosk/Support/Loan");
        Assert.Equal(0, await screens.Host.Db(db => db.SupportRequests.CountAsync()));
        var token = screen.Token;
        await screen.SubmitAsync("form.wbk-answers");
        Assert.Contains("Vay vốn: Đã gửi, cán bộ sẽ xem", screen.Text, StringComparison.Ordinal);

        await screen.PostAsync("/Kiosk/Support/Loan", [("__RequestVerificationToken", token)]);
        Assert.Contains("Vay vốn: Đã gửi, cán bộ sẽ xem", screen.Text, StringComparison.Ordinal);
        Assert.Null(screen.Page.QuerySelector("form.wbk-answers"));
        var request = await screens.Host.Db(db => db.SupportRequests.SingleAsync());
        Assert.Equal((SupportKind.Loan, SupportState.Asked, screens.Person.Id), (request.Kind, request.State, request.ReturneeId));

        using var officer = await screens.Host.Given.SignedIn(screens.Officer);
        await officer.GoAsync("/Home");
        Assert.Contains("Nhờ giúp: Vũ Thị Thơm", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Vay vốn. Mới nhờ.", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/Returnees/{screens.Person.Id}");
        Assert.Contains("Đang nhờ giúp", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/Returnees/{screens.Person.Id}/Support");
        await officer.SubmitAsync("form[action*=Move]", button: "button[value=Checked]");
        await officer.GoAsync("/Home");
        Assert.DoesNotContain("Mới nhờ", officer.Text, StringComparison.Ordinal);

        await officer.GoAsync($"/Returnees/{screens.Person.Id}/Support");
        await officer.SubmitAsync("form[action*=Move]", button: "button[value=Refused]");
        Assert.NotNull(officer.Page.QuerySelector(".govuk-error-message"));
        await officer.SubmitAsync("form[action*=Move]", [("Input.Told", "Sau khi ra tù anh chưa được vay")], "button[value=Refused]");
        Assert.Contains("Sau khi ra tù anh chưa được vay", officer.Page.QuerySelector("textarea[name='Input.Told']")!.TextContent, StringComparison.Ordinal);
        await officer.SubmitAsync("form[action*=Move]", [("Input.Told", "Quỹ đã hết đợt này, đợt sau vào tháng 3.")], "button[value=Refused]");

        await screen.GoAsync("/Kiosk/Asked");
        Assert.Contains("Vay vốn: Lần này chưa giúp được", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Quỹ đã hết đợt này, đợt sau vào tháng 3.", screen.Text, StringComparison.Ordinal);
        await screen.GoAsync("/Kiosk/Support/Loan");
        Assert.NotNull(screen.Page.QuerySelector("form.wbk-answers"));
        Assert.Equal(["Asked", "Checked", "Refused"], await screens.Host.Db(db => db.StateMoves.Where(m => m.NounId == request.Id).OrderBy(m => m.At).ThenBy(m => m.Id).Select(m => m.To).ToListAsync()));
        Assert.Equal(ActorKind.Person, await screens.Host.Db(db => db.StateMoves.Where(m => m.NounId == request.Id && m.To == "Asked").Select(m => m.ByKind).SingleAsync()));
    }

    [Fact]
    public async Task What_is_no_longer_needed_is_taken_back_and_the_end_of_the_programme_ends_the_rest()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        foreach (var kind in new[] { "Housing", "Officer" })
        {
            await screen.GoAsync($"/Kiosk/Support/{kind}");
            await screen.SubmitAsync("form.wbk-answers");
        }

        await screen.SubmitAsync("form[action*=Back]");
        Assert.Contains("Gặp cán bộ để nói chuyện: Anh/chị đã rút lại", screen.Text, StringComparison.Ordinal);
        await screens.AsOfficerAsync<StopForProgrammeEnd, bool>(async stop =>
        {
            await stop.RunAsync(screens.Person.Id, null, DateOnly.FromDateTime(screens.Host.Given.Now), ProgrammeEnding.MovedAway, default);
            return true;
        });

        Assert.Equal([SupportState.Withdrawn, SupportState.Withdrawn], await screens.Host.Db(db => db.SupportRequests.Select(r => r.State).ToListAsync()));
        using var officer = await screens.Host.Given.SignedIn(screens.Officer);
        await officer.GoAsync("/Home");
        Assert.DoesNotContain("Nhờ giúp", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_unique_index_lets_one_open_request_of_a_kind_through()
    {
        await using var screens = await Screens.StartAsync();
        await screens.Host.Db(async db =>
        {
            for (var i = 0; i < 2; i++)
                db.Add(SupportRequest.Ask(screens.Person.Id, Given.KienAn, SupportKind.Loan, Actor.Person(screens.Person.Id), screens.Host.Given.Now));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task Screens_and_desk_speak_English_as_well()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Language?to=en&back=/Kiosk/Support/Health");
        Assert.Contains("You need not say at this screen what it is.", screen.Text, StringComparison.Ordinal);
        await screen.SubmitAsync("form.wbk-answers");
        Assert.Contains("Health: Sent, an officer will look at it", screen.Text, StringComparison.Ordinal);
        await screen.GoAsync("/Kiosk/Asked");
        Assert.Contains("What you asked for", screen.Text, StringComparison.Ordinal);

        using var officer = await screens.Host.Given.SignedIn(screens.Officer);
        await officer.GoAsync($"/Language?to=en&back=/Returnees/{screens.Person.Id}/Support");
        Assert.Contains("1 request for support is open", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync("form[action*=Move]", [("Input.Told", "Thursday at nine, room 2")], "button[value=Granted]");
        Assert.Contains("Helped", officer.Text, StringComparison.Ordinal);
    }
}
