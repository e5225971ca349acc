using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Search;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>What the law lets a person ask, asked at a screen: in the register, with its days, and in effect before the page answers.</summary>
public sealed class RightsTests
{
    [Fact]
    public async Task A_request_made_at_a_screen_stands_in_the_register_once_and_its_answer_is_read_there()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Rights");
        Assert.Equal(Enum.GetValues<RequestKind>().Length, screen.Page.QuerySelectorAll(".wbk-menu a").Length);
        Assert.NotNull(screen.Page.QuerySelector(".wbk-menu a[href='/Kiosk/Withdraw']"));
        await screen.GoAsync("/Kiosk/Rights/Copy");
        Assert.Contains("trả lời trước hết ngày 25/11/2026, làm xong trước hết ngày 03/12/2026", screen.Text, StringComparison.Ordinal);
        var token = screen.Token;
        await screen.SubmitAsync("form.wbk-answers");
        Assert.Contains("Xin một bản mang về: Đã nhận", screen.Text, StringComparison.Ordinal);
        await screen.PostAsync("/Kiosk/Rights/Copy", [("__RequestVerificationToken", token)]);

        var request = await screens.Host.Db(db => db.DataRequests.SingleAsync());
        Assert.Equal((RequestKind.Copy, RequestWay.Kiosk, RequestState.Received, new DateOnly(2026, 11, 25)), (request.Kind, request.Way, request.State, request.AnswerBy));
        using var officer = await screens.Host.Given.SignedIn(screens.Officer);
        await officer.GoAsync("/Home");
        Assert.Contains("Trả lời yêu cầu về dữ liệu: Vũ Thị Thơm", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/Returnees/Requests/{request.Id}");
        Assert.Contains("Ở màn hình chạm", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync("form[action*=Answer]", [("Input.Answer", "Mời chị tới quầy thứ Năm")]);

        await screen.GoAsync("/Kiosk/Asked");
        Assert.Contains("Xin một bản mang về: Đang làm", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Mời chị tới quầy thứ Năm", screen.Text, StringComparison.Ordinal);
        await officer.SubmitAsync("form[action*=Refuse]", [("Input.WhyNot", "Đã đưa bản này hôm qua")]);
        await screen.GoAsync("/Kiosk/Asked");
        Assert.Contains("Xin một bản mang về: Không làm được", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Đã đưa bản này hôm qua", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restricting_takes_the_file_out_of_the_index_and_from_employers_before_the_page_answers_until_an_officer_lifts_it()
    {
        await using var screens = await Screens.StartAsync();
        var host = screens.Host;
        var (employer, _) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer);
        await host.Given.Consent(screens.Person, Purpose.Matching);
        var referral = await host.Given.PreparedReferral(opening, screens.Person, screens.Officer, consent: true);
        await screens.AsOfficerAsync<SendReferral, bool>(async send => { await send.RunAsync(referral.Id, default); return true; });
        var later = await host.Given.PreparedReferral(await host.Given.LiveOpening(employer, "Thợ may mẫu"), screens.Person, screens.Officer);
        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);
        Assert.True(host.Services.GetRequiredService<IndexKeeper>().Index.Contains(screens.Person.Id));
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Rights/Restrict");
        await screen.SubmitAsync("form.wbk-answers");

        Assert.False(host.Services.GetRequiredService<IndexKeeper>().Index.Contains(screens.Person.Id));
        Assert.False(await screens.StandsAsync());
        Assert.Contains("Đã dừng.", screen.Text, StringComparison.Ordinal);
        using var officer = await host.Given.SignedIn(screens.Officer);
        await officer.GoAsync($"/Returnees/{screens.Person.Id}");
        Assert.Contains("hạn chế dùng dữ liệu", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("May công nghiệp", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/Returnees/{screens.Person.Id}/Skills");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, officer.Status);
        await officer.GoAsync($"/Referrals/{later.Id}");
        await officer.SubmitAsync("form[action$='handler=Send']");
        Assert.Equal(ReferralState.Prepared, await host.Db(db => db.Referrals.Where(r => r.Id == later.Id).Select(r => r.State).SingleAsync()));
        using var link = host.Browser();
        var token = host.Services.GetRequiredService<LinkTokens>().TokenFor(await host.Db(db => db.OneTimeLinks.Where(l => l.ReferralId == referral.Id).Select(l => l.Id).SingleAsync()));
        await link.GoAsync($"/R/{token}");
        if (link.Page.QuerySelector("form[action*=View]") is not null)
            await link.SubmitAsync("form[action*=View]");
        Assert.DoesNotContain("V.T.T.", link.Text, StringComparison.Ordinal);
        Assert.Null(await host.Db(db => db.Referrals.Where(r => r.Id == referral.Id).Select(r => r.SeenAt).SingleAsync()));

        await officer.GoAsync($"/Returnees/{screens.Person.Id}/Requests");
        await officer.SubmitAsync("form[action*=Lift]");
        Assert.NotNull(officer.Page.QuerySelector("#Input_WhyLifted-error"));
        Assert.False(await screens.StandsAsync());
        await officer.SubmitAsync("form[action*=Lift]", [("Input.WhyLifted", "Chị Thơm gọi điện nhờ dùng lại")]);
        Assert.True(await screens.StandsAsync());
        Assert.True(host.Services.GetRequiredService<IndexKeeper>().Index.Contains(screens.Person.Id));
        Assert.Equal("Chị Thơm gọi điện nhờ dùng lại", (await host.Db(db => db.Restrictions.SingleAsync())).Said.Why);
    }

    [Fact]
    public async Task Objecting_stops_the_one_purpose_and_agreeing_to_it_anew_ends_the_objection()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await Screens.AnswerAllAsync(screen, true, false, false, true);
        await screen.GoAsync("/Kiosk/Rights/Object");
        await screen.GoAsync(screen.Page.QuerySelector("main a[href*=Matching]")!.GetAttribute("href")!);
        await screen.SubmitAsync("form.wbk-answers");
        Assert.False(await screens.StandsAsync());
        Assert.Equal(RequestScope.Matching, await screens.Host.Db(db => db.Restrictions.Select(x => x.Scope).SingleAsync()));

        await screen.GoAsync("/Kiosk/Questions/Matching");
        await Screens.AnswerAsync(screen, yes: true);
        Assert.True(await screens.StandsAsync());

        await screen.GoAsync("/Kiosk/Rights/Object?scope=Statistics");
        await screen.SubmitAsync("form.wbk-answers");
        Assert.True(await screens.StandsAsync());
        Assert.Equal(2, await screens.Host.Db(db => db.DataRequests.CountAsync()));
    }

    [Fact]
    public async Task Withdrawing_at_the_desk_is_done_only_once_something_is_taken_back()
    {
        await using var screens = await Screens.StartAsync();
        await screens.Host.Given.Consent(screens.Person, Purpose.Matching);
        using var officer = await screens.Host.Given.SignedIn(screens.Officer);
        await officer.GoAsync($"/Returnees/{screens.Person.Id}/Requests");
        await officer.SubmitAsync("form:has([name='Input.Kind'])", [("Input.Kind", "Withdraw")]);
        await officer.SubmitAsync("form[action*=Done]");
        Assert.Contains("Chưa rút lại điều nào", officer.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Received, await screens.Host.Db(db => db.DataRequests.Select(r => r.State).SingleAsync()));

        await officer.SubmitAsync("form[action*=Back]");
        Assert.False(await screens.StandsAsync());
        await officer.SubmitAsync("form[action*=Done]");
        Assert.Equal(RequestState.Done, await screens.Host.Db(db => db.DataRequests.Select(r => r.State).SingleAsync()));
        Assert.Equal(ConsentWay.Paper, await screens.Host.Db(db => db.Consents.OrderByDescending(c => c.Sequence).Select(c => c.Way).FirstAsync()));
    }

    [Fact]
    public async Task A_restriction_brought_to_the_desk_works_at_once_and_a_refusal_with_its_reason_lifts_it()
    {
        await using var screens = await Screens.StartAsync();
        await screens.Host.Given.Consent(screens.Person, Purpose.Matching);
        using var officer = await screens.Host.Given.SignedIn(screens.Officer);
        await officer.GoAsync($"/Returnees/{screens.Person.Id}/Requests");
        await officer.SubmitAsync("form:has([name='Input.Kind'])", [("Input.Kind", "Object")]);
        Assert.NotNull(officer.Page.QuerySelector("#Input_Scope-error"));
        await officer.SubmitAsync("form:has([name='Input.Kind'])", [("Input.Kind", "Restrict")]);
        Assert.False(await screens.StandsAsync());
        await officer.SubmitAsync("form[action*=Refuse]", [("Input.WhyNot", "Chính chị báo là nhầm")]);
        Assert.True(await screens.StandsAsync());
    }

    [Fact]
    public async Task Rights_and_register_speak_English_as_well()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Language?to=en&back=/Kiosk/Rights/Delete");
        Assert.Contains("Delete all that is kept about you?", screen.Text, StringComparison.Ordinal);
        Assert.Contains("An officer answers by 25/11/2026", screen.Text, StringComparison.Ordinal);
        await screen.GoAsync("/Kiosk/Rights/Restrict");
        await screen.SubmitAsync("form.wbk-answers");
        Assert.Contains("It has stopped.", screen.Text, StringComparison.Ordinal);

        using var officer = await screens.Host.Given.SignedIn(screens.Officer);
        await officer.GoAsync($"/Language?to=en&back=/Returnees/{screens.Person.Id}");
        Assert.Contains("The person had the use of the data restricted", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/Returnees/{screens.Person.Id}/Requests");
        Assert.Contains("Why it may be used again", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync("/Returnees/Requests");
        Assert.Contains("1 request is open", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync(officer.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Contains("At a kiosk", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Stopped since it came.", officer.Text, StringComparison.Ordinal);
    }
}
