namespace WorkBridge.Files;

/// <summary>What stands in the way of one row: its number as Excel shows it, the column, and what to do about it.</summary>
public sealed record RowError(int Row, Words Column, Words Words)
{
    /// <summary>A few letters of what was typed, for words that quote it.</summary>
    public static string Quote(string text)
    {
        var tidy = Matching.Vietnamese.Tidy(text).Replace('\n', ' ');
        return tidy.Length <= 60 ? tidy : tidy[..60] + "…";
    }
}
