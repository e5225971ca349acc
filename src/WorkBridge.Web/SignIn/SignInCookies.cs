namespace WorkBridge.Web.SignIn;

/// <summary>Names of the cookies: with the prefix that ties a cookie to this host wherever the site is reached over https.</summary>
internal static class SignInCookies
{
    public static bool IsHttps(Site site) => site.BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public static string Name(Site site, string name) => IsHttps(site) ? "__Host-" + name : name;

    /// <summary>A cookie that holds the key of a step begun: the second step, a passkey challenge.</summary>
    public static CookieOptions ForStep(Site site, HttpContext context, TimeSpan lasts) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = IsHttps(site) || context.Request.IsHttps,
        Path = "/",
        MaxAge = lasts,
    };
}
