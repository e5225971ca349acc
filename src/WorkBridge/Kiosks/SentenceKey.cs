using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorkBridge.Kiosks;

/// <summary>
/// The key of a sentence for translations and recordings: the beginning of the Vietnamese words without marks, and six digits of their
/// hash. It is made from the words, so that a new page needs no list, and a sentence that was reworded (a consent question, say) is
/// never shown under a translation of what it used to say.
/// </summary>
public static class SentenceKey
{
    private const int Longest = 40;

    /// <summary>The key of a sentence with its holes open. Upper and lower case, and space around it, make no difference.</summary>
    public static string Of(string vi)
    {
        var words = vi.Trim().Normalize().ToLowerInvariant();
        var slug = new StringBuilder(Longest);
        foreach (var letter in words.Replace('đ', 'd').Normalize(NormalizationForm.FormD))
        {
            if (slug.Length == Longest)
                break;
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return $"{slug.ToString().Trim('-')}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 3))}".TrimStart('-');
    }
}
