using System.Globalization;
using System.Text;

namespace WorkBridge.Matching;

/// <summary>Text that is built to keep a machine busy: marks without end upon one letter. Half a surrogate pair, which cannot be composed at all, counts too.</summary>
internal static class Pile
{
    private const int MostMarks = 30;
    private const char FirstMark = '\u0300';

    public static bool IsIn(string? text)
    {
        var marks = 0;
        for (var i = 0; i < text?.Length; i++)
        {
            if (text[i] < FirstMark)
            {
                marks = 0;
                continue;
            }

            if (!Rune.TryGetRuneAt(text, i, out var rune))
                return true;
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MostMarks)
                return true;
            i += rune.Utf16SequenceLength - 1;
        }

        return false;
    }

    /// <summary>The text with at most thirty marks on a letter and the replacement character for half a pair.</summary>
    public static string Without(string text)
    {
        var kept = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks <= MostMarks)
                kept.Append(rune);
        }

        return kept.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
