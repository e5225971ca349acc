namespace WorkBridge.Files;

/// <summary>
/// Reads a CSV or XLSX file that somebody sent into rows. Anything that is not what it says, too big or built to do harm
/// is refused with <see cref="RuleBroken"/> (<see cref="Rule.FileUnreadable"/>) in words; memory stays within the limits of <see cref="FileLimits"/>.
/// </summary>
public static class SheetReader
{
    /// <summary>Takes at most <see cref="FileLimits.Bytes"/> from a stream; more is refused without reading it to its end.</summary>
    public static async Task<byte[]> TakeAsync(Stream file, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await file.ReadAsync(buffer, ct)) > 0)
        {
            if (kept.Length + read > FileLimits.Bytes)
                throw FileRefusals.TooBig();
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    public static Sheet Read(byte[] file, string fileName)
    {
        if (file.Length > FileLimits.Bytes)
            throw FileRefusals.TooBig();
        if (file.Length == 0)
            throw FileRefusals.Empty();

        var ending = Path.GetExtension(fileName).ToLowerInvariant();
        var sheet = (ending, FileMagic.Of(file)) switch
        {
            (".xlsx", Magic.Zip) => XlsxReader.Read(file),
            (".xlsx", Magic.EncryptedOffice) => throw FileRefusals.Password(),
            (".xlsx" or ".xls", Magic.OldOffice) or (".xls", _) => throw FileRefusals.OldExcel(),
            (".xlsx", _) => throw FileRefusals.NotWhatItSays(".xlsx"),
            (".csv" or ".txt" or ".tsv", Magic.None) => CsvReader.Read(FileText.Decode(file)),
            (".csv" or ".txt" or ".tsv", _) => throw FileRefusals.NotWhatItSays(ending),
            _ => throw FileRefusals.WrongType(),
        };
        return sheet.Rows.Count == 0 ? throw FileRefusals.Empty() : sheet;
    }
}
