using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Holidays;
using WorkBridge.Mentors;
using WorkBridge.Placements;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Mentors;

/// <summary>Visits: planned once, moved once, told to the officer when they fail or nobody comes for a month.</summary>
public sealed class VisitTests : IAsyncLifetime
{
    private TestHost host = null!;
    private Account officer = null!;
    private Account mentor = null!;
    private Returnee person = null!;
    private Mentorship mentorship = null!;

    public async Task InitializeAsync()
    {
        host = await TestHost.StartAsync();
        officer = await host.Given.Officer();
        mentor = await host.Given.Mentor();
        person = await host.Given.Person();
        await host.Given.Consent(person, Purpose.Mentor);
        mentorship = Mentorship.Assign(person.Id, person.CommuneCode, mentor.Id, DateOnly.FromDateTime(host.Given.Now), null, Actor.Officer(officer.Id), host.Given.Now);
        await host.Db(async db =>
        {
            db.Mentorships.Add(mentorship);
            await db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Planned_on_the_phone_it_stands_first_there_and_on_the_persons_page_and_done_it_is_kept_once()
    {
        using var phone = await PlannedAsync("26/11/2026");
        using var second = await host.Given.SignedIn(mentor);
        Assert.Contains("Lần tới thăm kế tiếp: Thơm", second.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync($"/Returnees/{person.Id}");
        Assert.Contains("Hẹn tới thăm 26/11/2026", desk.Page.QuerySelector("#mentor")!.TextContent, StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromDays(3)); // Longer than a session lasts.
        foreach (var browser in new[] { phone, second })
        {
            await host.Given.SignInAsync(browser, mentor);
            await browser.GoAsync("/Mentor/" + mentorship.Id);
        }

        await Task.WhenAll(ReportAsync(phone, "Fairly", "Nhờ hỏi giờ xe buýt"), ReportAsync(second, "Fairly", "Nhờ hỏi giờ xe buýt"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (phone.Status, second.Status));
        var visit = await host.Db(db => db.MentorVisits.SingleAsync());
        Assert.Equal((VisitState.Done, new DateOnly(2026, 11, 26), Going.Fairly, "Nhờ hỏi giờ xe buýt", mentor.Id), (visit.State, visit.On!.Value, visit.Going!.Value, visit.Note, visit.MovedById!.Value));
        Assert.Equal(2, await host.Db(db => db.StateMoves.CountAsync(m => m.NounId == visit.Id)));
        Assert.Equal(-1, (await host.Db(db => db.MentorVisits.Select(v => v.Sealed).SingleAsync())).AsSpan().IndexOf("xe buýt"u8));

        // A later answer of another kind changes nothing.
        using var late = await phone.PostOnceAsync($"/Mentor/{mentorship.Id}?handler=Report", [("__RequestVerificationToken", phone.Token), ("Input.Visit", visit.Id.ToString()), ("Input.Result", "NotAtHome"), ("Input.On", "26/11/2026")]);
        Assert.Equal(VisitState.Done, await host.Db(db => db.MentorVisits.Select(v => v.State).SingleAsync()));
    }

    [Fact]
    public async Task Words_about_the_past_are_caught_beside_the_note_and_nothing_typed_is_lost()
    {
        using var phone = await PlannedAsync("23/11/2026");
        await ReportAsync(phone, "Hard", "Anh ấy mới ra tù năm ngoái");
        Assert.Contains("ra tù", phone.Page.QuerySelector("#Input_Note-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Anh ấy mới ra tù năm ngoái", phone.Page.QuerySelector("#Input_Note")!.TextContent.Trim());
        Assert.True(phone.Page.QuerySelector("input[value=Hard]")!.HasAttribute("checked"));
        Assert.Equal(VisitState.Planned, await host.Db(db => db.MentorVisits.Select(v => v.State).SingleAsync()));

        await ReportAsync(phone, "Hard", "Cần hỏi lại giờ làm", "22/11/2026");
        Assert.Contains("trước ngày bắt đầu", phone.Page.QuerySelector("#Input_On-error")!.TextContent, StringComparison.Ordinal);
        await ReportAsync(phone, "Hard", "Cần hỏi lại giờ làm", "24/11/2026");
        Assert.Contains("sau hôm nay", phone.Page.QuerySelector("#Input_On-error")!.TextContent, StringComparison.Ordinal);
        await ReportAsync(phone, "Hard", "Cần hỏi lại giờ làm", "23/11/2026");
        Assert.Equal(VisitState.Done, await host.Db(db => db.MentorVisits.Select(v => v.State).SingleAsync()));
    }

    [Fact]
    public async Task Planned_twice_it_is_one_visit_and_another_waits_until_it_is_recorded_or_called_off()
    {
        using var phone = await PlannedAsync("26/11/2026");
        await phone.PostAsync($"/Mentor/{mentorship.Id}?handler=Plan", [("__RequestVerificationToken", phone.Token), ("Input.Day", "26/11/2026")]);
        Assert.Equal(1, await host.Db(db => db.MentorVisits.CountAsync()));
        await phone.PostAsync($"/Mentor/{mentorship.Id}?handler=Plan", [("__RequestVerificationToken", phone.Token), ("Input.Day", "27/11/2026")]);
        Assert.Contains("Đã hẹn một lần tới thăm", phone.Page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        await phone.SubmitAsync("form[action$='handler=CallOff']");
        await phone.SubmitAsync("form[action$='handler=Plan']", [("Input.Day", "22/11/2026")]);
        Assert.NotNull(phone.Page.QuerySelector("#Input_Day-error"));
        await phone.SubmitAsync("form[action$='handler=Plan']", [("Input.Day", "27/11/2026")]);
        Assert.Equal([VisitState.CalledOff, VisitState.Planned], await host.Db(db => db.MentorVisits.OrderBy(v => v.PlannedFor).Select(v => v.State).ToListAsync()));
    }

    [Fact]
    public async Task A_failed_visit_stands_on_the_persons_page_and_the_officer_plans_the_next_whose_note_the_mentor_does_not_read()
    {
        using var phone = await PlannedAsync("23/11/2026");
        await ReportAsync(phone, "NotAtHome", "Hàng xóm bảo đi làm ca chiều");
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync($"/Returnees/{person.Id}");
        Assert.Contains("Không gặp được", desk.Page.QuerySelector("#mentor")!.TextContent, StringComparison.Ordinal);
        await desk.GoAsync($"/Returnees/{person.Id}/Mentor");
        Assert.Contains("Hàng xóm bảo đi làm ca chiều", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync("form[action$='handler=Plan']", [("Input.Day", "23/11/2026")]);
        await ReportAsync(desk, "Well", "Cán bộ tự tới");
        Assert.Contains("Cán bộ tự tới", desk.Text, StringComparison.Ordinal);
        await phone.GoAsync("/Mentor/" + mentorship.Id);
        Assert.Contains("Hàng xóm bảo đi làm ca chiều", phone.Text, StringComparison.Ordinal);
        Assert.Contains("Tốt", phone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cán bộ tự tới", phone.Text, StringComparison.Ordinal);

        var request = DataRequest.Receive(person.Id, person.CommuneCode, RequestKind.Restrict, null, othersHold: false, RequestRules.Read().On(DateOnly.FromDateTime(host.Given.Now)), HolidayCalendar.Read(), Actor.Person(person.Id), host.Given.Now);
        await host.Db(async db =>
        {
            db.AddRange(request, Restriction.Begin(request, Actor.Person(person.Id), host.Given.Now));
            await db.SaveChangesAsync();
        });
        await desk.GoAsync($"/Returnees/{person.Id}/Mentor");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.DoesNotContain("Cán bộ tự tới", desk.Text, StringComparison.Ordinal);
        Assert.Null(desk.Page.QuerySelector("form[action$='handler=Plan']"));
    }

    [Fact]
    public async Task Nobody_came_for_thirty_days_is_on_the_officers_worklist_and_on_the_phone_until_somebody_does()
    {
        var silent = await host.Given.Person("Lò Thị Mận"); // A mentor, and no consent.
        await host.Db(async db =>
        {
            db.Mentorships.Add(Mentorship.Assign(silent.Id, silent.CommuneCode, mentor.Id, new DateOnly(2026, 11, 23), null, Actor.Officer(officer.Id), host.Given.Now));
            await db.SaveChangesAsync();
        });
        host.Clock.Advance(TimeSpan.FromDays(29));
        Assert.DoesNotContain("Chưa ai tới thăm", await WorkAsync(), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromDays(1));
        var work = await WorkAsync();
        Assert.Contains("Chưa ai tới thăm 30 ngày: Vũ Thị Thơm", work, StringComparison.Ordinal);
        Assert.DoesNotContain("Mận", work, StringComparison.Ordinal);
        using var phone = await PlannedAsync("23/12/2026");
        await phone.GoAsync("/Mentor");
        Assert.Contains("30 ngày", phone.Page.QuerySelector("#unvisited")!.TextContent, StringComparison.Ordinal);

        await phone.GoAsync("/Mentor/" + mentorship.Id);
        await ReportAsync(phone, "NoAnswer", "");
        Assert.Contains("Chưa ai tới thăm 30 ngày", await WorkAsync(), StringComparison.Ordinal);
        await phone.SubmitAsync("form[action$='handler=Plan']", [("Input.Day", "23/12/2026")]);
        await ReportAsync(phone, "Well", "");
        Assert.DoesNotContain("Chưa ai tới thăm", await WorkAsync(), StringComparison.Ordinal);
        await phone.GoAsync("/Mentor");
        Assert.Null(phone.Page.QuerySelector("#unvisited"));

        host.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Contains("Chưa ai tới thăm 30 ngày: Vũ Thị Thơm", await WorkAsync(), StringComparison.Ordinal);
    }

    private async Task<string> WorkAsync()
    {
        using var desk = await host.Given.SignedIn(officer);
        return desk.Page.QuerySelector(".wb-work")?.TextContent ?? "";
    }

    private async Task<Browser> PlannedAsync(string day)
    {
        var phone = await host.Given.SignedIn(mentor);
        await phone.GoAsync("/Mentor/" + mentorship.Id);
        await phone.SubmitAsync("form[action$='handler=Plan']", [("Input.Day", day)]);
        Assert.Equal(1, await host.Db(db => db.MentorVisits.CountAsync(v => v.State == VisitState.Planned)));
        return phone;
    }

    private static Task ReportAsync(Browser browser, string result, string note, string? on = null) =>
        browser.SubmitAsync("form[action$='handler=Report']", [("Input.Result", result), ("Input.Note", note), .. on is null ? Array.Empty<(string, string?)>() : [("Input.On", on)]]);
}
