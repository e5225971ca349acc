using Microsoft.EntityFrameworkCore;
using WorkBridge.Openings;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Imports;

public sealed class OpeningImportTests
{
    private const string Unit = "HTX May Kiến Phúc (mẫu)";

    private static readonly string[] SharedUnits =
    [
        "Trung tâm Giáo dục nghề nghiệp Phan Rí (mẫu)", "Công ty TNHH Cơ khí Kiến An (mẫu)", "Hợp tác xã Nông nghiệp Na Dương (mẫu)",
        "Hộ kinh doanh Sửa xe Trà Tân (mẫu)", "Công ty TNHH Vận tải Kim Bảng (mẫu)", "Công ty CP May Hạc Thành (mẫu)",
    ];

    [SharedDataFact]
    public async Task The_240_real_advertisements_are_imported_but_for_the_demand_for_a_record()
    {
        await using var host = await TestHost.StartAsync();
        foreach (var unit in SharedUnits)
            await host.Given.Employer(name: unit);
        using var browser = await host.Given.SignedIn(await host.Given.Officer());

        await Upload(browser, await File.ReadAllBytesAsync(Path.Combine(SmallFiles.SharedFolder!, "openings.csv")), "openings.csv");

        var errors = browser.Page.QuerySelectorAll("table[data-import=errors] tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(errors, e => e.Contains("Lý lịch cá nhân", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(errors, e => e.Contains("máy móc", StringComparison.Ordinal));
        await Save(browser);

        var keys = await host.Db(db => db.Openings.Select(o => o.ImportKey).ToListAsync());
        Assert.DoesNotContain("t1618255", keys);
        Assert.Contains("t1703909", keys);
        Assert.InRange(keys.Count, 236, 239);
        Assert.All(await host.Db(db => db.Openings.ToListAsync()), o => Assert.Equal(OpeningState.Submitted, o.State));
    }

    [Fact]
    public async Task Good_rows_are_shown_before_they_are_saved_and_errors_with_their_rows()
    {
        await using var host = await TestHost.StartAsync();
        await host.Given.Employer(name: Unit);
        using var browser = await host.Given.SignedIn(await host.Given.Officer());

        await Upload(browser, SmallFiles.Openings(Unit,
            $"v4,Kỹ sư,{Unit},Thiết kế,\"Lý lịch cá nhân rõ ràng, không có tiền án, tiền sự\",Hà Nội,,,1 năm,1,25/12/2026",
            "v5,Lái xe,Công ty Không Có,Lái,Biết lái,Hà Nội,,,1 năm,1,25/12/2026",
            $"v1,Thợ may nữa,{Unit},May,Biết may,Hà Nội,,,1 năm,1,25/12/2026"));

        Assert.Equal(["5", "6", "7"], browser.Page.QuerySelectorAll("table[data-import=errors] tbody th").Select(e => e.TextContent));
        Assert.Equal(["2", "3", "4"], browser.Page.QuerySelectorAll("table[data-import=good] tbody tr").Select(r => r.QuerySelector("td")!.TextContent));
        Assert.Equal(0, await host.Db(db => db.Openings.CountAsync()));
        await Save(browser);

        var made = await host.Db(db => db.Openings.OrderBy(o => o.ImportKey).ToListAsync());
        Assert.Equal(["v1", "v2", "v3"], made.Select(o => o.ImportKey));
        Assert.Equal((7_000_000L, 9_000_000L, 3, 12, "31", "11443"), (made[0].PayMin, made[0].PayMax, made[0].Places, made[0].ExperienceMonths, made[0].ProvinceCode, made[0].CommuneCode));
        Assert.Equal("May áo bảo hộ,\ntheo chuyền", made[0].Description);
        Assert.Equal("31", made[1].ProvinceCode);
        Assert.Null(made[2].ProvinceCode);
        Assert.NotNull(made[0].TradeCode);
    }

    [Fact]
    public async Task The_same_file_twice_makes_no_second_copy_and_a_changed_row_is_told()
    {
        await using var host = await TestHost.StartAsync();
        await host.Given.Employer(name: Unit);
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await Upload(browser, SmallFiles.Openings(Unit));
        await Save(browser);

        await Upload(browser, SmallFiles.Openings(Unit));
        Assert.Contains("3 việc đã có ở đây", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Không có dòng nào để lưu", browser.Text, StringComparison.Ordinal);

        var changed = System.Text.Encoding.UTF8.GetString(SmallFiles.Openings(Unit)).Replace("Hàn khung", "Hàn khung nhà xưởng", StringComparison.Ordinal);
        await Upload(browser, System.Text.Encoding.UTF8.GetBytes(changed));
        Assert.Contains("bản đang có được giữ nguyên", browser.Text, StringComparison.Ordinal);
        Assert.Equal(3, await host.Db(db => db.Openings.CountAsync()));
    }

    [Fact]
    public async Task An_officer_maps_a_name_once_and_it_is_known_from_then_on()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer(name: "Công ty TNHH May Kiến Phúc");
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await Upload(browser, SmallFiles.Openings(Unit));
        Assert.Contains(Unit, browser.Page.QuerySelector("#units")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("#units a[href^='/Employers']"));

        await browser.SubmitAsync("#units form", [("Input.EmployerId", $"{employer.Id}")]);
        Assert.Null(browser.Page.QuerySelector("#units"));
        await Save(browser);
        Assert.Equal(3, await host.Db(db => db.Openings.CountAsync(o => o.EmployerId == employer.Id)));

        await Upload(browser, SmallFiles.Openings(Unit));
        Assert.Null(browser.Page.QuerySelector("#units"));
    }

    [Fact]
    public async Task An_employer_that_is_not_the_officers_or_not_approved_is_not_imported_for()
    {
        await using var host = await TestHost.StartAsync();
        await host.Given.Employer(communeCode: Given.NaDuong, name: Unit);
        await host.Given.Employer(approved: false, name: "HTX Chờ Duyệt");
        using var browser = await host.Given.SignedIn(await host.Given.Officer());

        await Upload(browser, SmallFiles.Openings(Unit));
        Assert.Contains("chưa đăng ký", browser.Page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        await Upload(browser, SmallFiles.Openings("HTX Chờ Duyệt"));
        Assert.Contains("chưa được duyệt", browser.Page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("table[data-import=good]"));
    }

    [Fact]
    public async Task A_contact_imports_only_the_own_rows_and_cannot_put_them_live()
    {
        await using var host = await TestHost.StartAsync();
        var (own, contact) = await host.Given.Employer(name: Unit);
        await host.Given.Employer(name: "HTX Khác");
        using var browser = await host.Given.SignedIn(contact);

        await Upload(browser, SmallFiles.Openings(Unit, "v9,Thợ xây,HTX Khác,Xây,Biết xây,Hà Nội,,,1 năm,1,25/12/2026"), side: "Hire");
        Assert.Contains("không phải quý đơn vị", browser.Page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("input[name='Input.Reviewed']"));
        var form = browser.Page.QuerySelector("form[action*='handler=Save']")!;
        await browser.PostAsync(form.GetAttribute("action")!, [("__RequestVerificationToken", browser.Token), ("Input.Reviewed", "true")]);

        var made = await host.Db(db => db.Openings.ToListAsync());
        Assert.Equal(3, made.Count);
        Assert.All(made, o => Assert.Equal((own.Id, OpeningState.Submitted), (o.EmployerId, o.State)));
    }

    [Fact]
    public async Task An_officer_who_has_read_them_puts_them_live_and_nothing_is_ticked_beforehand()
    {
        await using var host = await TestHost.StartAsync();
        await host.Given.Employer(name: Unit);
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await Upload(browser, SmallFiles.Openings(Unit));
        Assert.False(browser.Page.QuerySelector("input[name='Input.Reviewed'][type=checkbox]")!.HasAttribute("checked"));

        await browser.SubmitAsync("form[action*='handler=Save']", [("Input.Reviewed", "true")]);

        Assert.Equal(3, await host.Db(db => db.Openings.CountAsync(o => o.State == OpeningState.Live)));
        var moves = await host.Db(db => db.StateMoves.Where(m => m.Noun == nameof(Opening)).Select(m => m.To).ToListAsync());
        Assert.Equal(3, moves.Count(m => m == nameof(OpeningState.Submitted)));
    }

    [Fact]
    public async Task The_preview_asks_the_database_as_often_for_many_rows_as_for_few()
    {
        await using var host = await TestHost.StartAsync();
        await host.Given.Employer(name: Unit);
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        var many = Enumerable.Range(10, 200).Select(i => $"v{i},Thợ hàn {i},{Unit},Hàn,Biết hàn,Hải Phòng,7000000,,1 năm,1,25/12/2026").ToArray();

        var few = await QueriesOfPreview(host, browser, SmallFiles.Openings(Unit));
        var lots = await QueriesOfPreview(host, browser, SmallFiles.Openings(Unit, many));

        Assert.Equal(few, lots);
    }

    private static async Task<int> QueriesOfPreview(TestHost host, Browser browser, byte[] file)
    {
        await Upload(browser, file);
        host.Log.Clear();
        await browser.GoAsync(browser.At);
        return host.Log.Count(line => line.Contains("Executed DbCommand", StringComparison.Ordinal));
    }

    private static async Task Upload(Browser browser, byte[] file, string name = "viec.csv", string side = "Openings")
    {
        await browser.GoAsync($"/{side}/Import");
        await browser.SubmitAsync("form[enctype]", file: ("Input.File", name, file));
    }

    private static async Task Save(Browser browser) => await browser.SubmitAsync("form[action*='handler=Save']");
}
