using System.Globalization;

namespace WorkBridge.Files;

/// <summary>The columns of an upload: recognised by their headings, or as somebody chose on screen.</summary>
public sealed record ChosenColumns(int HeadIndex, IReadOnlyDictionary<string, int> Columns, IReadOnlyList<string> Headings)
{
    private const string Prefix = "column:";

    /// <summary>What was chosen goes before what was recognised. Where nothing was recognised the first row is taken for the heading.</summary>
    public static ChosenColumns Of(Sheet sheet, IReadOnlyList<ColumnField> fields, IReadOnlyDictionary<string, string> choices)
    {
        var found = FoundHeadings.Find(sheet, fields);
        var head = choices.TryGetValue("head", out var row) && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? sheet.Rows.TakeWhile(r => r.Number < number).Count()
            : found?.RowIndex ?? 0;
        head = Math.Min(head, sheet.Rows.Count - 1);
        var columns = choices.Keys.Any(key => key.StartsWith(Prefix, StringComparison.Ordinal))
            ? fields.Select(f => (f.Key, Column: ColumnOf(choices, f.Key))).Where(x => x.Column >= 0).ToDictionary(x => x.Key, x => x.Column, StringComparer.Ordinal)
            : head == found?.RowIndex ? found.Columns : FoundHeadings.Match(sheet.Rows[head], fields);
        var headings = Enumerable.Range(0, sheet.Width).Select(column => Heading(sheet, head, column)).ToList();
        return new ChosenColumns(head, columns, headings);
    }

    /// <summary>The choices to keep: one column for each field, −1 for none, and the row of the headings, from 1.</summary>
    /// <exception cref="RuleBroken">No file has such a row.</exception>
    public static Dictionary<string, string> Choices(int headRow, IEnumerable<KeyValuePair<string, int>> columns)
    {
        if (headRow < 1)
            throw new RuleBroken(Rule.Incomplete, "HeadRow", new Words("Ghi số dòng trong tệp, bắt đầu từ 1.", "Give the number of a row of the file, from 1."));
        var choices = columns.ToDictionary(c => Prefix + c.Key, c => c.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        choices["head"] = headRow.ToString(CultureInfo.InvariantCulture);
        return choices;
    }

    private static int ColumnOf(IReadOnlyDictionary<string, string> choices, string key) =>
        choices.TryGetValue(Prefix + key, out var text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var column) ? column : -1;

    private static string Heading(Sheet sheet, int head, int column)
    {
        var heading = RowError.Quote(sheet.Rows[head][column].Text);
        return heading.Length > 0 ? $"{Sheet.ColumnName(column)}: {heading}" : Sheet.ColumnName(column);
    }
}
