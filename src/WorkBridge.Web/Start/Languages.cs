using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace WorkBridge.Web.Start;

/// <summary>Vietnamese unless somebody chose English; the choice is a cookie and nothing else.</summary>
public static class Languages
{
    public const string Cookie = "wb.lang";

    public static void Add(RequestLocalizationOptions options)
    {
        CultureInfo[] cultures = [new("vi-VN"), new("en-GB")];
        options.DefaultRequestCulture = new RequestCulture("vi-VN");
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
        options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = Cookie }];
    }
}
