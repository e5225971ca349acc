using System.Globalization;

namespace WorkBridge.Kiosks;

/// <summary>
/// The language of one request of a screen. It says a sentence by the key of its Vietnamese words; what a further language lacks is said
/// in Vietnamese. It also remembers what was said, so that recordings can be offered for it.
/// </summary>
/// <param name="code">vi, en, or the code of a further language.</param>
/// <param name="sentences">By key; null for the two languages of the service.</param>
public sealed class ScreenTongue(string code, IReadOnlyDictionary<string, string>? sentences = null) : CultureInfo(code == "en" ? "en-GB" : "vi-VN")
{
    private readonly Dictionary<string, string> said = new(StringComparer.Ordinal);
    private readonly bool english = code == "en";

    /// <summary>The value of the lang attribute.</summary>
    public string Code => code;

    /// <summary>What this request has said so far, by key: of each sentence the longest stretch without a hole, as it stands on the screen.</summary>
    public IReadOnlyDictionary<string, string> Said => said;

    internal string Say(Words words)
    {
        if (words.Template?.Any(char.IsLetter) != true)
            return sentences is not null && words.Holes.Count > 0 ? Sentence.Fill(words.Template!, words.Holes, Say) : english ? words.En : words.Vi;
        var key = SentenceKey.Of(words.Template);
        if (sentences is not null && sentences.TryGetValue(key, out var own))
        {
            said[key] = Stretch(own);
            return Between(words.Template, Sentence.Fill(own.Trim(), words.Holes, Say));
        }

        said[key] = Stretch(english ? words.EnglishTemplate : words.Template);
        return english ? words.En : sentences is null || words.Holes.Count == 0 ? words.Vi : Sentence.Fill(words.Template, words.Holes, Say);
    }

    /// <summary>A part of a sentence ("từ ") keeps the space that stands around it in the source.</summary>
    private static string Between(string source, string words) =>
        source[..^source.TrimStart().Length] + words + source[source.TrimEnd().Length..];

    private static string Stretch(string template) =>
        template.Split(["{0}", "{1}", "{2}", "{3}", "{4}"], StringSplitOptions.TrimEntries).MaxBy(part => part.Length) ?? "";
}
