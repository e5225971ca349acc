using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace WorkBridge.Web.Kiosk;

/// <summary>
/// Three cookies: the device's, which stays, the language's, which no page outside of the screens gets to see, and the visit's, whose value is new for every visit (a changed cookie also keeps a page out of
/// the back-forward cache). Over https both carry the __Host- prefix, and no other name is read there.
/// </summary>
internal static class KioskCookies
{
    private const string Device = "kiosk";
    private const string Visit = "kiosk-visit";
    private const string Tongue = "kiosk-tongue";
    private static readonly PathString Screens = "/Kiosk";

    /// <summary>The longest a browser keeps a cookie; it is renewed at the rest screen.</summary>
    private static readonly TimeSpan DeviceLasts = TimeSpan.FromDays(400);

    public static string? DeviceToken(HttpContext context) => context.Request.Cookies[Name(context, Device)];

    public static string? VisitKey(HttpContext context) => context.Request.Cookies[Name(context, Visit)];

    /// <summary>The language that was chosen at this screen, until the visit ends.</summary>
    public static string? Language(HttpContext context) => context.Request.Cookies[Tongue];

    public static void KeepLanguage(HttpContext context, string code) =>
        context.Response.Cookies.Append(Tongue, code, AtScreensAlone(context));

    public static void KeepDevice(HttpContext context, string token) =>
        context.Response.Cookies.Append(Name(context, Device), token, Strict(context, DeviceLasts));

    public static void KeepVisit(HttpContext context, string key) =>
        context.Response.Cookies.Append(Name(context, Visit), key, Strict(context, null));

    public static void DropVisit(HttpContext context) =>
        context.Response.Cookies.Delete(Name(context, Visit), Strict(context, null));

    public static void DropDevice(HttpContext context) =>
        context.Response.Cookies.Delete(Name(context, Device), Strict(context, null));

    /// <summary>Everything that a visit left in the browser: its key, the form token, the language. The device's own cookie stays.</summary>
    public static void DropAllOfVisit(HttpContext context)
    {
        DropVisit(context);
        if (Language(context) is not null)
            context.Response.Cookies.Delete(Tongue, AtScreensAlone(context));
        var form = context.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!;
        if (context.Request.Cookies.ContainsKey(form))
            context.Response.Cookies.Delete(form, Strict(context, null));
    }

    private static CookieOptions AtScreensAlone(HttpContext context)
    {
        var options = Strict(context, null);
        options.Path = Screens;
        return options;
    }

    private static string Name(HttpContext context, string name) => context.Request.IsHttps ? "__Host-" + name : name;

    private static CookieOptions Strict(HttpContext context, TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = lasts,
        IsEssential = true,
    };
}
