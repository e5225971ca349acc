using System.Security.Claims;
using WorkBridge.Staff;

namespace WorkBridge.Web.SignIn;

/// <summary>What a session says of its account. Built anew from the rows at every request, so that a change applies at once.</summary>
internal static class SessionClaims
{
    /// <summary>The session's own row, so that a page can tell it from the account's others.</summary>
    public const string Session = "wb:session";

    /// <summary>Signed in with a password where a second step is needed and not yet set up: leads to the setting-up and nowhere else.</summary>
    public const string Limited = "wb:limited";

    public static ClaimsPrincipal Of(Account account, IReadOnlyList<string> communeCodes, Guid sessionId, bool limited)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(Session, sessionId.ToString()),
        };
        if (limited)
            claims.Add(new(Limited, "1"));
        else
            AddRights(claims, account, communeCodes);
        return new ClaimsPrincipal(new ClaimsIdentity(claims, SignInRegistration.Scheme, WhoAsks.NameClaim, Policies.RoleClaim));
    }

    public static Guid? SessionId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Session), out var id) ? id : null;

    /// <summary>The account signed in, limited sessions included.</summary>
    public static Guid? SignedInAccount(this ClaimsPrincipal user) =>
        user.Identity?.AuthenticationType == SignInRegistration.Scheme && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static bool IsLimited(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == Limited);

    /// <summary>A limited session has none of these, so no policy lets it in.</summary>
    private static void AddRights(List<Claim> claims, Account account, IReadOnlyList<string> communeCodes)
    {
        claims.Add(new(Policies.RoleClaim, account.Role.ToString()));
        claims.Add(new(WhoAsks.NameClaim, account.DisplayName));
        if (account.Unit is { } unit)
            claims.Add(new(WhoAsks.UnitClaim, unit));
        if (account.ProvinceCode is { } province)
            claims.Add(new(WhoAsks.ProvinceClaim, province));
        if (account.EmployerId is { } employerId)
            claims.Add(new(WhoAsks.EmployerClaim, employerId.ToString()));
        claims.AddRange(communeCodes.Select(code => new Claim(WhoAsks.CommuneClaim, code)));
    }
}
