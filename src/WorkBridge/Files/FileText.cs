using System.Text;
using WorkBridge.Matching;

namespace WorkBridge.Files;

/// <summary>Bytes to text: UTF-8 and UTF-16 with or without their mark, Windows-1258; composed. Text in any other encoding is refused, never guessed.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Little = new(false, false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Big = new(true, false, throwOnInvalidBytes: true);
    private static readonly Encoding Vietnamese1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private const string Letters =
        "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

    private static readonly System.Buffers.SearchValues<char> Allowed = System.Buffers.SearchValues.Create(
        Letters + Letters.ToUpperInvariant() + "“”‘’–—…•·°²³×÷½¼±€₫«»§©®™\u00A0\u00AD");

    // What a text in an old Vietnamese font encoding (VNI) looks like when it is read as another: no syllable holds these.
    private static readonly string[] NoSyllable = ["aâ", "eâ", "oâ", "aă", "eă", "aê", "eê", "oê", "aô", "eô", "oô"];

    public static string Decode(byte[] file)
    {
        var text = file switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Strict(Utf8, file.AsSpan(3)),
            [0xFF, 0xFE, ..] => Strict(Little, file.AsSpan(2)),
            [0xFE, 0xFF, ..] => Strict(Big, file.AsSpan(2)),
            _ when Array.IndexOf(file, (byte)0) >= 0 => WithoutMark16(file),
            _ => Try(Utf8, file) ?? Windows1258(file),
        };
        return text.Contains('\0') ? throw FileRefusals.UnknownEncoding() : Composed(text);
    }

    /// <summary>Letters under more marks than any writing has are no text, and composing them would take hours.</summary>
    private static string Composed(string text) =>
        Vietnamese.IsPiled(text) ? throw FileRefusals.UnknownEncoding() : Vietnamese.Compose(text);

    /// <summary>UTF-16 without its mark shows as every second byte of the commas and blanks being nothing.</summary>
    private static string WithoutMark16(byte[] file)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < file.Length; i++)
        {
            if (file[i] == 0 && i % 2 == 0)
                even++;
            else if (file[i] == 0)
                odd++;
        }

        if (odd > file.Length / 8 && even < odd / 20)
            return Strict(Little, file);
        if (even > file.Length / 8 && odd < even / 20)
            return Strict(Big, file);
        throw FileRefusals.UnknownEncoding();
    }

    private static string Windows1258(byte[] file)
    {
        var text = Composed(Try(Vietnamese1258, file) ?? throw FileRefusals.UnknownEncoding());
        var plain = text.ToLowerInvariant();
        if (text.Any(letter => !char.IsAscii(letter) && !Allowed.Contains(letter)) || NoSyllable.Any(pair => plain.Contains(pair, StringComparison.Ordinal)) || MarkInsideWord(text))
            throw FileRefusals.UnknownEncoding();
        return text;
    }

    /// <summary>«, ², ½ between two letters is a letter of TCVN3, not a sign.</summary>
    private static bool MarkInsideWord(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (!char.IsAscii(text[i]) && !char.IsLetter(text[i]) && text[i] is not ('’' or '‘' or '–' or '\u00AD' or '\u00A0' or '·')
                && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]))
                return true;
        }

        return false;
    }

    private static string Strict(Encoding encoding, ReadOnlySpan<byte> bytes) => Try(encoding, bytes) ?? throw FileRefusals.UnknownEncoding();

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (Exception e) when (e is DecoderFallbackException or ArgumentException)
        {
            return null;
        }
    }
}
