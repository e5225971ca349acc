namespace WorkBridge.Files;

internal enum Magic
{
    None,
    Zip,
    OldOffice,
    EncryptedOffice,
    Other,
}

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
internal static class FileMagic
{
    private static readonly byte[][] Known =
    [
        "%PDF"u8.ToArray(), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], "GIF8"u8.ToArray(), "Rar!"u8.ToArray(),
        [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF], "MZ\x90"u8.ToArray(), [0x7F, 0x45, 0x4C, 0x46], "{\\rtf"u8.ToArray(), "SQLite format"u8.ToArray(),
        "<!DOCTYPE"u8.ToArray(), "<!doctype"u8.ToArray(), "<html"u8.ToArray(), "<HTML"u8.ToArray(), "<?xml"u8.ToArray(),
    ];

    public static Magic Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\u0003\u0004"u8) || file.StartsWith("PK\u0005\u0006"u8))
            return Magic.Zip;
        if (file.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return file.IndexOf(Utf16("EncryptedPackage")) >= 0 ? Magic.EncryptedOffice : Magic.OldOffice;
        foreach (var start in Known)
        {
            if (file.StartsWith(start))
                return Magic.Other;
        }

        return Magic.None;
    }

    private static byte[] Utf16(string name) => System.Text.Encoding.Unicode.GetBytes(name);
}
