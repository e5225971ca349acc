using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Matching;
using WorkBridge.Returnees;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Returnees;

public sealed class PeopleTests
{
    [Fact]
    public async Task A_person_is_typed_in_with_skills_and_shown()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await browser.GoAsync("/Returnees/Add");
        await browser.SubmitAsync("main form", [("Input.Name", "VŨ THỊ THƠM"), ("Input.BirthYear", "1992"), ("Input.Sex", "Female"), ("Input.Village", "Tổ dân phố 5"), ("Input.State", "None"), ("Input.Standing", "InProgramme"), ("Input.Start", "1/10/2026"), ("Input.PlannedEnd", "1/10/2028"), ("Input.Phone", "0912 345 678"), ("Input.Note", "Đón con lúc 17:00")]);
        Assert.EndsWith("/Skills", browser.At, StringComparison.Ordinal);

        await browser.SubmitAsync("main form", [("Input.Trades[0].Name", "may công nghiệp"), ("Input.Trades[0].Evidence", "Certificate"), ("Input.Trades[0].Months", "14"), ("Input.PayFrom", "7,5"), ("Input.Shifts", "Day"), ("Input.Limits", "no-heights"), ("Input.Wish", "làm gần nhà")]);

        Assert.Contains("Vũ Thị Thơm", browser.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Từ 7,5 triệu", browser.Text, StringComparison.Ordinal);
        var person = Assert.Single(await host.Db(db => db.Returnees.Include(r => r.Periods).ToListAsync()));
        Assert.Equal(("+84912345678", "Đón con lúc 17:00"), (person.Details.Phone, person.Details.Note));
        var content = (await host.Db(db => db.SkillProfiles.SingleAsync())).Content;
        Assert.Equal((Evidence.Certificate, 14), (content.Trades[0].Evidence, content.Trades[0].Months));
        Assert.Equal((7_500_000L, Shifts.Day), (content.PayFrom, content.Shifts));
        Assert.Equal(["no-heights"], content.Limits);
    }

    [Fact]
    public async Task A_trade_that_is_not_clear_is_asked_about_and_nothing_typed_is_lost()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await browser.GoAsync($"/Returnees/{person.Id}/Skills");

        await browser.SubmitAsync("main form", [("Input.Trades[0].Name", "qwertz"), ("Input.Wish", "gần nhà")]);

        Assert.NotNull(browser.Page.QuerySelector("#Input_Trades_0__Name-error"));
        Assert.Equal("qwertz", browser.Page.QuerySelector("[name='Input.Trades[0].Name']")!.GetAttribute("value"));
        Assert.Contains("gần nhà", browser.Page.QuerySelector("[name='Input.Wish']")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Note", "mới ra tù, chăm chỉ")]
    [InlineData("Input.Companion", "Trại giam số 5")]
    public async Task Words_about_the_past_are_caught_at_the_field(string field, string words)
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await browser.GoAsync($"/Returnees/{person.Id}/Edit");

        await browser.SubmitAsync("main form", [(field, words)]);

        Assert.Contains("chỉ ghi điều cần cho việc làm", browser.Page.QuerySelector($"#{field.Replace('.', '_')}-error")!.TextContent, StringComparison.Ordinal);
        var kept = (await host.Db(db => db.Returnees.SingleAsync())).Details;
        Assert.Equal((null, null), (kept.Note, kept.Companion));
    }

    [Fact]
    public async Task Of_somebody_only_counted_neither_telephone_nor_note_is_kept()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await browser.GoAsync("/Returnees/Add");
        await browser.SubmitAsync("main form", [("Input.Name", "Lê Văn Tám"), ("Input.BirthYear", "1990"), ("Input.State", "Stable"), ("Input.Standing", "CountedOnly"), ("Input.Phone", "0912345678"), ("Input.Note", "Chăm chỉ")]);

        var person = await host.Db(db => db.Returnees.SingleAsync());
        Assert.Equal((null, null), (person.Details.Phone, person.Details.Note));
        Assert.Equal(0, await host.Db(db => db.SkillProfiles.CountAsync()));
        await browser.GoAsync($"/Returnees/{person.Id}");
        Assert.Null(browser.Page.QuerySelector("a[href$='/Matches']"));
        await browser.GoAsync($"/Returnees/{person.Id}/Skills");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task The_same_person_typed_twice_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        (string, string?)[] typed = [("Input.Name", "Lê Văn Tám"), ("Input.BirthYear", "1990"), ("Input.State", "Stable"), ("Input.Standing", "CountedOnly")];
        await browser.GoAsync("/Returnees/Add");
        await browser.SubmitAsync("main form", typed);
        await browser.GoAsync("/Returnees/Add");
        await browser.SubmitAsync("main form", typed);

        Assert.Contains("Đã có người", browser.Page.QuerySelector("#Input_Name-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await host.Db(db => db.Returnees.CountAsync()));
    }

    [Fact]
    public async Task The_second_of_two_officers_is_told_beside_what_was_changed_and_loses_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        using var first = await host.Given.SignedIn(await host.Given.Officer());
        using var second = await host.Given.SignedIn(await host.Given.Officer());
        await first.GoAsync($"/Returnees/{person.Id}/Edit");
        await second.GoAsync($"/Returnees/{person.Id}/Edit");

        await first.SubmitAsync("main form", [("Input.Village", "Tổ dân phố 8")]);
        await second.SubmitAsync("main form", [("Input.Note", "Đón con lúc 17:00")]);

        Assert.Contains("Tổ dân phố 8", second.Page.QuerySelector("[data-meanwhile]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("17:00", second.Page.QuerySelector("[name='Input.Note']")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await host.Db(db => db.Returnees.SingleAsync())).Details.Note);

        await second.SubmitAsync("main form", [("Input.Village", "Tổ dân phố 8")]);
        var kept = (await host.Db(db => db.Returnees.SingleAsync())).Details;
        Assert.Equal(("Tổ dân phố 8", "Đón con lúc 17:00"), (kept.Village, kept.Note));
    }

    [Fact]
    public async Task The_list_is_searched_without_marks_filtered_and_written_down_as_one_reading()
    {
        await using var host = await TestHost.StartAsync();
        var thom = await host.Given.Person("Vũ Thị Thơm");
        var binh = await host.Given.Person("Hà Văn Bình", inProgramme: false, state: WorkState.Stable);
        await host.Given.Person("Người Nơi Khác", Given.NaDuong);
        using var browser = await host.Given.SignedIn(await host.Given.Officer());

        await browser.GoAsync("/Returnees");
        Assert.Contains("2 người", browser.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nơi Khác", browser.Text, StringComparison.Ordinal);
        var reading = Assert.Single(await host.Db(db => db.Readings.Include(r => r.People).ToListAsync()));
        Assert.Equal(ReadingKind.Listed, reading.Kind);
        Assert.Equal(new[] { thom.Id, binh.Id }.Order(), reading.People.Select(p => p.ReturneeId).Order());

        await browser.SubmitAsync("form[role='search']", [("q", "thom")]);
        Assert.Equal("/Search", browser.At);
        Assert.Contains("Vũ Thị Thơm", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hà Văn Bình", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nơi Khác", browser.Text, StringComparison.Ordinal);
        await browser.GoAsync("/Returnees?Filter.State=Stable");
        Assert.DoesNotContain("Vũ Thị Thơm", browser.Text, StringComparison.Ordinal);
        await browser.GoAsync("/Returnees?Filter.Standing=InProgramme");
        Assert.DoesNotContain("Hà Văn Bình", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_of_another_commune_is_not_found_on_any_page()
    {
        await using var host = await TestHost.StartAsync();
        var other = await host.Given.Person("Người Nơi Khác", Given.NaDuong);
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        foreach (var page in new[] { "", "/Edit", "/Skills", "/Programme", "/State", "/Readings" })
        {
            await browser.GoAsync($"/Returnees/{other.Id}{page}");
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
            Assert.DoesNotContain("Nơi Khác", browser.Text, StringComparison.Ordinal);
        }

        Assert.Equal(0, await host.Db(db => db.ReadingPeople.CountAsync()));
    }

    [Fact]
    public async Task What_was_agreed_and_what_was_refused_stand_in_two_lists_of_equal_weight()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        var (employer, _) = await host.Given.Employer(name: "HTX May Kiến Phúc");
        await host.Given.Consent(person, Purpose.Matching);
        await host.Given.Consent(person, Purpose.Statistics, yes: false);
        await host.Given.Consent(person, Purpose.Employer, employer.Id);
        using var browser = await host.Given.SignedIn(await host.Given.Officer());

        await browser.GoAsync($"/Returnees/{person.Id}");

        var lists = browser.Page.QuerySelectorAll("aside .wb-ticks");
        Assert.Equal(2, lists.Length);
        Assert.Equal(2, lists[0].QuerySelectorAll(".is-yes").Length);
        Assert.Contains("HTX May Kiến Phúc", lists[0].TextContent, StringComparison.Ordinal);
        Assert.Single(lists[1].QuerySelectorAll(".is-no"));
        Assert.Equal(ReadingKind.Opened, Assert.Single(await host.Db(db => db.Readings.ToListAsync())).Kind);
    }

    [Fact]
    public async Task Leaving_the_programme_ends_consent_and_entering_again_begins_a_new_period()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        await host.Given.Consent(person, Purpose.Matching);
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await browser.GoAsync($"/Returnees/{person.Id}/Programme");

        await browser.SubmitAsync("form[action*='handler=Leave']", [("Input.End", "23/11/2026")]);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Ending-error"));
        await browser.SubmitAsync("form[action*='handler=Leave']", [("Input.End", "23/11/2026"), ("Input.Ending", "MovedAway")]);

        Assert.False(await host.Db(async db => await db.Consents.Where(c => c.Purpose == Purpose.Matching).Standing(db, new DateOnly(2026, 11, 23)).AnyAsync()));
        await browser.SubmitAsync("form[action*='handler=Enter']", [("Input.Start", "23/11/2026")]);
        var periods = await host.Db(db => db.ProgrammePeriods.OrderBy(p => p.End == null).ToListAsync());
        Assert.Equal([ProgrammeEnding.MovedAway, null], periods.Select(p => p.Ending));
    }

    [Fact]
    public async Task A_state_recorded_by_an_officer_counts_from_its_day_and_the_earlier_one_stays()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person(state: WorkState.None);
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await browser.GoAsync($"/Returnees/{person.Id}/State");
        await browser.SubmitAsync("main form", [("Input.On", "24/11/2026"), ("Input.State", "Stable")]);
        Assert.Contains("chưa tới", browser.Page.QuerySelector("#Input_On-error")!.TextContent, StringComparison.Ordinal);

        await browser.SubmitAsync("main form", [("Input.On", "23/11/2026"), ("Input.State", "Stable")]);

        Assert.Equal(2, await host.Db(db => db.EmploymentStates.CountAsync()));
        Assert.Contains("Ổn định", browser.Page.QuerySelector(".wb-tags")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looked_is_shown_and_opening_is_told_from_listing()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await browser.GoAsync("/Returnees");
        await browser.GoAsync($"/Returnees/{person.Id}");

        await browser.GoAsync($"/Returnees/{person.Id}/Readings");

        var rows = browser.Page.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains("Thấy trong danh sách", rows[2], StringComparison.Ordinal);
        Assert.Contains("Mở hồ sơ", rows[1], StringComparison.Ordinal);
        Assert.Contains("Uỷ ban nhân dân", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_empty_workbook_is_downloaded()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await browser.GoAsync("/Returnees/Template");
        var file = await browser.Answer.Content.ReadAsByteArrayAsync();
        Assert.Contains("Họ và tên", WorkBridge.Files.SheetReader.Read(file, "a.xlsx").Rows[0].Cells.Select(c => c.Text));
    }

    [Fact]
    public async Task Counting_since_a_year_takes_only_those_who_came_home_since()
    {
        await using var host = await TestHost.StartAsync();
        await host.Given.Commune();
        await host.Db(async db =>
        {
            foreach (var (name, home, state) in new[] { ("A B", new DateOnly(2019, 5, 1), WorkState.Stable), ("C D", new DateOnly(2021, 5, 1), WorkState.None) })
            {
                var person = Returnee.Register(Given.KienAn, new PersonalDetails { Name = name, HomeSince = home }, host.Given.Now);
                db.Returnees.Add(person);
                db.EmploymentStates.Add(new EmploymentState(person.Id, Given.KienAn, new DateOnly(2026, 1, 1), state, StateSource.Survey, null, host.Given.Now));
            }

            await db.SaveChangesAsync();
        });

        await host.Use<CountEmployment>(async count =>
        {
            var day = new DateOnly(2026, 11, 23);
            Assert.Equal(new EmploymentCounts(1, 0, 1, 0), (await count.RunAsync([Given.KienAn], day, null, default))[0].Everybody);
            Assert.Equal(new EmploymentCounts(0, 0, 1, 0), (await count.RunAsync([Given.KienAn], day, 2020, default))[0].Everybody);
            Assert.Equal(new EmploymentCounts(0, 0, 0, 2), (await count.RunAsync([Given.KienAn], new DateOnly(2025, 1, 1), null, default))[0].Everybody);
            Assert.Equal(EmploymentCounts.Empty, (await count.RunAsync(["00000"], day, null, default))[0].Everybody);
        });
    }
}
