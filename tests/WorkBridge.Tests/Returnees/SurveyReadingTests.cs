using WorkBridge.Files;
using WorkBridge.Returnees;
using WorkBridge.Tests.Files;

namespace WorkBridge.Tests.Returnees;

public sealed class SurveyReadingTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [SharedDataFact]
    public void The_workbook_of_34_people_is_read_as_it_is() => Check("survey-34.xlsx", new(7, 21, 6, 0), new(2, 7, 1, 0));

    [SharedDataFact]
    public void The_workbook_of_14_people_in_another_layout_is_read_as_it_is() => Check("survey-14.xlsx", new(3, 8, 3, 0), new(2, 5, 2, 0));

    private static void Check(string file, EmploymentCounts all, EmploymentCounts marked)
    {
        var sheet = SheetReader.Read(SharedData.Read(file), file);
        var (rows, reading) = Read(sheet);

        Assert.All(rows, row => Assert.True(row.IsGood, string.Join("; ", row.Errors.Select(e => $"{e.Row} {e.Column.Vi}: {e.Words.Vi}"))));
        Assert.Equal(all, EmploymentCounts.Of(rows.Select(r => r.State)));
        Assert.Equal(marked, EmploymentCounts.Of(rows.Where(r => r.Marked).Select(r => r.State)));
        Assert.Contains("tổng", Assert.Single(reading.LeftOut).Why.Vi, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Equal(row.Marked, row.Profile is not null));
        Assert.All(rows.Where(r => !r.Marked), row => Assert.Equal((null, null, null), (row.Details.Phone, row.Details.Companion, row.Details.Note)));
        Assert.All(rows.Where(r => r.Marked), row => Assert.NotEmpty(row.Profile!.Trades));
        Assert.All(rows, row => Assert.True(row.Remarks.All(r => !r.Vi.Contains("Chưa nhận ra", StringComparison.Ordinal)), string.Join(";", row.Remarks)));
        Assert.All(rows, row => Assert.DoesNotContain("  ", row.Details.Name, StringComparison.Ordinal));
        Assert.Equal(rows.Count, rows.Select(r => (r.Details.Name, r.Details.BirthYear, r.Details.Village)).Distinct().Count());
        Assert.All(rows, row => Assert.NotNull(row.Details.HomeSince));
        Assert.Empty(reading.UnknownStates(sheet));
    }

    [Fact]
    public void Only_a_state_that_is_not_understood_is_asked_about_however_many_ways_it_is_written()
    {
        var sheet = SheetReader.Read("Họ và tên,Năm sinh,Việc làm\nA B,1980,ổn định\nC D,1981,Ổn định\nE F,1982,không có việc làm\nG H,1983,Không có việc làm\nI K,1984,lúc có lúc không\nL M,1985,Lúc có lúc không\n"u8.ToArray(), "a.csv");
        var columns = ChosenColumns.Of(sheet, SurveyColumns.All, new Dictionary<string, string>(StringComparer.Ordinal));

        var asked = Assert.Single(new SurveyReading(columns, new SurveyChoices(), Today).UnknownStates(sheet));

        Assert.Equal(("lúc có lúc không, Lúc có lúc không", 2), (asked.Text, asked.Count));
    }

    [Fact]
    public void A_small_survey_with_titles_totals_and_repeated_headings_is_read()
    {
        var sheet = Small();

        var (rows, reading) = Read(sheet);

        Assert.Equal(["Lê Thị An", "Hà Văn Bình", "Vi Thị Cúc"], rows.Select(r => r.Details.Name));
        Assert.Equal(["+84912345678", null, null], rows.Select(r => r.Details.Phone));
        Assert.Equal([new DateOnly(2022, 4, 26), new DateOnly(2021, 7, 20), null], rows.Select(r => r.Details.HomeSince));
        Assert.Equal([WorkState.Stable, WorkState.None, WorkState.Unknown], rows.Select(r => r.State));
        Assert.Equal([true, false, false], rows.Select(r => r.Marked));
        Assert.Equal([4, 7, 10], reading.LeftOut.Select(l => l.Row));
        Assert.All(rows, row => Assert.Empty(row.Errors));
    }

    [Theory]
    [InlineData("Năm sinh", "83", "năm sinh")]
    [InlineData("Ngày về", "31/02/2022", "ngày")]
    [InlineData("ĐT", "123", "điện thoại")]
    [InlineData("Việc làm", "có", "nghĩa là gì")]
    [InlineData("Ghi chú", "mới ra tù, chăm chỉ", "ra tù")]
    [InlineData("Giới tính", "khác", "nam hoặc nữ")]
    [InlineData("Họ và tên", "12345", "họ và tên")]
    public void A_cell_that_is_not_understood_is_an_error_of_its_row_alone(string column, string typed, string says)
    {
        string[] head = ["Họ và tên", "Năm sinh", "Giới tính", "Thôn", "Việc làm", "Ngày về", "ĐT", "Ghi chú", "Còn trong mô hình"];
        string?[] good = ["Lê Thị An", "1983", "nữ", "Thôn Nà Mò", "ổn định", "26/4/2022", "0912345678", "", "x"];
        var bad = good.ToArray();
        bad[0] = "Lê Thị Bé";
        bad[Array.IndexOf(head, column)] = typed;
        var (rows, _) = Read(SheetReader.Read(SheetWriter.Write(new SheetOut("A", head, [good, bad], [.. head.Select(_ => 10)])), "a.xlsx"));

        Assert.True(rows[0].IsGood);
        var error = Assert.Single(rows[1].Errors);
        Assert.Equal(3, error.Row);
        Assert.Contains(says, error.Words.Vi, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual("", error.Words.En);
    }

    [Fact]
    public void The_values_that_may_mean_marked_are_counted_and_the_plain_ones_suggested()
    {
        var sheet = SheetReader.Read("Họ và tên,Năm sinh,Việc làm,Đang quản lý\nA B,1980,ổn định,x\nC D,1981,ổn định,X\nE F,1982,ổn định,có\nG H,1983,ổn định,hết\nI K,1984,ổn định,\n"u8.ToArray(), "a.csv");
        var columns = ChosenColumns.Of(sheet, SurveyColumns.All, new Dictionary<string, string>(StringComparer.Ordinal));

        var values = new SurveyReading(columns, new SurveyChoices(), Today).MarkValues(sheet);

        Assert.Equal([("x", 2, true), ("co", 1, true), ("het", 1, false)], values.Select(v => (v.Key, v.Count, v.Suggested)));
    }

    [Fact]
    public void The_empty_template_is_recognised_by_this_product()
    {
        var sheet = SheetReader.Read(SurveyTemplate.Write(), SurveyTemplate.FileName);
        Assert.Equal(SurveyColumns.All.Count, FoundHeadings.Find(sheet, SurveyColumns.All)!.Columns.Count);
    }

    internal static Sheet Small() => SheetReader.Read(Workbooks.Of(
        """
        <row r="1"><c r="A1" t="inlineStr"><is><t>BẢNG KHẢO SÁT (người không có thật)</t></is></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>TT</t></is></c><c r="B3" t="inlineStr"><is><t>HỌ TÊN</t></is></c><c r="C3" t="inlineStr"><is><t>NS</t></is></c><c r="D3" t="inlineStr"><is><t>Thôn</t></is></c><c r="E3" t="inlineStr"><is><t>Việc làm (ổn định/không ổn định/không có)</t></is></c><c r="F3" t="inlineStr"><is><t>ĐT</t></is></c><c r="G3" t="inlineStr"><is><t>Về địa phương ngày</t></is></c><c r="H3" t="inlineStr"><is><t>Đang quản lý</t></is></c></row>
        <row r="4"><c r="A4"><v>1</v></c><c r="B4"><v>2</v></c><c r="C4"><v>3</v></c><c r="D4"><v>4</v></c></row>
        <row r="5"><c r="A5"><v>1</v></c><c r="B5" t="inlineStr"><is><t> LÊ THỊ AN </t></is></c><c r="C5"><v>1983</v></c><c r="D5" t="inlineStr"><is><t>Nà Mò</t></is></c><c r="E5" t="inlineStr"><is><t>Ổn định</t></is></c><c r="F5"><v>912345678</v></c><c r="G5" t="inlineStr"><is><t>26/4/2022</t></is></c><c r="H5" t="inlineStr"><is><t>x</t></is></c></row>
        <row r="6"><c r="A6"><v>2</v></c><c r="B6" t="inlineStr"><is><t>Hà Văn Bình</t></is></c><c r="C6"><v>1990</v></c><c r="D6" t="inlineStr"><is><t>Nà Mò</t></is></c><c r="E6" t="inlineStr"><is><t>không có việc làm</t></is></c><c r="F6" t="inlineStr"><is><t>0912 345 679</t></is></c><c r="G6"><v>44397</v></c></row>
        <row r="7"><c r="A7" t="inlineStr"><is><t>TT</t></is></c><c r="B7" t="inlineStr"><is><t>HỌ TÊN</t></is></c></row>
        <row r="8"><c r="A8"><v>3</v></c><c r="B8" t="inlineStr"><is><t>Vi Thị Cúc</t></is></c><c r="D8" t="inlineStr"><is><t>Nà Ái</t></is></c></row>
        <row r="10"><c r="B10" t="inlineStr"><is><t>Tổng cộng: 3 người</t></is></c></row>
        """), "a.xlsx");

    private static (IReadOnlyList<SurveyRow> Rows, SurveyReading Reading) Read(Sheet sheet)
    {
        var columns = ChosenColumns.Of(sheet, SurveyColumns.All, new Dictionary<string, string>(StringComparer.Ordinal));
        var reading = new SurveyReading(columns, new SurveyChoices { SurveyedOn = Today, Marks = new HashSet<string>(["x", "co"], StringComparer.Ordinal) }, Today);
        return (reading.Read(sheet), reading);
    }
}
