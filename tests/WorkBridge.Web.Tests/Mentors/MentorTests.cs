using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Holidays;
using WorkBridge.Mentors;
using WorkBridge.Placements;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Mentors;

/// <summary>A mentor sees whom an officer assigned and who agreed, nothing else, and loses sight at once.</summary>
public sealed class MentorTests : IAsyncLifetime
{
    private TestHost host = null!;
    private Account officer = null!;
    private Account mentor = null!;
    private Returnee person = null!;

    private DateOnly Today => DateOnly.FromDateTime(host.Given.Now);

    public async Task InitializeAsync()
    {
        host = await TestHost.StartAsync();
        officer = await host.Given.Officer();
        mentor = await host.Given.Mentor();
        person = await host.Given.Person();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Assigned_by_the_officer_the_mentor_sees_nothing_until_the_person_agrees_and_then_no_more_than_that()
    {
        var (employer, _) = await host.Given.Employer(name: "HTX Kín (mẫu)");
        await host.Given.Placement(employer, person, officer, new DateOnly(2026, 11, 20));
        await host.Given.Consent(await host.Given.Person("Lò Thị Mận"), Purpose.Mentor);
        using var desk = await AssignAsync();
        Assert.Contains("Đỗ Văn Bền đồng hành từ 23/11/2026", desk.Text, StringComparison.Ordinal);
        Assert.Contains("không thấy gì về người này", desk.Text, StringComparison.Ordinal);

        using var phone = await host.Given.SignedIn(mentor);
        Assert.Equal("/Mentor", phone.At);
        Assert.Contains("chưa có ai", phone.Text, StringComparison.Ordinal);
        var own = "/Mentor/" + await MentorshipAsync();
        await phone.GoAsync(own);
        Assert.Equal(HttpStatusCode.NotFound, phone.Status);
        Assert.Equal(0, await host.Db(db => db.Readings.CountAsync(r => r.ByKind == ActorKind.Mentor)));

        await host.Given.Consent(person, Purpose.Mentor);
        await phone.GoAsync("/Mentor");
        Assert.Contains("Thơm V.T.T.", phone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mận", phone.Text, StringComparison.Ordinal);
        await phone.GoAsync(own);
        foreach (var seen in new[] { "Thơm", "V.T.T.", "20/11/2026", "27/11/2026" })
            Assert.Contains(seen, phone.Text, StringComparison.Ordinal);
        var markup = phone.Page.DocumentElement.OuterHtml;
        foreach (var hidden in new[] { "Vũ Thị", "Tổ dân phố 5", "HTX Kín", person.Details.Phone![3..], person.Code, person.Id.ToString() })
            Assert.DoesNotContain(hidden, markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Thơm", phone.Page.Title!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_opening_is_written_down_as_the_mentors_and_the_person_and_the_officer_read_it()
    {
        await host.Given.Consent(person, Purpose.Mentor);
        using var desk = await AssignAsync();
        using var phone = await host.Given.SignedIn(mentor);
        await phone.GoAsync("/Mentor/" + await MentorshipAsync());
        var read = await host.Db(db => db.Readings.Where(r => r.ByKind == ActorKind.Mentor && r.People.Any(p => p.ReturneeId == person.Id)).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync());
        Assert.Equal([(ReadingKind.Listed, "Mentor/Index"), (ReadingKind.Opened, "Mentor/Show")], read.Select(r => (r.Kind, r.Page)));
        Assert.All(read, r => Assert.Equal((mentor.Id, "Hội Cựu chiến binh"), (r.ById!.Value, r.Office)));
        await desk.GoAsync($"/Returnees/{person.Id}/Readings");
        Assert.Contains("Người đồng hành", desk.Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hội Cựu chiến binh", desk.Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("expired")]
    [InlineData("restricted")]
    [InlineData("programme over")]
    [InlineData("cover over")]
    [InlineData("ended")]
    [InlineData("replaced")]
    public async Task Whatever_takes_the_sight_away_does_so_at_once(string how)
    {
        await host.Given.Consent(person, Purpose.Mentor);
        using var desk = await AssignAsync();
        using var phone = await host.Given.SignedIn(mentor);
        var own = "/Mentor/" + await MentorshipAsync();
        await phone.GoAsync(own);
        await phone.SubmitAsync("form[action$='handler=Plan']", [("Input.Day", "25/11/2026")]);
        Assert.Equal(HttpStatusCode.OK, phone.Status);
        var visit = await host.Db(db => db.MentorVisits.Select(v => v.Id).SingleAsync());

        await LoseAsync(how, desk, phone);
        var token = phone.Token;
        await phone.GoAsync(own);
        Assert.Equal(HttpStatusCode.NotFound, phone.Status);
        foreach (var handler in new[] { "Plan", "Report", "CallOff" })
        {
            using var answer = await phone.PostOnceAsync($"{own}?handler={handler}", [("__RequestVerificationToken", token), ("Input.Visit", visit.ToString()), ("Input.Day", "26/11/2026"), ("Input.Result", "Well"), ("Input.On", "23/11/2026")]);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        await phone.GoAsync("/Mentor");
        Assert.Equal(HttpStatusCode.OK, phone.Status);
        Assert.DoesNotContain("Thơm", phone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(VisitState.Done, await host.Db(db => db.MentorVisits.Select(v => v.State).ToListAsync()));
    }

    [Fact]
    public async Task Another_communes_officer_and_another_mentor_find_nothing()
    {
        await host.Given.Consent(person, Purpose.Mentor);
        using var desk = await AssignAsync();
        using var other = await host.Given.SignedIn(await host.Given.Mentor());
        await other.GoAsync("/Mentor/" + await MentorshipAsync());
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        using var far = await host.Given.SignedIn(await host.Given.Officer(Given.NaDuong));
        await far.GoAsync($"/Returnees/{person.Id}/Mentor");
        Assert.Equal(HttpStatusCode.NotFound, far.Status);
        await far.GoAsync("/Mentors");
        Assert.DoesNotContain("Đỗ Văn Bền", far.Text, StringComparison.Ordinal);

        // A mentor of another commune cannot be assigned, whatever the form says.
        var away = await host.Given.Mentor(Given.NaDuong);
        await desk.GoAsync($"/Returnees/{person.Id}/Mentor");
        await desk.PostAsync($"/Returnees/{person.Id}/Mentor?handler=Assign", [("__RequestVerificationToken", desk.Token), ("Input.Mentor", away.Id.ToString()), ("Input.From", "23/11/2026")]);
        Assert.Contains("Chọn người đồng hành", desk.Page.QuerySelector(".govuk-error-message")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(mentor.Id, await host.Db(db => db.Mentorships.Select(m => m.MentorId).SingleAsync()));
    }

    [Fact]
    public async Task The_load_is_shown_another_takes_over_and_the_first_is_kept()
    {
        var second = await host.Given.Mentor(name: "Hà Thị Lành");
        using var desk = await AssignAsync();
        await AssignAsync(desk, await host.Given.Person("Lò Thị Mận"), mentor);
        await desk.GoAsync($"/Returnees/{person.Id}/Mentor");
        Assert.Contains("Hội Cựu chiến binh, đang đồng hành 2 người", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Hội Cựu chiến binh, đang đồng hành 0 người", desk.Text, StringComparison.Ordinal);
        await AssignAsync(desk, person, mentor);
        Assert.Equal(2, await host.Db(db => db.Mentorships.CountAsync()));
        await AssignAsync(desk, person, second);
        Assert.Contains("Hà Thị Lành đồng hành", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Trước đây", desk.Text, StringComparison.Ordinal);
        var rows = await host.Db(db => db.Mentorships.Where(m => m.ReturneeId == person.Id).ToListAsync());
        Assert.Equal(2, rows.Count);
        Assert.Single(rows, m => m.EndedAt is null && m.MentorId == second.Id);
        Assert.Equal(5, await host.Db(db => db.StateMoves.CountAsync(m => m.Noun == nameof(Mentorship) && m.ById == officer.Id)) + 1);
    }

    [Fact]
    public async Task An_officer_invites_a_mentor_who_chooses_a_password_and_finds_no_page_but_the_own()
    {
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync("/Mentors");
        await desk.SubmitAsync("main form", [("Input.Name", "Ngô Thị Mẫn"), ("Input.Unit", ""), ("Input.Email", "man@example.vn"), ("Input.Phone", "0912345678")]);
        Assert.Contains("hội, đoàn thể", desk.Page.QuerySelector(".govuk-error-message")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("man@example.vn", desk.Page.QuerySelector("#Input_Email")!.GetAttribute("value"));
        await desk.SubmitAsync("main form", [("Input.Unit", "Trưởng thôn")]);
        Assert.Contains("Trưởng thôn", desk.Text, StringComparison.Ordinal);
        var account = await host.Db(db => db.Users.Include(a => a.Communes).SingleAsync(a => a.Email == "man@example.vn"));
        Assert.Equal((StaffRole.Mentor, "Ngô Thị Mẫn", "Trưởng thôn", "+84912345678", Given.KienAn), (account.Role, account.DisplayName, account.Unit, account.PhoneNumber, Assert.Single(account.Communes).CommuneCode));
        Assert.Equal(1, await host.Db(db => db.Outbox.CountAsync(m => m.SubjectId == account.Id)));

        using var phone = await host.Given.SignedIn(mentor);
        foreach (var page in new[] { "/Home", "/Returnees", $"/Returnees/{person.Id}", $"/Returnees/{person.Id}/Mentor", "/Mentors", "/Referrals", "/Reports", "/Openings", "/Employers", "/Hire", "/Admin", "/Kiosks" })
        {
            await phone.GoAsync(page);
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, phone.Status));
        }

        await phone.GoAsync("/Account");
        Assert.Equal(HttpStatusCode.OK, phone.Status);
        Assert.Empty(phone.Page.QuerySelectorAll("#mails"));
    }

    private async Task LoseAsync(string how, Browser desk, Browser phone)
    {
        var now = host.Given.Now;
        switch (how)
        {
            case "withdrawn":
                await host.Use<WithdrawConsent>(act => act.RunAsync(person.Id, Purpose.Mentor, null, new AnswerSetting(ConsentWay.KioskCard, null, null, false, null), default));
                break;
            case "expired":
                host.Clock.Advance(TimeSpan.FromDays(400)); // Longer than a session lasts, too.
                await host.Given.SignInAsync(phone, mentor);
                break;
            case "restricted":
                var request = DataRequest.Receive(person.Id, person.CommuneCode, RequestKind.Restrict, null, othersHold: false, RequestRules.Read().On(Today), HolidayCalendar.Read(), Actor.Person(person.Id), now);
                await host.Db(async db =>
                {
                    db.AddRange(request, Restriction.Begin(request, Actor.Person(person.Id), now));
                    await db.SaveChangesAsync();
                });
                break;
            case "programme over":
                await host.Db(async db =>
                {
                    (await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == person.Id)).LeaveProgramme(Today, ProgrammeEnding.MovedAway);
                    await db.SaveChangesAsync();
                });
                break;
            case "cover over":
                await host.Db(db => db.Mentorships.ExecuteUpdateAsync(s => s.SetProperty(m => m.From, Today.AddDays(-9)).SetProperty(m => m.Until, Today.AddDays(-1))));
                break;
            case "ended":
                await desk.GoAsync($"/Returnees/{person.Id}/Mentor");
                await desk.SubmitAsync("form[action$='handler=End']");
                break;
            default:
                await AssignAsync(desk, person, await host.Given.Mentor(name: "Hà Thị Lành"));
                break;
        }
    }

    private async Task<Browser> AssignAsync()
    {
        var desk = await host.Given.SignedIn(officer);
        await AssignAsync(desk, person, mentor);
        return desk;
    }

    private static async Task AssignAsync(Browser desk, Returnee who, Account mentor)
    {
        await desk.GoAsync($"/Returnees/{who.Id}/Mentor");
        await desk.SubmitAsync("form[action$='handler=Assign']", [("Input.Mentor", mentor.Id.ToString()), ("Input.From", "23/11/2026"), ("Input.Until", "")]);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
    }

    private Task<Guid> MentorshipAsync() => host.Db(db => db.Mentorships.Where(m => m.ReturneeId == person.Id && m.EndedAt == null).Select(m => m.Id).SingleAsync());
}
