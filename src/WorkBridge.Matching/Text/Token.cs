using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;

namespace WorkBridge.Matching;

/// <summary>One word of a text: where it stands in the text as given, and its two keys.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(int Start, int Length, string Marked, string Bare)
{
    private const int LongestWord = 64;

    // Vietnamese has some 7,000 syllables: nearly every word was read before. The bound keeps rubbish out.
    private const int MostKept = 60_000;
    private const int LongestKept = 16;
    private static readonly ConcurrentDictionary<string, (string Marked, string Bare)> Kept = new(StringComparer.Ordinal);
    private static int s_kept;

    public int End => Start + Length;

    /// <summary>Whether the word was typed with a mark.</summary>
    public bool HasMarks => !ReferenceEquals(Marked, Bare);

    /// <summary>
    /// The words of a text in order. Letters, digits and the marks on them make a word; so do C# and C++, and a
    /// number keeps its points (8.000.000).
    /// </summary>
    public static List<Token> In(string? text)
    {
        var found = new List<Token>();
        if (string.IsNullOrEmpty(text))
            return found;

        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text, i))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (IsInside(text, i) || JoinsDigits(text, i)))
                i++;
            var end = i;
            if (i < text.Length && text[i] == '#')
                i++;
            else if (i + 1 < text.Length && text[i] == '+' && text[i + 1] == '+')
                i += 2;
            var last = end - start == 1 ? i : end;
            i = last;
            Add(found, text, start, last);
        }
        return found;
    }

    private static void Add(List<Token> found, string text, int start, int end)
    {
        var raw = text.AsSpan(start, Math.Min(end - start, LongestWord));
        if (!Kept.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(raw, out var keys))
        {
            var word = raw.ToString();
            var marked = Vietnamese.Normalise(word);
            var bare = System.Text.Ascii.IsValid(marked) ? marked : Vietnamese.Fold(marked);
            keys = (marked, bare == marked ? marked : bare);
            if (word.Length <= LongestKept && s_kept < MostKept && Kept.TryAdd(word, keys))
                Interlocked.Increment(ref s_kept);
        }
        if (keys.Bare.Length > 0)
            found.Add(new Token(start, end - start, keys.Marked, keys.Bare));
    }

    private static bool IsWord(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || (char.IsHighSurrogate(text[i]) && char.IsLetterOrDigit(text, i));

    private static bool IsInside(string text, int i)
    {
        if (IsWord(text, i))
            return true;
        if (char.IsLowSurrogate(text[i]))
            return i > 0 && char.IsHighSurrogate(text[i - 1]) && char.IsLetterOrDigit(text, i - 1);
        return CharUnicodeInfo.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
    }

    private static bool JoinsDigits(string text, int i) =>
        text[i] is '.' or ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
}
