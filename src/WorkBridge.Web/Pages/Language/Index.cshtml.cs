using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Web.SignIn;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Pages.Language;

/// <summary>Keeps the language in a cookie of this browser and goes back to the page.</summary>
[AllowAnonymous]
public sealed class IndexModel(Site site, TimeProvider clock) : PageBase
{
    private const int DaysKept = 365;

    public IActionResult OnGet(string? to, string? back)
    {
        var culture = CultureInfo.GetCultureInfo(to == "en" ? "en-GB" : "vi-VN");
        Response.Cookies.Append(Languages.Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = SignInCookies.IsHttps(site) || Request.IsHttps,
            Path = "/",
            Expires = clock.GetUtcNow().AddDays(DaysKept),
        });
        return LocalRedirect(Door.LocalPath(back) ?? "/");
    }
}
