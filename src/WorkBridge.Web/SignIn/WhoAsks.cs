using System.Security.Claims;
using WorkBridge.Staff;

namespace WorkBridge.Web.SignIn;

/// <summary>Fills <see cref="CurrentUser"/> from the claims of the session, once a request.</summary>
public sealed class WhoAsks(RequestDelegate next)
{
    public const string CommuneClaim = "wb:commune";
    public const string ProvinceClaim = "wb:province";
    public const string EmployerClaim = "wb:employer";
    public const string NameClaim = "wb:name";
    public const string UnitClaim = "wb:unit";

    public Task InvokeAsync(HttpContext context, CurrentUser user)
    {
        var claims = context.User;
        if (claims.Identity?.IsAuthenticated == true
            && Enum.TryParse<StaffRole>(claims.FindFirstValue(Policies.RoleClaim), out var role)
            && Guid.TryParse(claims.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            user.Is(
                role,
                id,
                claims.FindFirstValue(NameClaim) ?? "",
                claims.FindFirstValue(UnitClaim),
                [.. claims.FindAll(CommuneClaim).Select(c => c.Value)],
                claims.FindFirstValue(ProvinceClaim),
                Guid.TryParse(claims.FindFirstValue(EmployerClaim), out var employerId) ? employerId : null);
        }

        return next(context);
    }
}
