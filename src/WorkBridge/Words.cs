using System.Globalization;
using WorkBridge.Kiosks;

namespace WorkBridge;

/// <summary>One sentence in the two languages of the service. Vietnamese is the language of record.</summary>
public readonly record struct Words(string Vi, string En)
{
    private readonly IReadOnlyList<object?>? holes;
    private readonly string? template;
    private readonly string? english;

    public Words(Sentence vi, Sentence en)
        : this(vi.In(w => w.Vi), en.In(w => w.En)) => (template, english, holes) = (vi.Template, en.Template, vi.Holes);

    public Words(Sentence vi, string en)
        : this(vi.In(w => w.Vi), en) => (template, holes) = (vi.Template, vi.Holes);

    public Words(string vi, Sentence en)
        : this(vi, en.In(w => w.En)) => english = en.Template;

    /// <summary>The Vietnamese sentence with its holes open: what its key is made of.</summary>
    internal string Template => template ?? Vi;

    /// <summary>The English sentence with its holes open.</summary>
    internal string EnglishTemplate => english ?? En;

    internal IReadOnlyList<object?> Holes => holes ?? [];

    /// <summary>The sentence for a culture: that of a screen's further language, English for "en", Vietnamese for everything else.</summary>
    public string In(CultureInfo culture) => culture is ScreenTongue tongue
        ? tongue.Say(this)
        : string.Equals(culture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? En : Vi;

    public bool Equals(Words other) => string.Equals(Vi, other.Vi, StringComparison.Ordinal) && string.Equals(En, other.En, StringComparison.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Vi, En);

    /// <summary>The sentence in the language of the current request.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
