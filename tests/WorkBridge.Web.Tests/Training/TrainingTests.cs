using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Employers;
using WorkBridge.Erasures;
using WorkBridge.Placements;
using WorkBridge.Training;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Training;

/// <summary>The register of a training slot, who sees it, and what it says of somebody.</summary>
public sealed class TrainingTests : TrainingCase
{
    [Fact]
    public async Task Whoever_teaches_fills_in_the_register_of_a_day_and_a_mark_that_is_put_right_is_kept_beside_the_first()
    {
        using var phone = await Host.Given.SignedIn(Teacher);
        await phone.GoAsync("/Hire/Referrals");
        await phone.GoAsync(phone.Page.QuerySelector("main a[href='/Hire/Training']")!.GetAttribute("href")!);
        Assert.Contains("V.T.T.", phone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thơm", phone.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty(phone.Page.QuerySelectorAll("main input[type=radio][checked]"));
        await phone.SubmitAsync("main form[method=post]");
        Assert.Contains("Đánh dấu ít nhất một người.", phone.Text, StringComparison.Ordinal);
        await phone.SubmitAsync("main form[method=post]", [("Input.Marks[0].Mark", "Present")]);
        Assert.Contains("Đã lưu điểm danh.", phone.Text, StringComparison.Ordinal);
        await phone.SubmitAsync("main form[method=post]", [("Input.Marks[0].Mark", "Present")]);
        await phone.SubmitAsync("main form[method=post]", [("Input.Marks[0].Mark", "PartOfDay")]);
        var kept = await Host.Db(db => db.Attendances.OrderBy(a => a.RecordedAt).ThenBy(a => a.Id).ToListAsync());
        Assert.Equal([AttendanceMark.Present, AttendanceMark.PartOfDay], kept.Select(a => a.Mark));
        Assert.All(kept, a => Assert.Equal((new DateOnly(2026, 11, 23), ActorKind.Employer, Teacher.Id), (a.Day, a.ByKind, a.ById!.Value)));
        Assert.Equal(PlacementState.Running, await StateAsync());

        using var desk = await Host.Given.SignedIn(Screens.Officer);
        await desk.GoAsync($"/Placements/{Placement.Id}/Training");
        Assert.Contains("Có mặt 1 trên 1 ngày đã điểm danh", desk.Text, StringComparison.Ordinal);
        var looked = await Host.Db(db => db.Readings.Where(r => r.ByKind == ActorKind.Employer && r.Page == "Hire/Training").CountAsync());
        Assert.Equal(5, looked);
    }

    [Theory]
    [InlineData("24/11/2026", "không thể ở sau hôm nay")]
    [InlineData("08/11/2026", "trước ngày bắt đầu học")]
    [InlineData("01/09/2026", "Chỉ ghi được cho 60 ngày gần đây")]
    [InlineData("hôm qua", "")]
    public async Task A_day_that_does_not_fit_is_refused_in_words_and_nothing_is_kept(string day, string words)
    {
        using var phone = await Host.Given.SignedIn(Teacher);
        await phone.GoAsync("/Hire/Training");
        await phone.SubmitAsync("main form[method=post]", [("Input.Day", day), ("Input.Marks[0].Mark", "Present")]);
        Assert.NotNull(phone.Page.QuerySelector(".govuk-error-summary"));
        Assert.Contains(words, phone.Text, StringComparison.Ordinal);
        Assert.NotNull(phone.Page.QuerySelector("input[value=Present][checked]"));
        Assert.Equal(0, await Host.Db(db => db.Attendances.CountAsync()));
    }

    [Fact]
    public async Task Once_consent_for_the_employer_is_taken_back_whoever_taught_sees_and_writes_nothing_and_the_officer_asks_the_person_alone()
    {
        await MarkAsync(2);
        using var phone = await Host.Given.SignedIn(Teacher);
        await phone.GoAsync($"/Hire/Training/{Placement.Id}");
        var token = phone.Token;
        await Host.Given.Consent(Screens.Person, Purpose.Employer, Employer.Id, yes: false);
        await phone.GoAsync("/Hire/Training");
        Assert.DoesNotContain("V.T.T.", phone.Text, StringComparison.Ordinal);
        using var shown = await phone.PostOnceAsync($"/Hire/Training/{Placement.Id}", [("__RequestVerificationToken", token), ("Input.Result", "Partial"), ("Input.Reason", "Unknown"), ("Input.LastDay", "20/11/2026"), ("Input.Signed", "true")]);
        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
        using var marked = await phone.PostOnceAsync("/Hire/Training", [("__RequestVerificationToken", token), ("Input.Day", "23/11/2026"), ("Input.Marks[0].Placement", Placement.Id.ToString()), ("Input.Marks[0].Mark", "Absent")]);
        Assert.Equal(HttpStatusCode.NotFound, marked.StatusCode);
        Assert.Equal((0, 2), (await Host.Db(db => db.EndAssessments.CountAsync()), await Host.Db(db => db.Attendances.CountAsync())));

        using var desk = await Host.Given.SignedIn(Screens.Officer);
        await desk.GoAsync($"/Placements/{Placement.Id}/Training");
        Assert.Contains("chỉ hỏi chính người ấy", desk.Text, StringComparison.Ordinal);
        Assert.Null(desk.Page.QuerySelector("form[action$='handler=Assess']"));
        await desk.SubmitAsync("form[action$='handler=Mark']", [("Input.Day", "23/11/2026"), ("Input.Mark", "Excused")]);
        Assert.Contains("cán bộ ghi", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officer_is_told_of_three_days_absent_and_of_two_weeks_without_a_word()
    {
        using var desk = await Host.Given.SignedIn(Screens.Officer);
        Assert.Contains("Chưa biết khoá học đến đâu: Vũ Thị Thơm", desk.Text, StringComparison.Ordinal);
        await MarkAsync(2);
        await desk.GoAsync("/Home");
        Assert.DoesNotContain("Chưa biết khoá học đến đâu", desk.Text, StringComparison.Ordinal);
        await MarkAsync(3, AttendanceMark.Absent);
        await desk.GoAsync("/Home");
        Assert.Contains("Vắng nhiều buổi liền: Vũ Thị Thơm", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hỏi thăm mốc 7 ngày: Vũ Thị Thơm</", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_after_in_between_it_says_nothing_of_work()
    {
        using var desk = await Host.Given.SignedIn(Screens.Officer);
        await desk.GoAsync($"/Placements/{Placement.Id}/FollowUp");
        Assert.Null(desk.Page.QuerySelector("[name='Input.PayPerMonth'], [value=OtherPlace]"));
        await desk.SubmitAsync("main form", [("Input.Working", "SamePlace"), ("Input.Way", "Call")]);
        Assert.Contains("Đã ghi.", desk.Text, StringComparison.Ordinal);
        using var screen = await Screens.SignedInAsync();
        Host.Clock.Advance(TimeSpan.FromDays(17));
        await Kiosk.Screens.SignInAsync(screen, await Screens.CardAsync());
        await screen.GoAsync("/Kiosk/Work");
        Assert.Contains("còn học nghề ở", screen.Text, StringComparison.Ordinal);
        await screen.SubmitAsync("#work", button: "button[value=true]");
        await screen.SubmitAsync("#work", button: "button[value=Well]");
        Assert.Equal((2, 0, 1), (await Host.Db(db => db.FollowUps.CountAsync()), await Host.Db(db => db.Outcomes.CountAsync()), await Host.Db(db => db.EmploymentStates.CountAsync())));
    }

    [Fact]
    public async Task Erased_what_is_counted_stays_and_no_word_skill_or_day_of_it()
    {
        await MarkAsync(4);
        using var phone = await Host.Given.SignedIn(Teacher);
        await AssessAsync(phone, ("Input.Result", "Completed"), ("Input.LastDay", "20/11/2026"), ("Input.Learnt", "han-que"), ("Input.Words", "Khéo tay."), ("Input.Signed", "true"));
        using var screen = await Screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Course");
        await screen.SubmitAsync("main form", button: "button[name='Input.Agrees'][value=false]");
        await screen.SubmitAsync("main form", button: "button[value=LearntMore]");
        await Host.Use<ErasePerson>(act => act.RunAsync([Screens.Person.Id], true, default));
        Assert.Equal((0, 0), (await Host.Db(db => db.Attendances.CountAsync()), await Host.Db(db => db.AssessmentAnswers.CountAsync())));
        var left = await Host.Db(db => db.EndAssessments.SingleAsync());
        Assert.Equal((TrainingResult.Completed, new DateOnly(2026, 11, 1), 0), (left.Result, left.LastDay, left.Sealed.Length));
        Assert.True((await Host.Db(db => db.Placements.SingleAsync())).IsTraining);
    }
}
