using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkBridge.Data;
using WorkBridge.Kiosks;
using WorkBridge.Staff;

namespace WorkBridge.Web.Kiosk;

/// <summary>
/// Knows the device by its cookie and, where one is open, the visit by its own. Both are looked up at every request: a revoked device
/// and an ended or idle visit are dead at once, whoever holds a copy of the cookies.
/// </summary>
internal sealed class KioskSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    WorkBridgeDb db,
    AtKiosk at,
    CurrentUser user,
    KioskSettings settings,
    TimeProvider clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Kiosk";
    public const string DeviceClaim = "wb:device";
    public const string PersonClaim = "wb:person";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KioskCookies.DeviceToken(Context) is not { Length: > 0 } token)
            return AuthenticateResult.NoResult();
        var digest = VisitKeys.Digest(token);
        var device = await (
            from d in db.KioskDevices
            join c in db.Communes on d.CommuneCode equals c.Code
            where d.TokenHash == digest && d.RevokedAt == null
            select new { d.Id, c.Code, c.Name, c.ProvinceCode, d.LastSeenAt }).SingleOrDefaultAsync(Context.RequestAborted);
        if (device is null)
            return AuthenticateResult.Fail("The device is not enrolled.");

        var now = clock.UtcNow();
        if (device.LastSeenAt is null || now - device.LastSeenAt > TimeSpan.FromMinutes(1))
            await db.KioskDevices.Where(d => d.Id == device.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.LastSeenAt, now), Context.RequestAborted);
        var visit = await VisitAsync(device.Id, now);
        at.Is(device.Id, device.Code, device.Name, device.ProvinceCode, visit);

        var identity = new ClaimsIdentity(Name);
        // Form tokens are bound to this name: one from an earlier visit is refused.
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, (visit?.Id ?? device.Id).ToString()));
        identity.AddClaim(new Claim(DeviceClaim, device.Id.ToString()));
        if (at.PersonId is { } person)
        {
            identity.AddClaim(new Claim(PersonClaim, person.ToString()));
            user.IsPerson(person);
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    /// <summary>No device: to the enrolment; one that was taken out of use says so.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect(KioskCookies.DeviceToken(Context) is null ? "/Kiosk/Enrol" : "/Kiosk/Fault");
        return Task.CompletedTask;
    }

    /// <summary>The visit is over: whatever is on the screen is cleared.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.Redirect("/Kiosk/Wiped");
        return Task.CompletedTask;
    }

    private async Task<KioskVisit?> VisitAsync(Guid deviceId, DateTime now)
    {
        if (KioskCookies.VisitKey(Context) is not { Length: > 0 } key)
            return null;
        var digest = VisitKeys.Digest(key);
        var visit = await db.KioskVisits.AsNoTracking().SingleOrDefaultAsync(v => v.KeyHash == digest && v.DeviceId == deviceId, Context.RequestAborted);
        if (visit?.IsOpen(now, settings.VisitIdle) == true)
        {
            await db.KioskVisits.Where(v => v.Id == visit.Id).ExecuteUpdateAsync(v => v.SetProperty(x => x.LastSeenAt, now), Context.RequestAborted);
            return visit;
        }

        if (visit is { EndedAt: null })
            await db.KioskVisits.Where(v => v.Id == visit.Id).ExecuteUpdateAsync(v => v.SetProperty(x => x.EndedAt, now), Context.RequestAborted);
        return null;
    }
}
