namespace WorkBridge;

/// <summary>One sentence in the two languages of the service. Vietnamese is the language of record.</summary>
public readonly record struct Words(string Vi, string En)
{
    /// <summary>The sentence for a culture: English for "en", Vietnamese for everything else.</summary>
    public string In(System.Globalization.CultureInfo culture) =>
        string.Equals(culture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? En : Vi;

    /// <summary>The sentence in the language of the current request.</summary>
    public override string ToString() => In(System.Globalization.CultureInfo.CurrentUICulture);
}
