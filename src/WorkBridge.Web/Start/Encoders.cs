using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace WorkBridge.Web.Start;

/// <summary>Vietnamese letters go out as letters. General Punctuation stays encoded: it holds the signs that turn text around.</summary>
internal static class Encoders
{
    public static void Allow(WebEncoderOptions options) => options.TextEncoderSettings = new TextEncoderSettings(
        UnicodeRanges.BasicLatin,
        UnicodeRanges.Latin1Supplement,
        UnicodeRanges.LatinExtendedA,
        UnicodeRanges.LatinExtendedB,
        UnicodeRanges.LatinExtendedAdditional,
        UnicodeRanges.CombiningDiacriticalMarks);
}
