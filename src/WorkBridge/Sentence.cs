using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace WorkBridge;

/// <summary>
/// A sentence with holes, as it stands in the source: <c>$"Việc giống “{title}”"</c> keeps "Việc giống “{0}”" and what fills it, so
/// that it can be said in a language that the source does not know.
/// </summary>
[InterpolatedStringHandler]
public readonly struct Sentence
{
    private readonly StringBuilder template;
    private readonly List<object?> holes;

    public Sentence(int literalLength, int formattedCount)
    {
        template = new StringBuilder(literalLength + (formattedCount * 3));
        holes = new List<object?>(formattedCount);
    }

    /// <summary>The words with {0}, {1} and so on where something is filled in.</summary>
    public string Template => template.ToString();

    internal IReadOnlyList<object?> Holes => holes;

    public void AppendLiteral(string literal) => template.Append(literal);

    public void AppendFormatted<T>(T value, string? format = null)
    {
        template.Append(CultureInfo.InvariantCulture, $"{{{holes.Count}}}");
        holes.Add(value is Words or string ? value : value is IFormattable formattable ? formattable.ToString(format, CultureInfo.CurrentCulture) : value?.ToString());
    }

    /// <summary>The sentence filled in; words among the holes in the language that is asked for.</summary>
    public string In(Func<Words, string> words) => Fill(Template, holes, words);

    /// <summary>Puts what fills a sentence where its translation wants it; a number that nothing fills stays as it is.</summary>
    internal static string Fill(string template, IReadOnlyList<object?> holes, Func<Words, string> words)
    {
        if (holes.Count == 0)
            return template;
        var filled = new StringBuilder(template.Length + 32);
        for (var i = 0; i < template.Length; i++)
        {
            var end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end > 0 && int.TryParse(template.AsSpan(i + 1, end - i - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var hole) && hole < holes.Count)
            {
                filled.Append(holes[hole] is Words said ? words(said) : holes[hole] as string);
                i = end;
            }
            else
            {
                filled.Append(template[i]);
            }
        }

        return filled.ToString();
    }
}
