using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Web.Tests.Support;
using static WorkBridge.Web.Tests.Editing.TwoDesks;

namespace WorkBridge.Web.Tests.Editing;

/// <summary>Two people save the same thing: the second is told what the first saved, and nothing typed is lost. Person's details are in PeopleTests.</summary>
public sealed class SecondComerTests(TwoDesks desks) : IClassFixture<TwoDesks>
{
    private TestHost Host => desks.Host;

    private Browser First => desks.First;

    private Browser Second => desks.Second;

    [Fact]
    public async Task A_review_is_told_what_the_other_officer_decided_and_keeps_the_words()
    {
        var id = await SubmittedAsync();
        await BothOpenAsync($"/Openings/{id}/Review", First, Second);

        await First.SubmitAsync("button[formaction*=Live]", button: "button[formaction*=Live]");
        await Second.SubmitAsync("form:has(#Input_Words)", [("Input.Words", "Ghi rõ lương một tháng")], "button[formaction*=Ask]");

        Told(Second, "Đang đăng");
        Assert.Equal("Ghi rõ lương một tháng", Typed(Second, "Input_Words"));
        Assert.Equal(OpeningState.Live, (await Host.Db(db => db.Openings.SingleAsync(o => o.Id == id))).State);
    }

    [Fact]
    public async Task What_goes_live_is_what_was_read()
    {
        var id = await SubmittedAsync();
        await Second.GoAsync($"/Openings/{id}/Review");
        await Host.Db(async db =>
        {
            var opening = await db.Openings.SingleAsync(o => o.Id == id);
            opening.AskChanges("Ghi rõ giờ làm", Actor.Officer(desks.Officer.Id), Host.Given.Now);
            opening.Rewrite(opening.Content with { Title = "Thợ may đã đổi tên" });
            opening.Submit(Actor.Employer(desks.Contact.Id), Host.Given.Now);
            await db.SaveChangesAsync();
        });

        await Second.SubmitAsync("button[formaction*=Live]", button: "button[formaction*=Live]");
        Told(Second, "Chờ duyệt");
        Assert.Contains("Thợ may đã đổi tên", Second.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(OpeningState.Submitted, (await Host.Db(db => db.Openings.SingleAsync(o => o.Id == id))).State);

        await Second.SubmitAsync("button[formaction*=Live]", button: "button[formaction*=Live]");
        Assert.Equal(OpeningState.Live, (await Host.Db(db => db.Openings.SingleAsync(o => o.Id == id))).State);
    }

    [Fact]
    public async Task Skills_are_told_and_kept()
    {
        var person = await Host.Given.Person();
        await BothOpenAsync($"/Returnees/{person.Id}/Skills", First, Second);

        await First.SubmitAsync("main form", [("Input.Wish", "Làm gần nhà")]);
        await Second.SubmitAsync("main form", [("Input.Wish", "Làm ca ngày")]);

        Told(Second, "Làm gần nhà");
        Assert.Equal("Làm ca ngày", Typed(Second, "Input_Wish"));
        await Second.SubmitAsync("main form");
        Assert.Equal("Làm ca ngày", (await Host.Db(db => db.SkillProfiles.SingleAsync(p => p.ReturneeId == person.Id))).Content.Wish);
    }

    [Fact]
    public async Task The_stay_in_the_programme_is_told_and_kept()
    {
        var person = await Host.Given.Person();
        await BothOpenAsync($"/Returnees/{person.Id}/Programme", First, Second);

        await First.SubmitAsync("form[action*='handler=Plan']", [("Input.PlannedEnd", "01/06/2028")]);
        await Second.SubmitAsync("form[action*='handler=Plan']", [("Input.PlannedEnd", "01/12/2027")]);
        Told(Second, "01/06/2028");
        Assert.Equal("01/12/2027", Typed(Second, "Input_PlannedEnd"));

        await First.GoAsync($"/Returnees/{person.Id}/Programme");
        await First.SubmitAsync("form[action*='handler=Plan']", [("Input.PlannedEnd", "01/07/2028")]);
        await Second.SubmitAsync("form[action*='handler=Leave']", [("Input.End", "23/11/2026"), ("Input.Ending", "MovedAway")]);
        Told(Second, "01/07/2028");
        Assert.Equal(("23/11/2026", "MovedAway"), (Typed(Second, "Input_End"), Chosen(Second, "Input.Ending")));
        Assert.Null((await Host.Db(db => db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == person.Id))).Periods.Single().End);
    }

    [Fact]
    public async Task A_state_of_work_recorded_in_between_is_told_and_the_second_is_added_only_when_meant()
    {
        var person = await Host.Given.Person();
        await BothOpenAsync($"/Returnees/{person.Id}/State", First, Second);

        await First.SubmitAsync("main form", [("Input.State", "Stable"), ("Input.On", "20/11/2026")]);
        await Second.SubmitAsync("main form", [("Input.State", "Unstable"), ("Input.On", "21/11/2026")]);

        Told(Second, "Ổn định");
        Assert.Equal(("21/11/2026", "Unstable"), (Typed(Second, "Input_On"), Chosen(Second, "Input.State")));
        Assert.Equal(2, await Host.Db(db => db.EmploymentStates.CountAsync(s => s.ReturneeId == person.Id)));
        await Second.SubmitAsync("main form");
        Assert.Equal(3, await Host.Db(db => db.EmploymentStates.CountAsync(s => s.ReturneeId == person.Id)));
    }

    [Fact]
    public async Task A_follow_up_is_recorded_once_unless_a_second_one_is_meant()
    {
        var id = await desks.PlacementAsync();
        await BothOpenAsync($"/Placements/{id}/FollowUp", First, Second);
        Assert.Equal("30", Second.Page.QuerySelector("input[name='Input.Step']")!.GetAttribute("value"));

        await First.SubmitAsync("main form[action$='FollowUp']", [("Input.Working", "SamePlace"), ("Input.Way", "Visit"), ("Input.DaysPerMonth", "26")]);
        await Second.SubmitAsync("main form[action$='FollowUp']", [("Input.Working", "OtherPlace"), ("Input.Way", "Call"), ("Input.PayPerMonth", "7,5"), ("Input.Note", "Chị ấy bận buổi sáng")]);

        Told(Second, "26 ngày một tháng");
        Assert.Equal(("OtherPlace", "Call", "7,5", "Chị ấy bận buổi sáng"), (Chosen(Second, "Input.Working"), Chosen(Second, "Input.Way"), Typed(Second, "Input_PayPerMonth"), Typed(Second, "Input_Note")));
        Assert.Equal(1, await Host.Db(db => db.FollowUps.CountAsync(f => f.PlacementId == id)));

        await Second.SubmitAsync("main form[action$='FollowUp']");
        Assert.Equal([30, null], await Host.Db(db => db.FollowUps.Where(f => f.PlacementId == id).OrderBy(f => f.RecordedAt).ThenBy(f => f.Id).Select(f => f.Step).ToListAsync()));
    }

    [Fact]
    public async Task A_follow_up_on_work_that_has_just_ended_is_told_and_stays_readable()
    {
        var id = await desks.PlacementAsync();
        await Second.GoAsync($"/Placements/{id}/FollowUp");
        await First.GoAsync($"/Placements/{id}");
        await First.SubmitAsync("form[action$='handler=End']", [("Input.EndedOn", "22/11/2026"), ("Input.EndReason", "TransportTrouble")]);

        await Second.SubmitAsync("main form[action$='FollowUp']", [("Input.Working", "SamePlace"), ("Input.Way", "Call"), ("Input.Note", "Chị ấy bận buổi sáng")]);

        Told(Second, "22/11/2026, Đi lại");
        Assert.Equal("Chị ấy bận buổi sáng", Typed(Second, "Input_Note"));
        Assert.Equal(0, await Host.Db(db => db.FollowUps.CountAsync(f => f.PlacementId == id)));
    }

    [Fact]
    public async Task An_outcome_by_an_officer_is_told_and_the_other_reason_kept()
    {
        var id = await desks.PlacementAsync();
        await First.GoAsync($"/Placements/{id}/FollowUp");
        await First.SubmitAsync("main form[action$='FollowUp']", [("Input.Working", "SamePlace"), ("Input.Way", "Visit")]);
        await BothOpenAsync($"/Placements/{id}", First, Second);

        await First.SubmitAsync("form[action$='handler=Override']", [("Input.Result", "Stable"), ("Input.Reason", "Hợp đồng đã có từ trước")]);
        await Second.SubmitAsync("form[action$='handler=Override']", [("Input.Result", "Unstable"), ("Input.Reason", "Việc theo mùa")]);
        Told(Second, "Hợp đồng đã có từ trước");
        Assert.Equal(("Unstable", "Việc theo mùa"), (Chosen(Second, "Input.Result"), Typed(Second, "Input_Reason")));

        await Second.SubmitAsync("form[action$='handler=Override']");
        Assert.Equal(3, await Host.Db(db => db.Outcomes.CountAsync(o => o.PlacementId == id)));
    }

    [Fact]
    public async Task A_result_of_a_referral_is_not_written_over_unread()
    {
        var referral = await SentAsync();
        await BothOpenAsync($"/Referrals/{referral.Id}", First, Second);

        await First.SubmitAsync("form[action$='handler=Answer']", [("Input.Kind", "Interview"), ("Input.InterviewAt", "26/11/2026 8:30"), ("Input.InterviewPlace", "Phòng kỹ thuật")]);
        await Second.SubmitAsync("form[action$='handler=Answer']", [("Input.Kind", "Decline"), ("Input.Reason", "Other"), ("Input.Words", "Xưởng dời sang tháng sau")]);

        Told(Second, "26/11/2026, 8:30");
        Assert.Equal(("Decline", "Other", "Xưởng dời sang tháng sau"), (Chosen(Second, "Input.Kind"), Chosen(Second, "Input.Reason"), Typed(Second, "Input_Words")));
        Assert.Equal(ReferralState.InterviewSet, await StateOf(referral));

        await Second.SubmitAsync("form[action$='handler=Answer']");
        Assert.Equal(ReferralState.Declined, await StateOf(referral));
    }

    [Fact]
    public async Task A_result_that_comes_after_the_last_word_is_shown_back()
    {
        var referral = await SentAsync();
        await BothOpenAsync($"/Referrals/{referral.Id}", First, Second);

        await First.SubmitAsync("form[action$='handler=Answer']", [("Input.Kind", "Decline"), ("Input.Reason", "TooFar")]);
        await Second.SubmitAsync("form[action$='handler=Answer']", [("Input.Kind", "Ask"), ("Input.Question", "Có chỗ để xe không?")]);

        Assert.Contains("Có chỗ để xe không?", Second.Page.QuerySelector("[data-meanwhile]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đường xa", Second.Page.QuerySelector("[data-meanwhile]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReferralState.Declined, await StateOf(referral));
    }

    [Fact]
    public async Task Two_contacts_of_one_employer_are_told_of_each_other()
    {
        var referral = await SentAsync();
        foreach (var contact in new[] { desks.Hire, desks.OtherHire })
        {
            await contact.GoAsync($"/Hire/Referrals/{referral.Id}");
            await contact.SubmitAsync("form[action$='handler=View']");
        }

        await desks.Hire.SubmitAsync("form.wb-answer", [("Input.Kind", "Trial"), ("Input.TrialFrom", "01/12/2026")]);
        await desks.OtherHire.SubmitAsync("form.wb-answer", [("Input.Kind", "Decline"), ("Input.Reason", "Other"), ("Input.Words", "Xưởng dời sang tháng sau")]);
        Assert.Contains("Có người vừa sửa mục này", desks.OtherHire.Page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("thử việc từ 01/12/2026", desks.OtherHire.Text, StringComparison.Ordinal);
        Assert.Equal("Xưởng dời sang tháng sau", Typed(desks.OtherHire, "Input_Words"));
        Assert.Equal(ReferralState.Trial, await StateOf(referral));

        await desks.Hire.GoAsync($"/Hire/Referrals/{referral.Id}");
        await desks.Hire.SubmitAsync("form[action$='handler=View']");
        await desks.Hire.SubmitAsync("form.wb-answer", [("Input.Kind", "Accept"), ("Input.StartsOn", "10/12/2026")]);
        await desks.OtherHire.SubmitAsync("form.wb-answer");
        var note = desks.OtherHire.Page.QuerySelector("[data-meanwhile]")!.TextContent;
        Assert.Contains("không được ghi", note, StringComparison.Ordinal);
        Assert.Contains("Xưởng dời sang tháng sau", note, StringComparison.Ordinal);
        Assert.Equal(ReferralState.Accepted, await StateOf(referral));
    }

    [Fact]
    public async Task The_same_answer_sent_twice_is_one_answer_and_no_quarrel()
    {
        var referral = await SentAsync();
        var hire = desks.Hire;
        await hire.GoAsync($"/Hire/Referrals/{referral.Id}");
        await hire.SubmitAsync("form[action$='handler=View']");
        (string, string)[] answer = [("__RequestVerificationToken", hire.Token), ("Input.AfterMoves", hire.Page.QuerySelector("input[name='Input.AfterMoves']")!.GetAttribute("value")!), ("Input.Kind", "Decline"), ("Input.Reason", "TooFar")];

        await hire.PostAsync($"/Hire/Referrals/{referral.Id}?handler=Answer", answer);
        await hire.PostAsync($"/Hire/Referrals/{referral.Id}?handler=Answer", answer);

        Assert.Null(hire.Page.QuerySelector("[data-meanwhile]"));
        Assert.Contains("Đã ghi: lần này chưa phù hợp", hire.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Host.Db(db => db.StateMoves.CountAsync(m => m.NounId == referral.Id && m.To == nameof(ReferralState.Declined))));
    }

    [Fact]
    public async Task Words_and_notes_of_a_referral_are_told_and_kept()
    {
        var referral = await SentAsync();
        await BothOpenAsync($"/Referrals/{referral.Id}", First, Second);

        await First.SubmitAsync("form[action$='handler=Write']", [("Edit.ToPerson", "Mang theo căn cước")]);
        await Second.SubmitAsync("form[action$='handler=Write']", [("Edit.Inside", "Gọi lại thứ Năm")]);

        Told(Second, "Mang theo căn cước");
        Assert.Equal("Gọi lại thứ Năm", Typed(Second, "Edit_Inside"));
        Assert.Null((await Host.Db(db => db.Referrals.SingleAsync(r => r.Id == referral.Id))).InternalText);
        await Second.SubmitAsync("form[action$='handler=Write']", [("Edit.ToPerson", "Mang theo căn cước")]);
        var kept = await Host.Db(db => db.Referrals.SingleAsync(r => r.Id == referral.Id));
        Assert.Equal(("Mang theo căn cước", "Gọi lại thứ Năm"), (kept.TextToPerson, kept.InternalText));
    }

    [Fact]
    public async Task A_page_of_an_opening_shows_where_a_colleague_wrote_something_else()
    {
        var id = await SubmittedAsync(submit: false);
        await BothOpenAsync($"/Hire/Openings/{id}/Work", desks.Hire, desks.OtherHire);

        await desks.Hire.SubmitAsync("main form", [("Input.Places", "5")], "button[value=later]");
        await desks.OtherHire.SubmitAsync("main form", [("Input.Places", "8"), ("Input.Requirements", "Biết vắt sổ")], "button[value=later]");
        Told(desks.OtherHire, "5");
        Assert.Equal(("8", "Biết vắt sổ"), (Typed(desks.OtherHire, "Input_Places"), Typed(desks.OtherHire, "Input_Requirements")));

        await Host.Db(async db =>
        {
            (await db.Openings.SingleAsync(o => o.Id == id)).Submit(Actor.Employer(desks.Contact.Id), Host.Given.Now);
            await db.SaveChangesAsync();
        });
        await desks.OtherHire.SubmitAsync("main form", button: "button[value=later]");
        Told(desks.OtherHire, "Chờ duyệt");
        Assert.Equal("Biết vắt sổ", Typed(desks.OtherHire, "Input_Requirements"));
        Assert.Equal(5, (await Host.Db(db => db.Openings.SingleAsync(o => o.Id == id))).Places);
    }

    private Task<ReferralState> StateOf(Referral referral) => Host.Db(db => db.Referrals.Where(r => r.Id == referral.Id).Select(r => r.State).SingleAsync());

    private async Task<Referral> SentAsync()
    {
        var person = await Host.Given.Person();
        await Host.Given.Consent(person, Purpose.Matching);
        var referral = await Host.Given.PreparedReferral(await Host.Given.LiveOpening(desks.Employer), person, desks.Officer, consent: true);
        await First.GoAsync($"/Referrals/{referral.Id}");
        await First.SubmitAsync("form[action$='handler=Send']");
        Assert.Equal(ReferralState.Sent, await StateOf(referral));
        return referral;
    }

    private async Task<Guid> SubmittedAsync(bool submit = true)
    {
        var live = await Host.Given.LiveOpening(desks.Employer);
        var opening = Opening.Draft(desks.Employer.Id, desks.Employer.CommuneCode, live.Content with { Title = "Thợ may mũ" }, Host.Given.Now, Actor.Employer(desks.Contact.Id));
        if (submit)
            opening.Submit(Actor.Employer(desks.Contact.Id), Host.Given.Now);
        await Host.Db(async db =>
        {
            db.Openings.Add(opening);
            await db.SaveChangesAsync();
        });
        return opening.Id;
    }
}
