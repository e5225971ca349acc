using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Matching;
using WorkBridge.Returnees;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Imports;

public sealed class SurveyImportTests
{
    private static readonly string[] Marks = ["x", "co"];

    [SharedDataFact]
    public async Task The_ward_of_34_people_is_imported_as_the_file_is_and_counted_at_both_cuts() =>
        await ImportShared("survey-34.xlsx", Given.KienAn, new(7, 21, 6, 0), new(2, 7, 1, 0));

    [SharedDataFact]
    public async Task The_commune_of_14_people_with_another_layout_is_imported_and_counted_at_both_cuts() =>
        await ImportShared("survey-14.xlsx", Given.NaDuong, new(3, 8, 3, 0), new(2, 5, 2, 0));

    private static async Task ImportShared(string file, string commune, EmploymentCounts all, EmploymentCounts inProgramme)
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer(commune));

        await Upload(browser, await File.ReadAllBytesAsync(Path.Combine(SmallFiles.SharedFolder!, file)), file);
        await Answer(browser);
        Assert.Equal(Row(all), Counts(browser, "file"));
        Assert.Equal(Row(inProgramme), Counts(browser, "marked"));
        Assert.Equal(Row(all), Counts(browser, "after"));
        Assert.Equal(Row(inProgramme), Counts(browser, "after-marked"));
        Assert.Null(browser.Page.QuerySelector("#errors"));
        await Save(browser);

        var counted = await Counted(host, commune);
        Assert.Equal(all, counted.Everybody);
        Assert.Equal(inProgramme, counted.InProgramme);
        Assert.Equal(inProgramme.Total, await host.Db(db => db.SkillProfiles.CountAsync()));
        Assert.Equal(0, await host.Db(db => db.Consents.CountAsync()));
    }

    [Fact]
    public async Task A_small_survey_of_our_own_is_imported_with_only_what_each_person_may_have()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());

        await Upload(browser, SmallFiles.Survey());
        await Answer(browser);
        await Save(browser);

        var counted = await Counted(host);
        Assert.Equal(new EmploymentCounts(1, 2, 1, 1), counted.Everybody);
        Assert.Equal(new EmploymentCounts(1, 1, 1, 0), counted.InProgramme);
        var people = await host.Db(db => db.Returnees.Include(r => r.Periods).ToListAsync());
        var profiles = await host.Db(db => db.SkillProfiles.ToDictionaryAsync(p => p.ReturneeId));
        var an = people.Single(p => p.Details.Name == "Lê Thị An");
        Assert.Equal(("+84912345678", Sex.Female, 1983, new DateOnly(2022, 4, 26)), (an.Details.Phone, an.Details.Sex, an.Details.BirthYear, an.Details.HomeSince));
        Assert.Equal(Shifts.Day, profiles[an.Id].Content.Shifts);
        Assert.Contains(profiles[an.Id].Content.Trades, t => t.Evidence == Evidence.Certificate);
        var binh = people.Single(p => p.Details.Name == "Hà Văn Bình");
        Assert.Contains("no-heavy-lifting", profiles[binh.Id].Content.Limits);
        Assert.Contains(profiles[binh.Id].Content.Trades, t => t.Evidence == Evidence.TaughtWithoutPaper);
        var dan = people.Single(p => p.Details.Name == "Chu Thị Dần");
        Assert.Equal((null, null, null), (dan.Details.Phone, dan.Details.Companion, dan.Details.Note));
        Assert.False(profiles.ContainsKey(dan.Id));
        Assert.Empty(dan.Periods);
        var everything = string.Join(' ', await host.Db(db => db.Returnees.ToListAsync()).ContinueWith(t => t.Result.Select(r => System.Text.Json.JsonSerializer.Serialize(r.Details)), TaskScheduler.Default));
        Assert.DoesNotContain("vắng mặt", System.Text.RegularExpressions.Regex.Unescape(everything), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await host.Db(db => db.PendingImports.CountAsync()));
    }

    [Fact]
    public async Task The_same_file_twice_makes_no_second_copy_and_a_later_survey_adds_only_what_changed()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await Upload(browser, SmallFiles.Survey());
        await Answer(browser, "1/11/2026");
        await Save(browser);

        await Upload(browser, SmallFiles.Survey());
        await Answer(browser, "1/11/2026");
        Assert.Null(browser.Page.QuerySelector("form[action*='handler=Save'] button.wb-button:not(.wb-button--quiet)"));
        Assert.Contains("5 người đã có ở đây", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Không có dòng nào để lưu", browser.Text, StringComparison.Ordinal);

        // Typed without marks, another spelling of the village, and a new answer.
        await Upload(browser, SmallFiles.Survey(["6", "Nong Van Giap", "1980", "Nam", "tổ 3", "", "", "ổn định"]));
        await Answer(browser, "20/11/2026");
        await Save(browser);
        await Upload(browser, SmallFiles.Survey(["6", "NÔNG VĂN GIÁP", "1980", "nam", "Tổ dân phố 3", "", "", "không ổn định"]));
        await Answer(browser, "21/11/2026");
        await Save(browser);

        Assert.Equal(6, await host.Db(db => db.Returnees.CountAsync()));
        Assert.Equal(7, await host.Db(db => db.EmploymentStates.CountAsync()));
        Assert.Equal(new EmploymentCounts(1, 3, 1, 1), (await Counted(host)).Everybody);
    }

    [Fact]
    public async Task Nothing_is_marked_before_somebody_confirmed_which_values_mean_it()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await Upload(browser, SmallFiles.Survey());

        Assert.NotNull(browser.Page.QuerySelector("#marks"));
        Assert.Null(browser.Page.QuerySelector("form[action*='handler=Save']"));
        await browser.SubmitAsync("form[action*='handler=Answer']", [("Input.SurveyedOn", "1/11/2026"), ("Input.Marks", null)]);
        Assert.Equal(["0", "0", "0", "0", "0"], Counts(browser, "marked"));
        await Save(browser);

        Assert.Equal(0, await host.Db(db => db.SkillProfiles.CountAsync()));
        Assert.Equal(0, (await Counted(host)).InProgramme.Total);
    }

    [Fact]
    public async Task A_day_that_cannot_be_is_refused_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await Upload(browser, SmallFiles.Survey());

        await browser.SubmitAsync("form[action*='handler=Answer']", [("Input.SurveyedOn", "1/12/2026"), ("Input.PlannedEnd", "25/11/2027"), ("Input.Marks", "co")]);

        Assert.Contains("chưa tới", browser.Page.QuerySelector("#Input_SurveyedOn-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("25/11/2027", browser.Page.QuerySelector("#Input_PlannedEnd")!.GetAttribute("value"));
        Assert.Equal(["co"], browser.Page.QuerySelectorAll("#marks input:checked, #marks input[checked]").Select(e => e.GetAttribute("value")).Distinct());
    }

    [Fact]
    public async Task Row_errors_are_listed_with_their_rows_and_the_good_rows_are_saved()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await Upload(browser, SmallFiles.Survey(
            ["6", "Đỗ Văn Hai", "83", "Nam", "Tổ dân phố 1", "", "", "ổn định"],
            ["7", "Đỗ Văn Ba", "1983", "Nam", "Tổ dân phố 1", "", "x", "ổn định", "", "", "", "", "", "", "mới ra tù"],
            ["8", "Lê Thị An", "1983", "Nữ", "TDP 5", "", "", "ổn định"]));
        await Answer(browser);

        var errors = browser.Page.QuerySelectorAll("table[data-import=errors] tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(["7", "8", "9"], browser.Page.QuerySelectorAll("table[data-import=errors] tbody th").Select(e => e.TextContent));
        Assert.Contains("bốn chữ số", errors[0], StringComparison.Ordinal);
        Assert.Contains("ra tù", errors[1], StringComparison.Ordinal);
        Assert.Contains("dòng 2", errors[2], StringComparison.Ordinal);
        await Save(browser);

        Assert.Equal(5, await host.Db(db => db.Returnees.CountAsync()));
    }

    [Fact]
    public async Task Values_that_are_not_understood_are_given_a_meaning_on_screen()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await Upload(browser, SmallFiles.Survey(["6", "Đỗ Văn Hai", "1983", "Nam", "Tổ dân phố 1", "", "", "đi làm thuê"]));
        Assert.Contains("đi làm thuê", browser.Page.QuerySelector("#states")!.TextContent, StringComparison.Ordinal);

        await Answer(browser, extra: [("Input.States[di lam thue]", "Unstable")]);
        await Save(browser);

        Assert.Equal(new EmploymentCounts(1, 3, 1, 1), (await Counted(host)).Everybody);
    }

    [Fact]
    public async Task Columns_with_unknown_headings_are_chosen_on_screen()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await Upload(browser, "Danh tính;Sinh;Hiện trạng\nLê Thị An;1983;ổn định\nHà Văn Bình;1990;không có việc làm\n"u8.ToArray(), "a.csv");

        await browser.SubmitAsync("form[action*='handler=Answer']", [("Input.SurveyedOn", "1/11/2026"), ("Input.Columns[Name]", "0"), ("Input.Columns[BirthYear]", "1"), ("Input.Columns[State]", "2")]);
        if (browser.Page.QuerySelector("#marks") is not null)
            await browser.SubmitAsync("form[action*='handler=Answer']");
        await Save(browser);

        Assert.Equal(new EmploymentCounts(1, 0, 1, 0), (await Counted(host)).Everybody);
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7 abc", "không phải bảng tính")]
    [InlineData("a.xlsx", "Họ tên,Năm sinh", ".xlsx")]
    [InlineData("a.csv", "", "Chọn một tệp")]
    public async Task A_file_that_is_not_what_it_says_is_refused_in_words(string name, string content, string says)
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());

        await Upload(browser, System.Text.Encoding.UTF8.GetBytes(content), name);

        Assert.Contains(says, browser.Page.QuerySelector("#Input_File-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await host.Db(db => db.PendingImports.CountAsync()));
    }

    [Fact]
    public async Task A_file_of_fifty_megabytes_is_refused_in_words_within_seconds()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        var time = System.Diagnostics.Stopwatch.StartNew();

        await Upload(browser, new byte[50 * 1024 * 1024], "a.xlsx");

        Assert.Contains("5 MB", browser.Page.QuerySelector("#Input_File-error")!.TextContent, StringComparison.Ordinal);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(20), $"took {time.Elapsed}");
    }

    [Fact]
    public async Task When_saving_breaks_in_the_middle_nothing_is_half_done_and_the_upload_is_still_there()
    {
        await using var host = await TestHost.StartAsync();
        var officer = await host.Given.Officer();
        using var browser = await host.Given.SignedIn(officer);
        await Upload(browser, SmallFiles.Survey());
        await Answer(browser);
        // A trigger in the database breaks the fourth person: by then three are written.
        await host.Db(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER broken BEFORE INSERT ON EmploymentStates WHEN (SELECT count(*) FROM EmploymentStates) >= 3 BEGIN SELECT RAISE(ABORT, 'broken'); END"));
        try
        {
            await browser.SubmitAsync("form[action*='handler=Save']");
        }
        catch (DbUpdateException)
        {
            // The in-process server may hand the failure through; what counts is what was kept.
        }

        Assert.Equal((0, 0, 0), await host.Db(async db => (await db.Returnees.CountAsync(), await db.EmploymentStates.CountAsync(), await db.SkillProfiles.CountAsync())));
        await host.Db(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER broken"));
        var upload = await host.Db(db => db.PendingImports.Select(p => p.Id).SingleAsync());
        await browser.GoAsync($"/Returnees/Import?upload={upload}");
        await Save(browser);
        Assert.Equal(5, await host.Db(db => db.Returnees.CountAsync()));
    }

    [Fact]
    public async Task An_upload_is_gone_after_an_hour_and_belongs_to_its_sender_alone()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        using var other = await host.Given.SignedIn(await host.Given.Officer());
        await Upload(browser, SmallFiles.Survey());
        var address = browser.At;

        await other.GoAsync(address);
        Assert.Contains("quá một giờ", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tổ dân phố 5", other.Text, StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromMinutes(59));
        await browser.GoAsync(address);
        Assert.DoesNotContain("quá một giờ", browser.Text, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await browser.GoAsync(address);
        Assert.Contains("quá một giờ", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kept_upload_is_sealed()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await Upload(browser, "Họ và tên,Năm sinh,Việc làm\nLương Văn Bíến,1980,ổn định\n"u8.ToArray(), "a.csv");

        var kept = await host.Db(db => db.Database.SqlQueryRaw<byte[]>("SELECT Sealed AS Value FROM PendingImports").ToListAsync());

        var bytes = Assert.Single(kept);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("Bíến"u8));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Convert.ToBase64String("Lương Văn"u8)[..8])));
    }

    internal static async Task Upload(Browser browser, byte[] file, string name = "khao-sat.xlsx")
    {
        await browser.GoAsync("/Returnees/Import");
        await browser.SubmitAsync("form[enctype]", file: ("Input.File", name, file));
    }

    internal static async Task Answer(Browser browser, string day = "1/11/2026", IEnumerable<(string, string?)>? extra = null)
    {
        (string, string?)[] marks = browser.Page.QuerySelector("input[name='Input.Marks']") is null ? [] : [.. Marks.Select(m => ("Input.Marks", (string?)m))];
        await browser.SubmitAsync("form[action*='handler=Answer']", [("Input.SurveyedOn", day), .. marks, .. extra ?? []]);
    }

    internal static async Task Save(Browser browser) => await browser.SubmitAsync("form[action*='handler=Save']");

    private static string[] Counts(Browser browser, string which) =>
        [.. browser.Page.QuerySelectorAll($"tr[data-counts={which}] td").Select(e => e.TextContent.Trim())];

    private static string[] Row(EmploymentCounts counts) => [$"{counts.Total}", $"{counts.Stable}", $"{counts.Unstable}", $"{counts.None}", $"{counts.Unknown}"];

    private static async Task<CommuneEmployment> Counted(TestHost host, string commune = Given.KienAn)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CountEmployment>().RunAsync([commune], new DateOnly(2026, 11, 23), null, default))[0];
    }
}
