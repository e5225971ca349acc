using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Requests;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Returnees;

public sealed class RequestPagesTests
{
    [Fact]
    public async Task A_request_is_written_down_answered_extended_once_and_done()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await browser.GoAsync($"/Returnees/{person.Id}/Requests");
        await browser.SubmitAsync("main form", [("Input.Kind", "Restrict"), ("Input.Asked", "Đừng gọi vào buổi tối")]);
        var at = browser.At;
        Assert.Contains("08/12/2026", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("form[action*='Answer']", [("Input.Answer", "Đã nhận, sẽ làm trong tuần")]);
        await browser.SubmitAsync("form[action*='Extend']", [("Input.WhyLonger", "Chờ nơi tuyển")]);
        Assert.Null(browser.Page.QuerySelector("form[action*='Extend']"));
        Assert.Contains("23/12/2026", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("form[action*='Done']");

        Assert.Equal(at, browser.At);
        Assert.Null(browser.Page.QuerySelector("main form[method=post]"));
        var request = await host.Db(db => db.DataRequests.SingleAsync());
        Assert.Equal((RequestState.Done, "Đừng gọi vào buổi tối", "Đã nhận, sẽ làm trong tuần"), (request.State, request.Said.Asked, request.Said.Answer));
        Assert.Equal(["Received", "Answered", "Done"], await host.Db(db => db.StateMoves.Where(m => m.NounId == request.Id).OrderBy(m => m.At).ThenBy(m => m.Id).Select(m => m.To).ToListAsync()));
    }

    [Fact]
    public async Task The_same_open_request_is_not_written_twice_and_nothing_typed_is_lost()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        for (var i = 0; i < 2; i++)
        {
            await browser.GoAsync($"/Returnees/{person.Id}/Requests");
            await browser.SubmitAsync("main form", [("Input.Kind", "Copy"), ("Input.Asked", "Bản in")]);
        }

        Assert.NotNull(browser.Page.QuerySelector("#Input_Kind-error"));
        Assert.Contains("Bản in", browser.Page.QuerySelector("[name='Input.Asked']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await host.Db(db => db.DataRequests.CountAsync()));
    }

    [Fact]
    public async Task Late_ones_and_those_due_soon_stand_on_the_worklist_and_late_ones_first_in_the_register()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        var officer = await host.Given.Officer();
        using var browser = await host.Given.SignedIn(officer);
        await browser.GoAsync($"/Returnees/{person.Id}/Requests");
        await browser.SubmitAsync("main form", [("Input.Kind", "See")]);
        await browser.GoAsync("/Home");
        Assert.Contains("Trả lời yêu cầu về dữ liệu: Vũ Thị Thơm", browser.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll(".is-late"));

        host.Clock.Advance(TimeSpan.FromDays(4));
        using var later = await host.Given.SignedIn(officer);
        await later.GoAsync("/Home");
        Assert.Contains("Quá 2 ngày", later.Page.QuerySelector(".is-late")!.TextContent, StringComparison.Ordinal);
        await later.GoAsync("/Returnees/Requests");
        Assert.Contains("1 yêu cầu chưa xong, 1 đã quá hạn", later.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_holds_everything_by_word_and_as_a_file_with_one_entry_each()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        var officer = await host.Given.Officer();
        var (employer, _) = await host.Given.Employer();
        await host.Given.Consent(person, Purpose.Matching);
        await host.Given.PreparedReferral(await host.Given.LiveOpening(employer), person, officer, consent: true);
        using var browser = await host.Given.SignedIn(officer);

        await browser.GoAsync($"/Returnees/{person.Id}/Copy");
        foreach (var word in new[] { "Vũ Thị Thơm", "Tổ dân phố 5", person.Details.Phone!, employer.Name, "Đồng ý", "Có chứng chỉ", "May công nghiệp" })
            Assert.Contains(word, browser.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HeldData.Tables.Count, browser.Page.QuerySelectorAll("h2").Length);

        using var answer = await browser.OnceAsync(new HttpRequestMessage(HttpMethod.Get, $"/Returnees/{person.Id}/Copy?handler=Json"));
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("Vũ Thị Thơm", json.RootElement.GetProperty("Returnee")[0].GetProperty("Name").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("Consent").GetArrayLength());
        Assert.All(HeldData.Tables, table => Assert.Equal(JsonValueKind.Array, json.RootElement.GetProperty(table.Entity.Name).ValueKind));
        var readings = await host.Db(db => db.Readings.Where(r => r.Page == "Returnees/Copy").OrderBy(r => r.At).ThenBy(r => r.Id).Select(r => r.Kind).ToListAsync());
        Assert.Equal([ReadingKind.Printed, ReadingKind.Exported], readings);
    }
}
