using System.Globalization;
using System.Runtime.InteropServices;
using WorkBridge.Matching;

namespace WorkBridge.Openings;

/// <summary>One syllable of a text and its place in the text as given.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last character, combining marks included.</param>
/// <param name="Marked">As <see cref="Vietnamese.Normalise"/> leaves it.</param>
/// <param name="Bare">As <see cref="Vietnamese.Fold"/> leaves it.</param>
/// <param name="Break">What stands between the word before and this one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextWord(int Start, int End, string Marked, string Bare, TextBreak Break)
{
    public bool HasMarks => Marked != Bare;

    public static List<TextWord> In(string? text)
    {
        var words = new List<TextWord>();
        if (string.IsNullOrEmpty(text))
            return words;
        var start = 0;
        var between = TextBreak.Sentence;
        for (var i = 0; i < text.Length;)
        {
            if (!IsInside(text[i]))
            {
                between = Wider(between, BreakOf(text, i));
                i++;
                continue;
            }

            start = i;
            while (i < text.Length && IsInside(text[i]))
                i++;
            var marked = Vietnamese.Normalise(text[start..i]);
            if (marked.Length == 0)
                continue; // invisible characters alone
            words.Add(new TextWord(start, i, marked, Vietnamese.Fold(marked), words.Count == 0 ? TextBreak.Sentence : between));
            between = TextBreak.Blank;
        }

        return words;
    }

    /// <summary>Marks and zero-width characters belong to the word they are hidden in.</summary>
    private static bool IsInside(char letter) => char.IsLetterOrDigit(letter)
        || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Surrogate;

    private static TextBreak BreakOf(string text, int i) => text[i] switch
    {
        ',' or '(' or ')' or ':' or '/' or '–' or '—' or '-' or '+' or '&' => TextBreak.Comma,
        ';' or '!' or '?' or '•' or '|' => TextBreak.Sentence,
        '.' => i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) ? TextBreak.Sentence : TextBreak.Comma,
        _ => TextBreak.Blank,
    };

    private static TextBreak Wider(TextBreak a, TextBreak b) => a > b ? a : b;
}

/// <summary>How far two neighbouring words stand apart; the order is the order of width.</summary>
internal enum TextBreak
{
    Blank,
    Comma,
    Sentence,
}
