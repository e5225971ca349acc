using System.Text;
using WorkBridge.Communes;
using WorkBridge.Employers;
using WorkBridge.Files;
using WorkBridge.Openings;
using WorkBridge.Tests.Files;

namespace WorkBridge.Tests.Openings;

public sealed class ImportTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly string[] SharedUnits =
    [
        "Trung tâm Giáo dục nghề nghiệp Phan Rí (mẫu)", "Công ty TNHH Cơ khí Kiến An (mẫu)", "Hợp tác xã Nông nghiệp Na Dương (mẫu)",
        "Hộ kinh doanh Sửa xe Trà Tân (mẫu)", "Công ty TNHH Vận tải Kim Bảng (mẫu)", "Công ty CP May Hạc Thành (mẫu)",
    ];

    private static readonly string[] Provinces =
    [
        "Hà Nội", "Cao Bằng", "Tuyên Quang", "Điện Biên", "Lai Châu", "Sơn La", "Lào Cai", "Thái Nguyên", "Lạng Sơn", "Quảng Ninh", "Bắc Ninh", "Phú Thọ",
        "Hải Phòng", "Hưng Yên", "Ninh Bình", "Thanh Hoá", "Nghệ An", "Hà Tĩnh", "Quảng Trị", "Huế", "Đà Nẵng", "Quảng Ngãi", "Gia Lai", "Khánh Hoà", "Đắk Lắk",
        "Lâm Đồng", "Đồng Nai", "Hồ Chí Minh", "Tây Ninh", "Đồng Tháp", "Vĩnh Long", "An Giang", "Cần Thơ", "Cà Mau",
    ];

    private static readonly ImportPlaces Places = new(Provinces.Select((name, i) => new ListedCommune($"{i:00000}", $"Xã {i}", CommuneKind.Commune, $"{i:00}", name)));

    [SharedDataFact]
    public void The_real_advertisements_are_all_read_and_only_the_demand_for_a_record_is_caught()
    {
        var rows = Read(SheetReader.Read(SharedData.Read("openings.csv"), "openings.csv"), new ImportUnits([.. SharedUnits.Select((name, i) => Unit(name, $"{i}"))], [], null));

        Assert.Equal(240, rows.Count);
        var caught = rows.Where(r => !r.IsGood).ToList();
        Assert.Contains(caught, r => r.Key == "t1618255");
        Assert.DoesNotContain(caught, r => r.Key == "t1703909");
        Assert.All(caught.SelectMany(r => r.Errors), e => Assert.Contains("lý lịch tư pháp", e.Words.Vi, StringComparison.Ordinal));
        Assert.True(caught.Count <= 3, string.Join("\n", caught.SelectMany(r => r.Errors).Select(e => $"{e.Row} {e.Words.Vi}")));
        Assert.Contains("Lý lịch cá nhân", caught.Single(r => r.Key == "t1618255").Errors[0].Words.Vi, StringComparison.OrdinalIgnoreCase);
        var sure = rows.Count(r => ImportTrade.Of(r.Content) is not null);
        Assert.InRange(sure, 60, 240);
        var placed = rows.Where(r => r.Content.ProvinceCode is not null).ToList();
        Assert.All(rows.Where(r => r.Content.ProvinceCode is null), r => Assert.True(r.Content.PlaceText.Contains(';', StringComparison.Ordinal) || r.Content.PlaceText == "Nhật Bản", r.Content.PlaceText));
        Assert.InRange(placed.Count, 200, 239);
        Assert.Equal(new DateOnly(2027, 4, 8), rows[0].Content.ClosesOn);
        Assert.Equal((12_000_000L, 15_000_000L, 24, 1), (rows[0].Content.PayMin, rows[0].Content.PayMax, rows[0].Content.ExperienceMonths, rows[0].Content.Places));
    }

    [Fact]
    public void Columns_are_recognised_in_other_words_and_another_order()
    {
        var rows = Read(Csv("DANH SÁCH VIỆC LÀM\n\nHạn nộp;Thu nhập;Tên công việc;MST;SL;Địa điểm\n25/12/2026;8tr–10tr;Thợ hàn;0101;3 người;Kiến An, Hải Phòng\n"), new ImportUnits([Unit("HTX A", "0101")], [], null));

        var row = Assert.Single(rows);
        Assert.Empty(row.Errors);
        Assert.Equal(("Thợ hàn", 8_000_000L, 10_000_000L, 3, new DateOnly(2026, 12, 25)), (row.Content.Title, row.Content.PayMin, row.Content.PayMax, row.Content.Places, row.Content.ClosesOn));
        Assert.Equal(4, row.Number);
    }

    [Theory]
    [InlineData("Vị trí", "", "tên công việc")]
    [InlineData("Vị trí", "Tuyển thợ hàn lý lịch rõ ràng", "“lý lịch rõ ràng”")]
    [InlineData("Nơi làm việc", "Hải Phòng, cần lý lịch tốt", "“lý lịch tốt”")]
    [InlineData("Lương từ (đồng)", "cao", "cao")]
    [InlineData("Lương đến (đồng)", "5000000", "mức thấp nhất")]
    [InlineData("Số lượng", "0", "1 đến")]
    [InlineData("Số lượng", "nhiều", "1 đến")]
    [InlineData("Hạn nhận hồ sơ", "22/11/2026", "đã qua")]
    [InlineData("Hạn nhận hồ sơ", "31/02/2027", "31/02/2027")]
    [InlineData("Hạn nhận hồ sơ", "01/01/2036", "một năm")]
    [InlineData("Kinh nghiệm", "có", "có")]
    [InlineData("Yêu cầu", "Lý lịch cá nhân rõ ràng, không tiền án tiền sự", "lý lịch")]
    [InlineData("Loại", "cho vui", "cho vui")]
    [InlineData("Đơn vị", "Công ty Không Có", "Không Có")]
    public void Each_mistake_is_named_with_its_row_and_column(string column, string typed, string says)
    {
        string[] head = ["Mã tin", "Vị trí", "Đơn vị", "Yêu cầu", "Nơi làm việc", "Lương từ (đồng)", "Lương đến (đồng)", "Kinh nghiệm", "Số lượng", "Hạn nhận hồ sơ", "Loại"];
        string?[] good = ["a1", "Thợ hàn", "HTX A", "Biết hàn", "Hải Phòng", "7000000", "9000000", "2 năm", "3", "25/12/2026", "việc làm"];
        var bad = good.ToArray();
        bad[0] = "a2";
        bad[Array.IndexOf(head, column)] = typed;

        var rows = Read(SheetReader.Read(SheetWriter.Write(new SheetOut("A", head, [good, bad], [.. head.Select(_ => 10)])), "a.xlsx"), new ImportUnits([Unit("HTX A", "0101")], [], null));

        Assert.Empty(rows[0].Errors);
        var error = rows[1].Errors[0];
        Assert.Equal(3, error.Row);
        Assert.Contains(says, error.Words.Vi, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(column.Split('(')[0].Trim(), error.Column.Vi);
    }

    [Fact]
    public void The_same_code_twice_in_one_file_is_an_error_of_the_second_row()
    {
        var rows = Read(Csv("Mã tin,Vị trí,Đơn vị,Nơi làm việc\na,Thợ hàn,HTX A,Hải Phòng\na,Thợ may,HTX A,Hải Phòng\n"), new ImportUnits([Unit("HTX A", "0101")], [], null));
        Assert.Empty(rows[0].Errors);
        Assert.Contains("dòng 2", Assert.Single(rows[1].Errors).Words.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_code_the_same_words_are_the_same_opening()
    {
        var units = new ImportUnits([Unit("HTX A", "0101")], [], null);
        var one = Read(Csv("Vị trí,Đơn vị\nThợ hàn,HTX A\n"), units)[0];
        var same = Read(Csv("Đơn vị;Vị trí\n0101;Thợ  hàn\n"), units)[0];
        var other = Read(Csv("Vị trí,Đơn vị\nThợ may,HTX A\n"), units)[0];
        Assert.Equal(one.Key, same.Key);
        Assert.NotEqual(one.Key, other.Key);
        Assert.True(one.Key.Length <= Opening.ImportKeyLength);
    }

    [Fact]
    public void Units_are_found_by_code_name_short_form_or_a_name_mapped_before()
    {
        var a = Unit("Công ty TNHH Cơ khí Kiến An (mẫu)", "0101");
        var b = Unit("HTX May", "0202");
        var waiting = Unit("Công ty Chờ", "0303") with { State = EmployerState.Registered };
        var units = new ImportUnits([a, b, waiting, Unit("Hai Tên", "0404"), Unit("hai tên", "0505")], [(ImportText.NameKey("May Kiến Phúc"), b.Id)], null);

        Assert.Equal((UnitFinding.Found, a), units.Find("CTY TNHH cơ khí kiến an (Mẫu)", null));
        Assert.Equal((UnitFinding.Found, b), units.Find("hợp tác xã may", null));
        Assert.Equal((UnitFinding.Found, b), units.Find("May Kiến Phúc", null));
        Assert.Equal((UnitFinding.Found, a), units.Find("tên nào cũng được", "0101"));
        Assert.Equal(UnitFinding.NotApproved, units.Find("Công ty Chờ", null).Finding);
        Assert.Equal(UnitFinding.NotRegistered, units.Find("Ai đó", null).Finding);
        Assert.Equal(UnitFinding.NotRegistered, units.Find("HTX May", "9999").Finding);
        Assert.Equal(UnitFinding.SeveralOfThisName, units.Find("Hai tên", null).Finding);
        Assert.Equal(UnitFinding.Missing, units.Find("", "").Finding);
    }

    [Fact]
    public void A_contact_imports_only_the_own_rows()
    {
        var own = Unit("HTX May", "0202");
        var units = new ImportUnits([own], [], own.Id);
        Assert.Equal((UnitFinding.Found, own), units.Find("", ""));
        Assert.Equal((UnitFinding.Found, own), units.Find("HTX May", null));
        Assert.Equal(UnitFinding.NotYours, units.Find("Công ty Khác", null).Finding);
        Assert.Equal(UnitFinding.NotYours, units.Find("HTX May", "0101").Finding);
    }

    [Theory]
    [InlineData("1 năm", 12)]
    [InlineData("6 tháng", 6)]
    [InlineData("1,5 năm", 18)]
    [InlineData("Trên 5 năm", 60)]
    [InlineData("1-2 năm", 12)]
    [InlineData("Không yêu cầu", 0)]
    [InlineData("Dưới 1 năm", null)]
    [InlineData("", null)]
    public void Experience_is_read_in_months(string typed, int? months)
    {
        Assert.True(ImportText.TryExperience(typed, out var read));
        Assert.Equal(months, read);
    }

    [Theory]
    [InlineData("Hải Phòng", "31")]
    [InlineData("Hải Dương", "31")]
    [InlineData("TP. Hải Phòng", "31")]
    [InlineData("Phường Kiến An, Hải Phòng", "31")]
    [InlineData("Kiến An - Hải Phòng", "31")]
    [InlineData("Hải Phòng; Hải Dương", "31")]
    [InlineData("Hải Phòng; Lạng Sơn", null)]
    [InlineData("Nhật Bản", null)]
    [InlineData("", null)]
    public void A_province_is_found_by_its_name_of_today_or_before(string text, string? province)
    {
        var places = new ImportPlaces([new("11443", "Phường Kiến An", CommuneKind.Ward, "31", "Thành phố Hải Phòng"), new("06526", "Xã Na Dương", CommuneKind.Commune, "20", "Tỉnh Lạng Sơn")]);
        Assert.Equal(province, places.Find(text).ProvinceCode);
        Assert.Equal(text.StartsWith("Phường", StringComparison.Ordinal) ? "11443" : null, places.Find(text).CommuneCode);
    }

    private static KnownUnit Unit(string name, string taxCode) => new(Guid.CreateVersion7(), name, taxCode, "11443", EmployerState.Approved);

    private static Sheet Csv(string text) => SheetReader.Read(Encoding.UTF8.GetBytes(text), "a.csv");

    private static IReadOnlyList<ImportRow> Read(Sheet sheet, ImportUnits units)
    {
        var columns = ChosenColumns.Of(sheet, ImportColumns.All, new Dictionary<string, string>(StringComparer.Ordinal));
        return new ImportReading(columns.Columns, units, Places, Today).Read(sheet, columns.HeadIndex);
    }
}
