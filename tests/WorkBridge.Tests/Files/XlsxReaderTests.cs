using WorkBridge.Files;

namespace WorkBridge.Tests.Files;

public sealed class XlsxReaderTests
{
    private const string Styles = """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot; day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>""";

    [Fact]
    public void Texts_numbers_and_dates_keep_their_kind_and_their_row_number()
    {
        var sheet = SheetReader.Read(Workbooks.Of(
            """
            <row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><r><t>Bá </t></r><r><t>Long</t></r><rPh><t>x</t></rPh></is></c></row>
            <row r="7"><c r="A7"><v>831562769</v></c><c r="B7" s="1"><v>44397</v></c><c r="C7" s="2"><v>44397.5</v></c><c r="D7" s="3"><v>1.5</v></c><c r="E7" t="str"><f>A1</f><v>kết quả</v></c><c r="F7" t="b"><v>1</v></c><c r="G7" t="d"><v>2022-04-26T00:00:00</v></c></row>
            """,
            """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>không</t></si><si><t xml:space="preserve"> Họ tên_x000D_ </t></si></sst>""",
            Styles), "a.xlsx");

        Assert.Equal([3, 7], sheet.Rows.Select(r => r.Number));
        Assert.True(sheet.Rows[0][0].IsBlank);
        Assert.Equal(" Họ tên\r ", sheet.Rows[0][1].Text);
        Assert.Equal("Bá Long", sheet.Rows[0][2].Text);
        Assert.Equal(
            [new Cell(CellKind.Number, "831562769"), new Cell(CellKind.Date, "2021-07-20"), new Cell(CellKind.Date, "2021-07-20"), new Cell(CellKind.Number, "1.5"), new Cell(CellKind.Text, "kết quả"), new Cell(CellKind.Text, "TRUE"), new Cell(CellKind.Date, "2022-04-26")],
            sheet.Rows[1].Cells);
    }

    [Fact]
    public void What_is_written_comes_back_as_text_with_its_zero_and_without_formulas()
    {
        var file = SheetWriter.Write(new SheetOut("Mẫu", ["Họ và tên", "Số điện thoại"], [["=1+1", "0912345678"], ["@a\u0001\u0000b", null]], [30, 20]));

        var sheet = SheetReader.Read(file, "mau.xlsx");

        Assert.Equal(["Họ và tên", "Số điện thoại"], sheet.Rows[0].Cells.Select(c => c.Text));
        Assert.Equal([new Cell(CellKind.Text, "=1+1"), new Cell(CellKind.Text, "0912345678")], sheet.Rows[1].Cells);
        Assert.Equal("@ab", sheet.Rows[2][0].Text);
    }

    [Theory]
    [InlineData(1, "1900-01-01")]
    [InlineData(59, "1900-02-28")]
    [InlineData(60, null)]
    [InlineData(61, "1900-03-01")]
    [InlineData(44397.99, "2021-07-20")]
    [InlineData(0.5, null)]
    [InlineData(-3, null)]
    [InlineData(2958466, null)]
    [InlineData(1e18, null)]
    public void Day_numbers_are_read_as_Excel_reads_them(double number, string? day) =>
        Assert.Equal(day, ExcelDay.From(number)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("dd/mm/yyyy", true)]
    [InlineData("[$-42A]d mmmm yyyy", true)]
    [InlineData("0.00\" đồng/day\"", false)]
    [InlineData("[Red]#,##0", false)]
    [InlineData("\\d0", false)]
    [InlineData("General", false)]
    public void A_format_is_a_date_only_where_it_shows_a_day_or_year(string code, bool isDate)
    {
        var styles = $"""<styleSheet><numFmts><numFmt numFmtId="164" formatCode="{System.Security.SecurityElement.Escape(code)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>""";
        var sheet = SheetReader.Read(Workbooks.Of("""<row r="1"><c r="A1" s="0"><v>44397</v></c></row>""", null, styles), "a.xlsx");
        Assert.Equal(isDate ? CellKind.Date : CellKind.Number, sheet.Rows[0][0].Kind);
    }
}
