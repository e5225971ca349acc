using System.Runtime.InteropServices;

namespace WorkBridge.Files;

public enum CellKind
{
    Empty,
    Text,
    Number,
    Date,
}

/// <summary>One cell. A number is kept as digits with a point, a date as yyyy-MM-dd, text as it stands in the file.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Cell(CellKind Kind, string Text)
{
    public static readonly Cell Empty = new(CellKind.Empty, "");

    public bool IsBlank => Kind == CellKind.Empty || string.IsNullOrWhiteSpace(Text);

    public static Cell OfText(string text) => text.Length == 0 ? Empty : new(CellKind.Text, text);
}

/// <summary>One row with the number that Excel shows beside it.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<Cell> Cells)
{
    public Cell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : Cell.Empty;

    public bool IsBlank => Cells.All(cell => cell.IsBlank);
}

/// <summary>A table out of a file, whatever its format: rows that hold something, in order.</summary>
public sealed record Sheet(IReadOnlyList<SheetRow> Rows)
{
    public int Width => Rows.Count == 0 ? 0 : Rows.Max(row => row.Cells.Count);

    /// <summary>The letters over a column: 0 is A, 26 is AA.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26)
            name = (char)('A' + (n - 1) % 26) + name;
        return name;
    }
}
