using System.Globalization;
using WorkBridge.Kiosks;

namespace WorkBridge.Web;

/// <summary>The languages of the screen: Vietnamese, English and, at a kiosk, whatever was added to it. Imported as a static into every page, so that a page writes <c>@T("…", "…")</c>.</summary>
public static class Tongue
{
    /// <summary>True where the current request is answered in English; everything else is answered in Vietnamese.</summary>
    public static bool English =>
        string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);

    /// <summary>The value of the <c>lang</c> attribute.</summary>
    public static string Code => CultureInfo.CurrentUICulture is ScreenTongue tongue ? tongue.Code : English ? "en" : "vi";

    /// <summary>The words in the language of the current request.</summary>
    public static string T(string vi, string en) => new Words(vi, en).ToString();

    /// <summary>The same for sentences with something filled in.</summary>
    public static string T(Sentence vi, Sentence en) => new Words(vi, en).ToString();

    public static string T(Sentence vi, string en) => new Words(vi, en).ToString();

    public static string T(string vi, Sentence en) => new Words(vi, en).ToString();
}
