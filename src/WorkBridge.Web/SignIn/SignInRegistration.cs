using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using WorkBridge.Staff;

namespace WorkBridge.Web.SignIn;

public static class SignInRegistration
{
    /// <summary>The scheme of people who sign in: staff and contacts. Kiosks have their own.</summary>
    public const string Scheme = "workbridge";

    /// <summary>Accounts, passkeys, and sessions that are kept in the database.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAccounts();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<Site>((options, site) =>
        {
            options.ServerDomain = new Uri(site.BaseUrl).Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AuthenticatorTimeout = SignInStep.PasskeyLasts;
            options.ValidateOrigin = context => ValueTask.FromResult(IsOurs(context, options.ServerDomain));
        });
        services.AddHttpContextAccessor();
        services.AddSingleton<SessionStore>();
        services.AddScoped<Door>();
        services.AddScoped<PasskeyDoor>();
        services.AddAuthentication(Scheme).AddScheme<AuthenticationSchemeOptions, SessionHandler>(Scheme, null);
        return services;
    }

    /// <summary>The page that asked was one of this host's own: over https, or on the machine itself.</summary>
    private static bool IsOurs(PasskeyOriginValidationContext context, string domain) =>
        !context.CrossOrigin
        && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && string.Equals(origin.Host, domain, StringComparison.OrdinalIgnoreCase)
        && (origin.Scheme == Uri.UriSchemeHttps || origin.IsLoopback);
}
