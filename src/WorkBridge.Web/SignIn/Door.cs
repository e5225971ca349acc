using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Web.SignIn;

/// <summary>Lets an account in after what it proved, and says where it goes next.</summary>
public sealed partial class Door(WorkBridgeDb db, Site site, BeginCodeStep beginCode, SessionStore store, IHttpContextAccessor accessor, ILogger<Door> log)
{
    private const string StepCookie = "workbridge-step";

    public const string CodePage = "/SignIn/Code";
    public const string TwoStepPage = "/Account/TwoStep";

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>The password was right. Returns the next page: the code, the setting-up of one, or where the person was going.</summary>
    public async Task<string> AfterPasswordAsync(Account account, string? back, CancellationToken ct)
    {
        if (account.TwoFactorEnabled)
        {
            Http.Response.Cookies.Append(Name, await beginCode.RunAsync(account.Id, ct), SignInCookies.ForStep(site, Http, SignInStep.CodeLasts));
            return LocalBack(back) is { } path ? $"{CodePage}?back={Uri.EscapeDataString(path)}" : CodePage;
        }

        var limited = account.NeedsSecondStep(site);
        await SignInAsync(account, limited);
        return limited ? TwoStepPage : LocalBack(back) ?? HomeOf(account.Role);
    }

    /// <summary>The key of the second step this browser began, if any.</summary>
    public string? StepKey => Http.Request.Cookies[Name];

    /// <summary>A code, a recovery code or a passkey was right.</summary>
    public async Task<string> AfterSecondStepAsync(Account account, string? back)
    {
        Http.Response.Cookies.Delete(Name, SignInCookies.ForStep(site, Http, SignInStep.CodeLasts));
        await SignInAsync(account, limited: false);
        return LocalBack(back) ?? HomeOf(account.Role);
    }

    /// <summary>Begins a session under a new key; one this browser had is ended.</summary>
    public Task SignInAsync(Account account, bool limited)
    {
        LogSignedIn(account.Id, limited ? "password, second step to be set up" : "full");
        return SessionHandler.BeginAsync(Http, store, site, account, limited);
    }

    /// <summary>Ends the session on the server: a copy of its cookie is worth nothing from now on.</summary>
    public Task SignOutAsync() => SessionHandler.EndAsync(Http, store, site);

    /// <summary>After a change that ended every session: this browser goes on under a new one.</summary>
    public async Task SignInAgainAsync(Guid accountId, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == accountId, ct);
        var hasPasskey = await db.UserPasskeys.AnyAsync(p => p.UserId == accountId, ct);
        await SignInAsync(account, limited: account.NeedsSecondStep(site) && !account.TwoFactorEnabled && !hasPasskey);
    }

    /// <summary>Where somebody of this role begins.</summary>
    public static string HomeOf(StaffRole role) => role switch
    {
        StaffRole.Administrator => "/Admin",
        StaffRole.EmployerContact => "/Hire",
        StaffRole.Mentor => "/Mentor",
        _ => "/Home",
    };

    /// <summary>A path of this site, or null: nobody is sent elsewhere by a link to one of our pages.</summary>
    public static string? LocalPath(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : null;

    /// <summary>Where somebody was going; not back to the door itself.</summary>
    public static string? LocalBack(string? back) =>
        LocalPath(back) is { } path && !path.StartsWith("/SignIn", StringComparison.OrdinalIgnoreCase) && !path.StartsWith("/SignOut", StringComparison.OrdinalIgnoreCase) ? path : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Session begun for account {AccountId} ({How})")]
    private partial void LogSignedIn(Guid accountId, string how);

    private string Name => SignInCookies.Name(site, StepCookie);
}
