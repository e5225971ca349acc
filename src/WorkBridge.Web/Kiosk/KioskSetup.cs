using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using WorkBridge.Kiosks;

namespace WorkBridge.Web.Kiosk;

public static class KioskSetup
{
    /// <summary>The screens' own sign-in and policies. Call before the use cases are registered, so that configured settings win.</summary>
    public static IServiceCollection AddKiosk(this IServiceCollection services)
    {
        services.AddOptions<KioskSettings>().BindConfiguration("Kiosk")
            .Validate(s => s is { IdleSeconds: >= 30, DoneSeconds: >= 10, GraceSeconds: >= 10, TriesOfDevice: > 0, TriesOfAll: > 0 }, "Kiosk: the clock needs at least 30 seconds, and tries at least one.")
            .ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<KioskSettings>>().Value);
        services.AddScoped<AtKiosk>();
        services.AddSingleton<KioskLanguages>();
        services.AddSingleton<Clips>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KioskSignIn>(KioskSignIn.Name, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Kiosk, policy => policy.AddAuthenticationSchemes(KioskSignIn.Name).RequireClaim(KioskSignIn.DeviceClaim))
            .AddPolicy(Policies.KioskPerson, policy => policy.AddAuthenticationSchemes(KioskSignIn.Name).RequireClaim(KioskSignIn.PersonClaim));
        return services;
    }

    /// <summary>An address under /Kiosk that is no page: the neutral screen, never the public page, which offers a sign-in.</summary>
    public static void MapKioskFallback(this IEndpointRouteBuilder routes) =>
        routes.MapFallback("/Kiosk/{**rest}", () => Results.Redirect("/Kiosk/Fault")).AllowAnonymous();

    /// <summary>A screen speaks the language that was chosen at it, and Vietnamese when none was; what a desk in the same browser chose is not asked.</summary>
    public static IApplicationBuilder UseKioskLanguage(this IApplicationBuilder app) => app.Use((HttpContext context, RequestDelegate next) =>
    {
        if (context.Request.Path.StartsWithSegments("/Kiosk"))
        {
            var tongue = context.RequestServices.GetRequiredService<KioskLanguages>().Tongue(KioskCookies.Language(context));
            CultureInfo.CurrentUICulture = tongue;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(tongue.Name);
        }

        return next(context);
    });

    /// <summary>Stands before routing: what every response of a screen carries, and where a failure ends.</summary>
    public static IApplicationBuilder UseKioskHeaders(this IApplicationBuilder app) => app.UseMiddleware<KioskHeaders>();
}
