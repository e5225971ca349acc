using System.IO.Compression;
using System.Xml;

namespace WorkBridge.Files;

/// <summary>The first visible sheet of a workbook that holds something, read forward only: no document in memory, sizes counted and not believed.</summary>
internal static class XlsxReader
{
    public static Sheet Read(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > FileLimits.ZipEntries)
                throw FileRefusals.Bomb();
            return Read(zip, new UnpackedBudget(file.Length));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException or IOException or OverflowException or ArgumentException)
        {
            throw FileRefusals.Damaged();
        }
    }

    private static Sheet Read(ZipArchive zip, UnpackedBudget budget)
    {
        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries)
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        if (!parts.ContainsKey("[Content_Types].xml") || WorkbookParts.Find(parts, budget) is not { } book)
            throw FileRefusals.NotWhatItSays(".xlsx");

        var texts = book.SharedStrings is { } strings ? SheetStrings.Read(strings, budget) : [];
        var dates = book.Styles is { } styles ? SheetStyles.DateStyles(styles, budget) : [];
        foreach (var part in book.Sheets)
        {
            using var reader = new PartReader(part, budget);
            var sheet = new SheetRows(reader, texts, dates, book.From1904).Read();
            if (sheet.Rows.Count > 0)
                return sheet;
        }

        return new Sheet([]);
    }
}
