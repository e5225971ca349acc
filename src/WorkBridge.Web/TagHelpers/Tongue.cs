using System.Globalization;

namespace WorkBridge.Web;

/// <summary>The two languages of the screen. Imported as a static into every page, so that a page writes <c>@T("…", "…")</c>.</summary>
public static class Tongue
{
    /// <summary>True where the current request is answered in English; everything else is answered in Vietnamese.</summary>
    public static bool English =>
        string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);

    /// <summary>The value of the <c>lang</c> attribute.</summary>
    public static string Code => English ? "en" : "vi";

    /// <summary>The words in the language of the current request.</summary>
    public static string T(string vi, string en) => English ? en : vi;
}
