using WorkBridge.Matching;

namespace WorkBridge.Files;

/// <summary>A column that an import looks for: its key, its name on screen, and the headings people write over it.</summary>
public sealed record ColumnField(string Key, Words Label, bool Needed, params string[] Headings)
{
    internal IReadOnlyList<string> Folded { get; } = [.. Headings.Select(FoundHeadings.Key)];
}

/// <summary>Where the headings stand, and which column holds which field. A field that was not recognised is absent.</summary>
public sealed record FoundHeadings(int RowIndex, IReadOnlyDictionary<string, int> Columns)
{
    private const int RowsLookedAt = 20;

    public int? this[string key] => Columns.TryGetValue(key, out var column) ? column : null;

    /// <summary>
    /// The row among the first twenty in which most fields are recognised by their headings; titles above it are passed over.
    /// Null where no row names at least two.
    /// </summary>
    public static FoundHeadings? Find(Sheet sheet, IReadOnlyList<ColumnField> fields)
    {
        FoundHeadings? best = null;
        for (var i = 0; i < Math.Min(RowsLookedAt, sheet.Rows.Count); i++)
        {
            var columns = Match(sheet.Rows[i], fields);
            if (columns.Count > (best?.Columns.Count ?? 1))
                best = new FoundHeadings(i, columns);
        }

        return best;
    }

    /// <summary>The fields recognised in one row: the surest pairs first, each field and each column once.</summary>
    public static Dictionary<string, int> Match(SheetRow row, IReadOnlyList<ColumnField> fields)
    {
        var pairs = new List<(int Score, int Order, string Field, int Column)>();
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var heading = row[column].Kind == CellKind.Text ? row[column].Text : "";
            if (heading.Length is 0 or > 120)
                continue;
            for (var order = 0; order < fields.Count; order++)
            {
                var score = fields[order].Folded.Select(known => Score(heading, known)).DefaultIfEmpty(0).Max();
                if (score > 0)
                    pairs.Add((score, order, fields[order].Key, column));
            }
        }

        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new HashSet<int>();
        foreach (var (_, _, field, column) in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.Order).ThenBy(p => p.Column))
        {
            if (!found.ContainsKey(field) && taken.Add(column))
                found[field] = column;
        }

        return found;
    }

    /// <summary>A heading as it is compared: without marks, brackets, punctuation and numbers of notes.</summary>
    public static string Key(string heading)
    {
        var letters = Vietnamese.Fold(heading).Select(c => char.IsLetterOrDigit(c) ? c : ' ');
        return string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static int Score(string heading, string known)
    {
        var bracket = heading.IndexOf('(', StringComparison.Ordinal);
        var key = Key(heading);
        if (key == known)
            return 4;
        if (bracket > 0 && Key(heading[..bracket]) == known)
            return 3;
        return known.Length > 4 && key.StartsWith(known + " ", StringComparison.Ordinal) ? 2 : 0;
    }
}
