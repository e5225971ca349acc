using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Requests;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>Taking consent back is a request under the law: it stands in the commune's register, received and done at once, however it was made.</summary>
public sealed class WithdrawalRegisterTests
{
    [Fact]
    public async Task What_a_slip_takes_back_stands_in_the_register_as_received_and_done_at_a_kiosk()
    {
        await using var screens = await Screens.StartAsync();
        using var first = await screens.SignedInAsync();
        await Screens.AnswerAllAsync(first, true, true, true, true);
        var code = first.Page.QuerySelector(".wbk-code")!.TextContent;
        using var other = await screens.ScreenAsync("Tầng 2");
        await other.GoAsync("/Kiosk/Withdraw");
        await other.SubmitAsync("main form", [("Input.Code", code)]);
        await other.SubmitAsync("form[action*=Back]");
        await other.SubmitAsync("form[action*=Back]");

        var requests = await screens.Host.Db(db => db.DataRequests.OrderBy(r => r.ReceivedAt).ThenBy(r => r.Id).ToListAsync());
        Assert.Equal([Purpose.Matching, Purpose.Reminders], requests.Select(r => r.Said.Purpose!.Value));
        Assert.All(requests, r => Assert.Equal((RequestKind.Withdraw, RequestWay.Kiosk, RequestState.Done, screens.Person.Id), (r.Kind, r.Way, r.State, r.ReturneeId)));
        Assert.All(requests, r => Assert.Equal(r.ReceivedAt, r.EndedAt));
        var moves = await screens.Host.Db(db => db.StateMoves.Where(m => m.NounId == requests[0].Id).OrderBy(m => m.From != null).ToListAsync());
        Assert.Equal([(ActorKind.Person, (string?)null, "Received"), (ActorKind.Person, "Received", "Done")], moves.Select(m => (m.ByKind, m.From, m.To)));

        using var officer = await screens.Host.Given.SignedIn(screens.Officer);
        await officer.GoAsync("/Returnees/Requests");
        Assert.Contains("Không có yêu cầu nào chưa xong", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Rút lại sự đồng ý: giữ hồ sơ tay nghề để tìm việc hợp", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Rút lại sự đồng ý: gọi điện hoặc gửi thư nhắc lịch", officer.Text, StringComparison.Ordinal);
        await officer.GoAsync($"/Returnees/Requests/{requests[0].Id}");
        Assert.Contains("Ở màn hình chạm", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Xong ngày", officer.Text, StringComparison.Ordinal);
        Assert.Null(officer.Page.QuerySelector("main form[method=post]"));
        await officer.GoAsync("/Home");
        Assert.DoesNotContain("yêu cầu về dữ liệu: Vũ", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_person_takes_back_in_a_visit_by_the_list_or_by_a_no_stands_there_as_well_and_a_first_no_does_not()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await Screens.AnswerAllAsync(screen, true, false, true, true);
        Assert.Equal(0, await screens.Host.Db(db => db.DataRequests.CountAsync()));
        await screen.GoAsync("/Kiosk/Withdraw");
        await screen.SubmitAsync("form[action*=Back]");
        await screen.GoAsync("/Kiosk/Questions/Statistics");
        await Screens.AnswerAsync(screen, yes: false);

        var requests = await screens.Host.Db(db => db.DataRequests.OrderBy(r => r.ReceivedAt).ThenBy(r => r.Id).ToListAsync());
        Assert.Equal([(Purpose.Matching, RequestState.Done), (Purpose.Statistics, RequestState.Done)], requests.Select(r => (r.Said.Purpose!.Value, r.State)));
        await screen.GoAsync("/Kiosk/Asked");
        Assert.Contains("Rút lại: giữ hồ sơ tay nghề để tìm việc hợp: Đã làm xong", screen.Text, StringComparison.Ordinal);
        using var officer = await screens.Host.Given.SignedIn(screens.Officer);
        await officer.GoAsync($"/Returnees/{screens.Person.Id}/Requests");
        Assert.Contains("Rút lại sự đồng ý: đếm trong số liệu chung, không có tên", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_takes_back_stands_there_as_brought_to_the_desk_unless_the_request_was_written_down_before()
    {
        await using var screens = await Screens.StartAsync();
        await screens.Host.Given.Consent(screens.Person, Purpose.Matching);
        await screens.Host.Given.Consent(screens.Person, Purpose.Mentor);
        using var desk = await screens.Host.Given.SignedIn(screens.Officer);
        await desk.GoAsync($"/Returnees/{screens.Person.Id}/Consent");
        await desk.SubmitAsync("main form", [("Input.Answers[0]", "no"), ("Input.Answers[1]", "no"), ("Input.Answers[2]", "none"), ("Input.Answers[3]", "none"), ("Input.Signed", "true")]);
        var request = await screens.Host.Db(db => db.DataRequests.SingleAsync());
        Assert.Equal((RequestWay.Desk, RequestState.Done, Purpose.Matching), (request.Way, request.State, request.Said.Purpose));
        Assert.All(await screens.Host.Db(db => db.StateMoves.Where(m => m.NounId == request.Id).ToListAsync()), m => Assert.Equal((ActorKind.Officer, (Guid?)screens.Officer.Id), (m.ByKind, m.ById)));

        await desk.GoAsync($"/Returnees/{screens.Person.Id}/Requests");
        await desk.SubmitAsync("form:has([name='Input.Kind'])", [("Input.Kind", "Withdraw")]);
        await desk.SubmitAsync("form[action*=Back]");
        Assert.Equal([RequestState.Done, RequestState.Received], await screens.Host.Db(db => db.DataRequests.OrderBy(r => r.EndedAt == null).Select(r => r.State).ToListAsync()));
    }

    [Fact]
    public async Task What_cannot_be_entered_is_not_taken_back_and_two_touches_are_entered_once()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        await Screens.AnswerAllAsync(screen, true, true, true, true);
        await screens.Host.Db(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER full BEFORE INSERT ON DataRequests BEGIN SELECT RAISE(ABORT, 'full'); END"));
        await screen.GoAsync("/Kiosk/Withdraw");
        await screen.SubmitAsync("form[action*=Back]");
        Assert.DoesNotContain("Đã rút.", screen.Text, StringComparison.Ordinal);
        Assert.True(await screens.StandsAsync());

        await screens.Host.Db(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER full"));
        await Screens.SignInAsync(screen, await screens.CardAsync()); // A fault ended the visit.
        await screen.GoAsync("/Kiosk/Withdraw");
        var token = screen.Token;
        await screen.SubmitAsync("form[action*=Back]");
        Assert.Contains("Đã rút.", screen.Text, StringComparison.Ordinal);
        await screen.PostAsync("/Kiosk/Withdraw?handler=Back", [("__RequestVerificationToken", token), ("Input.Purpose", "Matching"), ("Input.EmployerId", "")]);
        Assert.False(await screens.StandsAsync());
        Assert.Equal(1, await screens.Host.Db(db => db.DataRequests.CountAsync()));
    }
}
