using WorkBridge.Files;

namespace WorkBridge.Returnees;

/// <summary>Tells people from the other lines of a survey: totals, column numbers, a heading repeated on the next page, signatures below.</summary>
internal static class SurveyLines
{
    /// <summary>Null for a person; otherwise why the line is none.</summary>
    public static Words? Why(SheetRow line, SheetRow head, IReadOnlyDictionary<string, int> columns, ref bool afterTotal)
    {
        string Key(string column) => columns.TryGetValue(column, out var index) ? FoundHeadings.Key(line[index].Text) : "";

        var name = Key(SurveyColumns.Name);
        var words = line.Cells.Where(cell => !cell.IsBlank).Select(cell => FoundHeadings.Key(cell.Text)).Where(key => key.Length > 0).ToList();
        if (words.Count == 0)
            return new("dòng trống", "an empty row");
        if (IsTotal(name.Length > 0 ? name : words[0]) && Key(SurveyColumns.BirthYear).Length == 0)
        {
            afterTotal = true;
            return new("dòng tổng cộng", "a total row");
        }

        if (words.TrueForAll(word => word.All(char.IsAsciiDigit)) && words.Count > 2 && name.Length > 0)
            return new("dòng đánh số cột", "a row of column numbers");
        if (name.Length > 0 && name == FoundHeadings.Key(head[columns[SurveyColumns.Name]].Text))
            return new("dòng tiêu đề lặp lại", "the heading again");
        if (afterTotal && Key(SurveyColumns.BirthYear).Length == 0 && Key(SurveyColumns.State).Length == 0)
            return new("dưới dòng tổng cộng", "below the total");
        return name.Length == 0 && words.Count == 1 ? new("không có họ tên và dữ liệu", "no name and no data") : null;
    }

    private static bool IsTotal(string key) =>
        key is "tong" or "cong" or "total" || key.StartsWith("tong cong", StringComparison.Ordinal) || key.StartsWith("tong so", StringComparison.Ordinal) || key.StartsWith("cong ", StringComparison.Ordinal) && key.Any(char.IsAsciiDigit);
}
