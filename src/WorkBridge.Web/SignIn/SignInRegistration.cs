using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Web.SignIn;

public static class SignInRegistration
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Account>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
            })
            .AddSignInManager()
            .AddEntityFrameworkStores<WorkBridgeDb>()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/SignIn";
            options.AccessDeniedPath = "/NotFound";
        });
        return services;
    }
}

/// <summary>What a session says of its account: role, communes, province, employer, name and unit.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, WorkBridgeDb db)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Policies.RoleClaim, user.Role.ToString()));
        identity.AddClaim(new Claim(WhoAsks.NameClaim, user.DisplayName));
        if (user.Unit is { } unit)
            identity.AddClaim(new Claim(WhoAsks.UnitClaim, unit));
        if (user.ProvinceCode is { } province)
            identity.AddClaim(new Claim(WhoAsks.ProvinceClaim, province));
        if (user.EmployerId is { } employerId)
            identity.AddClaim(new Claim(WhoAsks.EmployerClaim, employerId.ToString()));
        var codes = await db.AccountCommunes.Where(c => c.AccountId == user.Id).Select(c => c.CommuneCode).ToListAsync();
        identity.AddClaims(codes.Select(code => new Claim(WhoAsks.CommuneClaim, code)));
        return identity;
    }
}
