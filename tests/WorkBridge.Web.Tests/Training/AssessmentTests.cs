using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Training;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Training;

/// <summary>The end assessment of a training slot: both sides sign it, at the own page, by the link of a mail, at a screen or on paper, and it leads on.</summary>
public sealed class AssessmentTests : TrainingCase
{
    [Fact]
    public async Task Assessed_and_agreed_at_a_screen_it_ends_and_what_was_learnt_waits_for_the_officer_and_leads_on()
    {
        await MarkAsync(5);
        using var phone = await Host.Given.SignedIn(Teacher);
        await AssessAsync(phone, ("Input.Result", "Completed"), ("Input.LastDay", "20/11/2026"), ("Input.Learnt", "tho-han"), ("Input.Learnt", "han-que"), ("Input.HasCertificate", "true"), ("Input.Words", "Đường hàn đều, cẩn thận."), ("Input.Signed", "true"));
        Assert.Contains("Chờ xem và ký", phone.Text, StringComparison.Ordinal);
        Assert.NotEqual(PlacementState.Ended, await StateAsync());
        Assert.Equal(0, await Host.Db(db => db.ProfileChanges.CountAsync()));
        using var desk = await Host.Given.SignedIn(Screens.Officer);
        Assert.Contains("Mời xem đánh giá cuối khoá: Vũ Thị Thơm", desk.Text, StringComparison.Ordinal);

        using var screen = await Screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Menu");
        await screen.GoAsync(screen.Page.QuerySelector("main a[href='/Kiosk/Course']")!.GetAttribute("href")!);
        Assert.Contains("Đường hàn đều, cẩn thận.", screen.Text, StringComparison.Ordinal);
        await screen.SubmitAsync("main form", button: "button[name='Input.Agrees'][value=true]");
        Assert.Contains("Đã ghi.", screen.Text, StringComparison.Ordinal);
        await screen.GoAsync("/Kiosk/Course");
        Assert.Equal("/Kiosk/Menu", screen.At);

        var ended = await Host.Db(db => db.Placements.SingleAsync());
        Assert.Equal((PlacementState.Ended, new DateOnly(2026, 11, 20), EndReason.PlannedEnd), (ended.State, ended.EndedOn!.Value, ended.EndReason!.Value));
        var proposed = await Host.Db(db => db.ProfileChanges.ToListAsync());
        Assert.Equal([(ProfileTopic.Trade, "tho-han", "Certificate"), (ProfileTopic.Skill, "han-que", "Certificate")], proposed.Select(c => (c.Topic, c.Said.Subject, c.Said.Becomes)).Order());
        // Training says nothing of work: neither a result nor a state of employment came of it.
        Assert.Equal((0, 1), (await Host.Db(db => db.Outcomes.CountAsync()), await Host.Db(db => db.EmploymentStates.CountAsync())));

        // Nobody is led on to work who has not agreed to be matched.
        await desk.GoAsync("/Home");
        Assert.DoesNotContain("Đã học xong, giới thiệu việc: Vũ Thị Thơm", desk.Text, StringComparison.Ordinal);
        await Host.Given.Consent(Screens.Person, Purpose.Matching);
        await desk.GoAsync("/Home");
        Assert.Contains("Đã học xong, giới thiệu việc: Vũ Thị Thơm", desk.Text, StringComparison.Ordinal);
        Assert.NotNull(desk.Page.QuerySelector($"main a[href='/Returnees/{Screens.Person.Id}/Matches']"));
        await desk.GoAsync($"/Returnees/{Screens.Person.Id}/Changes");
        await desk.SubmitAsync("main form[action$='handler=Confirm']", proposed.Select(c => ("Input.Changes", (string?)c.Id.ToString())));
        var profile = (await Host.Db(db => db.SkillProfiles.SingleAsync(p => p.ReturneeId == Screens.Person.Id))).Content;
        Assert.Contains(profile.Trades, t => t is { Code: "tho-han", Evidence: Matching.Evidence.Certificate });

        using var late = await Host.Given.SignedIn(Teacher);
        await late.GoAsync($"/Hire/Training/{Placement.Id}");
        Assert.Null(late.Page.QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task Not_agreed_both_words_stand_nothing_ends_and_whoever_taught_may_write_it_again()
    {
        await MarkAsync(3);
        using var phone = await Host.Given.SignedIn(Teacher);
        await AssessAsync(phone, ("Input.Result", "Partial"), ("Input.Reason", "Attendance"), ("Input.LastDay", "20/11/2026"), ("Input.Signed", "true"));
        using var screen = await Screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Course");
        var shown = screen.Page.QuerySelector("input[name='Input.Assessment']")!.GetAttribute("value")!;
        await screen.SubmitAsync("main form", button: "button[name='Input.Agrees'][value=false]");
        Assert.Contains("Điều gì chưa đúng?", screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Host.Db(db => db.AssessmentAnswers.CountAsync()));
        await screen.SubmitAsync("main form", button: "button[value=Other]");
        await screen.SubmitAsync("main form", [("Input.Words", "Hồi đi tù về tôi mới học")]);
        Assert.Contains("Bỏ", screen.Page.QuerySelector("#Input_Words-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hồi đi tù về", screen.Page.QuerySelector("#Input_Words")!.TextContent, StringComparison.Ordinal);
        await screen.SubmitAsync("main form", [("Input.Words", "Tôi nghỉ ba buổi vì con ốm, có báo.")]);
        Assert.Contains("Cán bộ sẽ xem lại", screen.Text, StringComparison.Ordinal);

        Assert.NotEqual(PlacementState.Ended, await StateAsync());
        Assert.Equal(0, await Host.Db(db => db.ProfileChanges.CountAsync()));
        Assert.Equal(-1, (await Host.Db(db => db.AssessmentAnswers.Select(a => a.Sealed).SingleAsync())).AsSpan().IndexOf("con ốm"u8));
        using var desk = await Host.Given.SignedIn(Screens.Officer);
        Assert.Contains("Hai bên nói khác nhau về khoá học: Vũ Thị Thơm", desk.Text, StringComparison.Ordinal);
        await desk.GoAsync($"/Placements/{Placement.Id}/Training");
        Assert.Contains("Tôi nghỉ ba buổi vì con ốm, có báo.", desk.Page.QuerySelector("[data-assessed]")!.TextContent, StringComparison.Ordinal);

        await phone.GoAsync($"/Hire/Training/{Placement.Id}");
        Assert.Contains("Chưa đồng ý", phone.Text, StringComparison.Ordinal);
        foreach (var kept in new[] { "con ốm", "Điều khác" })
            Assert.DoesNotContain(kept, phone.Text, StringComparison.Ordinal);
        await AssessAsync(phone, ("Input.Result", "Partial"), ("Input.Reason", "FamilyOrCare"), ("Input.LastDay", "20/11/2026"), ("Input.Learnt", "han-que"), ("Input.Signed", "true"));
        // What was on the screen before is not what stands now: the old question is not answered.
        await screen.PostAsync("/Kiosk/Course?handler=Answer", [("Input.Assessment", shown), ("Input.Agrees", "true"), ("__RequestVerificationToken", screen.Token)]);
        Assert.Equal(1, await Host.Db(db => db.AssessmentAnswers.CountAsync()));
        await screen.GoAsync("/Kiosk/Course");
        await screen.SubmitAsync("main form", button: "button[name='Input.Agrees'][value=true]");
        var ended = await Host.Db(db => db.Placements.SingleAsync());
        Assert.Equal((PlacementState.Ended, EndReason.FamilyOrCare), (ended.State, ended.EndReason!.Value));
        Assert.Equal("TaughtWithoutPaper", Assert.Single(await Host.Db(db => db.ProfileChanges.ToListAsync())).Said.Becomes);
        Assert.Equal((2, 2), (await Host.Db(db => db.EndAssessments.CountAsync()), await Host.Db(db => db.AssessmentAnswers.CountAsync())));
    }

    [Fact]
    public async Task Whoever_never_came_is_no_show_only_where_the_register_does_not_say_otherwise()
    {
        using var phone = await Host.Given.SignedIn(Teacher);
        await MarkAsync(1);
        await AssessAsync(phone, ("Input.Result", "NoShow"), ("Input.LastDay", "09/11/2026"), ("Input.Words", "Chưa thấy tới lớp."), ("Input.Signed", "true"));
        Assert.Contains("Điểm danh đã ghi có mặt 1 ngày", phone.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa thấy tới lớp.", phone.Page.QuerySelector("#Input_Words")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(phone.Page.QuerySelector("input[value=NoShow][checked]"));
        foreach (var (fields, words) in new ((string, string?)[], string)[]
        {
            ([("Input.LastDay", "20/11/2026"), ("Input.Signed", "true")], "Chọn kết quả khoá học."),
            ([("Input.Result", "Completed"), ("Input.Signed", "true")], "Nhập ngày học cuối cùng."),
            ([("Input.Result", "Completed"), ("Input.LastDay", "20/11/2026"), ("Input.Learnt", "lai-xe-con"), ("Input.Signed", "true")], "Đánh dấu ít nhất một điều"),
            ([("Input.Result", "Partial"), ("Input.LastDay", "20/11/2026"), ("Input.Signed", "true")], "Chọn một lý do"),
            ([("Input.Result", "Partial"), ("Input.Reason", "Unknown"), ("Input.LastDay", "20/11/2026")], "Đánh dấu để ký đánh giá này."),
            ([("Input.Result", "Partial"), ("Input.Reason", "Unknown"), ("Input.LastDay", "25/11/2026"), ("Input.Signed", "true")], "không thể ở sau hôm nay"),
            ([("Input.Result", "Partial"), ("Input.Reason", "Unknown"), ("Input.LastDay", "20/11/2026"), ("Input.Words", "Người này có tiền án"), ("Input.Signed", "true")], "tiền án"),
        })
        {
            await AssessAsync(phone, fields);
            Assert.Contains(words, phone.Page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(0, await Host.Db(db => db.EndAssessments.CountAsync()));
    }

    [Fact]
    public async Task The_link_of_the_mail_at_a_step_serves_for_still_learning_and_for_the_end_assessment()
    {
        Host.Clock.Advance(TimeSpan.FromDays(1));
        await Host.Use<AskStillThere>(sweep => sweep.RunAsync(default));
        await Host.Use<WorkBridge.Email.DeliverMail>(job => job.RunAsync(default));
        using var mail = Assert.Single(await Host.MailsAsync());
        Assert.Contains("còn học ở", mail.TextBody, StringComparison.Ordinal);
        var path = new Uri(mail.TextBody!.Split((char[]?)null).First(word => word.Contains("/R/Still/", StringComparison.Ordinal))).AbsolutePath;
        using var phone = Host.Browser();
        await phone.GoAsync(path);
        Assert.Contains("còn học ở quý đơn vị không?", phone.Text, StringComparison.Ordinal);
        await phone.SubmitAsync("main form", button: "button[value=false]");
        Assert.Equal(0, await Host.Db(db => db.EndAssessments.CountAsync()));
        await phone.SubmitAsync("main form", [("Input.Result", "Completed"), ("Input.LastDay", "20/11/2026"), ("Input.Signed", "true")]);
        Assert.Contains("Đánh dấu ít nhất một điều", phone.Text, StringComparison.Ordinal);
        await phone.SubmitAsync("main form", [("Input.Result", "Completed"), ("Input.LastDay", "20/11/2026"), ("Input.Learnt", "han-que"), ("Input.Signed", "true")]);
        Assert.Contains("Đã ký đánh giá cuối khoá", phone.Text, StringComparison.Ordinal);
        await phone.GoAsync(path);
        Assert.Contains("Đã ký đánh giá cuối khoá", phone.Text, StringComparison.Ordinal);
        var assessment = await Host.Db(db => db.EndAssessments.SingleAsync());
        Assert.Equal(ActorKind.EmployerLink, assessment.ByKind);

        // Assessed, nobody is asked at the next step.
        Host.Clock.Advance(TimeSpan.FromDays(25));
        await Host.Use<AskStillThere>(sweep => sweep.RunAsync(default));
        Assert.Equal(1, await Host.Db(db => db.Outbox.CountAsync(m => m.Kind == WorkBridge.Email.MailKinds.StillThere)));
    }

    [Fact]
    public async Task What_is_signed_on_paper_is_recorded_by_the_officer_and_says_so()
    {
        using var desk = await Host.Given.SignedIn(Screens.Officer);
        await desk.GoAsync($"/Placements/{Placement.Id}/Assessment");
        Assert.Contains("Đánh giá cuối khoá học nghề", desk.Text, StringComparison.Ordinal);
        await desk.GoAsync($"/Placements/{Placement.Id}/Training");
        await desk.SubmitAsync("form[action$='handler=Assess']", [("Input.Result", "NoShow"), ("Input.LastDay", "09/11/2026"), ("Input.Signed", "true")]);
        await desk.SubmitAsync("form[action$='handler=Answer']");
        Assert.Contains("Chọn đồng ý, hoặc điều chưa đúng", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync("form[action$='handler=Answer']", [("Input.Answer", "Other"), ("Input.Said", "")]);
        Assert.Contains("điều gì chưa đúng?", desk.Page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        await desk.SubmitAsync("form[action$='handler=Answer']", [("Input.Answer", "Agrees")]);
        Assert.Contains("trên giấy", desk.Page.QuerySelector("[data-assessed]")!.TextContent, StringComparison.Ordinal);
        var (assessment, answer) = (await Host.Db(db => db.EndAssessments.SingleAsync()), await Host.Db(db => db.AssessmentAnswers.SingleAsync()));
        Assert.Equal((true, true, Screens.Officer.Id, Screens.Officer.Id), (assessment.OnPaper, answer.OnPaper, assessment.ById!.Value, answer.ById!.Value));
        Assert.Equal(EndReason.Attendance, (await Host.Db(db => db.Placements.SingleAsync())).EndReason);
        await desk.GoAsync("/Home");
        Assert.DoesNotContain("giới thiệu việc: Vũ Thị Thơm", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_screens_at_once_make_one_answer()
    {
        await MarkAsync(3);
        using var phone = await Host.Given.SignedIn(Teacher);
        await AssessAsync(phone, ("Input.Result", "Completed"), ("Input.LastDay", "20/11/2026"), ("Input.Learnt", "han-que"), ("Input.Signed", "true"));
        var assessment = await Host.Db(db => db.EndAssessments.SingleAsync());
        using var desk = await Host.Given.SignedIn(Screens.Officer);
        await desk.GoAsync($"/Placements/{Placement.Id}/Training");
        using var screen = await Screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Course");
        await Task.WhenAll(
            screen.SubmitAsync("main form", button: "button[name='Input.Agrees'][value=true]"),
            desk.SubmitAsync("form[action$='handler=Answer']", [("Input.Answer", "Agrees")]));
        Assert.Equal(1, await Host.Db(db => db.AssessmentAnswers.CountAsync()));
        Assert.Single(await Host.Db(db => db.ProfileChanges.ToListAsync()));
        Assert.Equal(assessment.Id, await Host.Db(db => db.AssessmentAnswers.Select(a => a.AssessmentId).SingleAsync()));
    }
}
