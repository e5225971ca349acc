namespace WorkBridge.Files;

/// <summary>What a file of rows may weigh. Counted while reading; what a file says about itself is not believed.</summary>
public static class FileLimits
{
    public const int Bytes = 5 * 1024 * 1024;
    public const int ZipEntries = 100;
    public const int UnpackedBytes = 50 * 1024 * 1024;
    public const int Ratio = 100;

    /// <summary>A small workbook may be packed tighter than <see cref="Ratio"/> without being a bomb.</summary>
    public const int UnpackedWithoutRatio = 1024 * 1024;

    /// <summary>Elements in all parts together: the filled cells of the largest table with their contents, and as many empty ones.</summary>
    public const int Elements = 3_000_000;

    public const int Rows = 20_000;
    public const int Columns = 200;

    /// <summary>Filled cells in all: 20,000 rows of 25 columns.</summary>
    public const int Cells = 500_000;

    /// <summary>Letters in one cell, as in Excel.</summary>
    public const int CellLength = 32_767;

    /// <summary>Letters in all cells together.</summary>
    public const int Letters = 20_000_000;
}
