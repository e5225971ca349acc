using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using WorkBridge.Staff;

namespace WorkBridge.Web.SignIn;

/// <summary>
/// The sign-in of staff and contacts: a cookie with the key of a session, and nothing else in it. (Identity's own cookie goes on
/// working after sign-out, and renews a session under the key it had.) Sign in and out through <see cref="Door"/>.
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionStore store, Site site)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public static string CookieName(Site site) => SignInCookies.Name(site, "workbridge");

    /// <summary>Begins a session under a new key; the one this browser had is ended.</summary>
    public static async Task BeginAsync(HttpContext http, SessionStore store, Site site, Account account, bool limited)
    {
        if (http.Request.Cookies[CookieName(site)] is { Length: > 0 } earlier)
            await store.EndAsync(earlier);
        http.Response.Cookies.Append(CookieName(site), await store.BeginAsync(account, limited), Cookie(http, site));
    }

    public static async Task EndAsync(HttpContext http, SessionStore store, Site site)
    {
        if (http.Request.Cookies[CookieName(site)] is { Length: > 0 } key)
            await store.EndAsync(key);
        http.Response.Cookies.Delete(CookieName(site), Cookie(http, site));
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Styles, scripts and fonts are for everybody: no row is read for them.
        if (Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) || Request.Cookies[CookieName(site)] is not { Length: > 0 } key)
            return AuthenticateResult.NoResult();
        return await store.FindAsync(key, Context.RequestAborted) is { } principal
            ? AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name))
            : AuthenticateResult.NoResult();
    }

    /// <summary>To the sign-in page and back. A form that was sent is not repeated: only its page is.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var back = HttpMethods.IsGet(Request.Method) ? Request.PathBase + Request.Path + Request.QueryString.ToString() : null;
        Response.Redirect(Door.LocalBack(back) is { } path and not "/" ? $"/SignIn?back={Uri.EscapeDataString(path)}" : "/SignIn");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static CookieOptions Cookie(HttpContext http, Site site) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = SignInCookies.IsHttps(site) || http.Request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}
