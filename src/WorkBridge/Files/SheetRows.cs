using System.Globalization;
using System.Text;

namespace WorkBridge.Files;

/// <summary>The cells of one sheet. A stray cell far outside is refused when it holds something and passed over when it does not.</summary>
internal sealed class SheetRows(PartReader reader, List<string> shared, HashSet<int> dateStyles, bool from1904)
{
    private readonly List<SheetRow> rows = [];
    private readonly StringBuilder text = new();
    private int filled;
    private int letters;
    private int next;

    public Sheet Read()
    {
        var number = 0;
        var isSheet = false;
        var cells = new List<Cell>();
        while (reader.Next())
        {
            if (reader.IsStart && reader.Name == "worksheet")
                isSheet = true;
            else if (reader.IsStart && reader.Name == "row")
            {
                number = int.TryParse(reader.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
                cells.Clear();
                next = 0;
            }
            else if (reader.IsStart && reader.Name == "c")
                ReadCell(cells);
            else if (reader.IsEnd && reader.Name == "row" && cells.Exists(cell => !cell.IsBlank))
                Keep(number, cells);
        }

        if (!isSheet)
            throw FileRefusals.Damaged();
        return new Sheet(rows);
    }

    private void Keep(int number, List<Cell> cells)
    {
        if (rows.Count >= FileLimits.Rows)
            throw FileRefusals.TooManyRows();
        rows.Add(new SheetRow(number, [.. cells]));
    }

    private void ReadCell(List<Cell> cells)
    {
        var column = ColumnOf(reader.Attribute("r")) ?? next;
        next = column + 1;
        var cell = Value(reader.Attribute("t") ?? "n", reader.Attribute("s"));
        if (cell.IsBlank)
            return;
        if (column >= FileLimits.Columns)
            throw FileRefusals.TooManyColumns();
        if (++filled > FileLimits.Cells || (letters += cell.Text.Length) > FileLimits.Letters)
            throw FileRefusals.TooMuchText();
        while (cells.Count <= column)
            cells.Add(Cell.Empty);
        cells[column] = cell;
    }

    private Cell Value(string type, string? style)
    {
        if (reader.IsEmpty)
            return Cell.Empty;
        text.Clear();
        string? inline = null;
        while (reader.Next() && !(reader.IsEnd && reader.Name == "c"))
        {
            if (reader.IsStart && reader.Name == "v")
                reader.AppendText(text);
            else if (reader.IsStart && reader.Name == "is")
                inline = SheetStrings.Rich(reader, "is");
        }

        var value = text.ToString();
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? Cell.OfText(shared[index]) : Cell.Empty,
            "inlineStr" => Cell.OfText(inline ?? value),
            "str" => Cell.OfText(SheetStrings.Unescape(value)),
            "e" => Cell.OfText(value),
            "b" => Cell.OfText(value == "1" ? "TRUE" : "FALSE"),
            "d" => IsoDay(value),
            _ => Number(value, int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && dateStyles.Contains(s)),
        };
    }

    private static Cell IsoDay(string value) =>
        value.Length >= 10 && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Cell(CellKind.Date, Iso(day))
            : Cell.OfText(value);

    private Cell Number(string value, bool asDate)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return Cell.OfText(value);
        if (asDate && ExcelDay.From(number, from1904) is { } day)
            return new Cell(CellKind.Date, Iso(day));
        var digits = number == Math.Floor(number) && Math.Abs(number) < 1e15
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
        return new Cell(CellKind.Number, digits);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"AB12" → 27. A reference that is none leaves the cell at the next place.</summary>
    internal static int? ColumnOf(string? reference)
    {
        if (string.IsNullOrEmpty(reference))
            return null;
        var column = 0;
        var i = 0;
        for (; i < reference.Length && char.IsAsciiLetterUpper(reference[i]) && i < 4; i++)
            column = column * 26 + (reference[i] - 'A' + 1);
        return i == 0 ? null : column - 1;
    }
}

/// <summary>Excel's day numbers: 1 is 1900-01-01, and there is a 1900-02-29 (60) that never was; workbooks from 1904 count from there.</summary>
public static class ExcelDay
{
    private const int LastDay = 2_958_465; // 9999-12-31

    public static DateOnly? From(double number, bool from1904 = false)
    {
        var day = (long)Math.Floor(number);
        if (from1904)
            day += 1462;
        return day switch
        {
            >= 61 and <= LastDay => new DateOnly(1899, 12, 30).AddDays((int)day),
            >= 1 and <= 59 => new DateOnly(1899, 12, 31).AddDays((int)day),
            _ => null,
        };
    }
}
