using System.Globalization;
using System.Text;

namespace WorkBridge.Matching;

/// <summary>
/// The one way in which Vietnamese text is made comparable: in the index, in queries, in the vocabulary and in
/// names of places. Every method takes any string, lone surrogates included, and never throws.
/// </summary>
public static class Vietnamese
{
    /// <summary>
    /// A key for comparing that keeps the marks: composed, lower case, one blank between words, without
    /// invisible characters, with one placing of the tone (hòa = hoà) and one of i and y (kĩ = kỹ).
    /// Doing it twice changes nothing more.
    /// </summary>
    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var letters = Lower(Visible(text, keepLines: false)).ToCharArray();
        for (var i = 0; i < letters.Length;)
        {
            if (!char.IsLetter(letters[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < letters.Length && char.IsLetter(letters[i]))
                i++;
            // A loose mark behind the letters would join whatever vowel the respelling puts before it.
            if (i == letters.Length || CharUnicodeInfo.GetUnicodeCategory(letters[i]) != UnicodeCategory.NonSpacingMark)
                Syllable.Respell(letters.AsSpan(start, i - start));
        }
        return new string(letters);
    }

    /// <summary>A key for searching without marks: <see cref="Normalise"/>, then đ as d and every mark taken off.</summary>
    public static string Fold(string? text)
    {
        var normal = Normalise(text);
        return System.Text.Ascii.IsValid(normal) ? normal : Normalise(WithoutMarks(normal));
    }

    /// <summary>Whether any Vietnamese mark, tone or đ was typed.</summary>
    public static bool HasMarks(string? text)
    {
        if (string.IsNullOrEmpty(text) || System.Text.Ascii.IsValid(text))
            return false;

        var normal = Lower(Visible(text, keepLines: false));
        foreach (var letter in normal)
        {
            if (letter == 'đ' || Syllable.IsMarkedVowel(letter))
                return true;
        }
        return false;
    }

    /// <summary>The words of a text, each as <see cref="Normalise"/> leaves it. Vietnamese writes syllables apart.</summary>
    public static IReadOnlyList<string> Syllables(string? text) => Token.In(text).ConvertAll(token => token.Marked);

    /// <summary>
    /// Text fit to be kept and shown as it was meant: composed, trimmed, one blank between words, lines kept
    /// (at most one empty line between two), without control, direction and zero-width characters.
    /// </summary>
    public static string Tidy(string? text) => string.IsNullOrEmpty(text) ? "" : Visible(text, keepLines: true);

    /// <summary>
    /// The text with letters and marks composed, otherwise as it is. Of marks piled upon one letter the first thirty are kept
    /// (as in UAX #15, stream-safe text): no writing has more, and composing takes the square of their number.
    /// </summary>
    public static string Compose(string? text)
    {
        if (string.IsNullOrEmpty(text) || System.Text.Ascii.IsValid(text))
            return text ?? "";
        var safe = Pile.IsIn(text) ? Pile.Without(text) : text;
        return safe.IsNormalized() ? safe : safe.Normalize();
    }

    /// <summary>Whether some letter carries more than thirty marks, which no writing does, or is half a letter.</summary>
    public static bool IsPiled(string? text) => Pile.IsIn(text);

    internal static string WithoutMarks(string normal)
    {
        var bare = new StringBuilder(normal.Length);
        foreach (var letter in normal.Normalize(NormalizationForm.FormD))
        {
            if (letter is 'đ' or 'Đ')
                bare.Append(letter == 'đ' ? 'd' : 'D');
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                bare.Append(letter);
        }
        return bare.ToString().Normalize(NormalizationForm.FormC);
    }

    internal static string Lower(string text)
    {
        return Compose(text.ToLowerInvariant());
    }

    private static string Visible(string text, bool keepLines)
    {
        var kept = new StringBuilder(text.Length);
        var blank = false;
        var lines = 0;
        var previous = '\0';
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes answers U+FFFD for a lone surrogate, which Normalize would refuse.
            var kind = Rune.GetUnicodeCategory(rune);
            if (keepLines && IsLineEnd(rune.Value))
            {
                if (rune.Value != '\n' || previous != '\r')
                    lines++;
            }
            else if (IsBlank(rune, kind))
                blank = true;
            else if (!IsInvisible(rune.Value, kind))
            {
                if (kept.Length > 0 && lines > 0)
                    kept.Append('\n', Math.Min(lines, 2));
                else if (kept.Length > 0 && blank)
                    kept.Append(' ');
                kept.Append(rune);
                blank = false;
                lines = 0;
            }
            previous = rune.Value <= char.MaxValue ? (char)rune.Value : '\0';
        }
        return Compose(kept.ToString());
    }

    private static bool IsLineEnd(int value) => value is '\n' or '\r' or 0x85 or 0x2028 or 0x2029;

    // The last five look like nothing at all and are used to get around checks for empty text.
    private static bool IsBlank(Rune rune, UnicodeCategory kind) =>
        Rune.IsWhiteSpace(rune) || kind is UnicodeCategory.SpaceSeparator || rune.Value is 0x2800 or 0x3164 or 0x115F or 0x1160 or 0xFFA0;

    private static bool IsInvisible(int value, UnicodeCategory kind) =>
        kind is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        || value is 0xFFFD || (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
