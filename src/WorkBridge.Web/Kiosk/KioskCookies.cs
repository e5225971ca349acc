using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Kiosk;

/// <summary>
/// Two cookies: the device's, which stays, and the visit's, whose value is new for every visit (a changed cookie also keeps a page out of
/// the back-forward cache). Over https both carry the __Host- prefix, and no other name is read there.
/// </summary>
internal static class KioskCookies
{
    private const string Device = "kiosk";
    private const string Visit = "kiosk-visit";

    /// <summary>The longest a browser keeps a cookie; it is renewed at the rest screen.</summary>
    private static readonly TimeSpan DeviceLasts = TimeSpan.FromDays(400);

    public static string? DeviceToken(HttpContext context) => context.Request.Cookies[Name(context, Device)];

    public static string? VisitKey(HttpContext context) => context.Request.Cookies[Name(context, Visit)];

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
        foreach (var name in new[] { context.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!, Languages.Cookie })
        {
            if (context.Request.Cookies.ContainsKey(name))
                context.Response.Cookies.Delete(name, Strict(context, null));
        }
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
