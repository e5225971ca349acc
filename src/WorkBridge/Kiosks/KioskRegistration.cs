using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WorkBridge.Consents;
using WorkBridge.Requests;

namespace WorkBridge.Kiosks;

public static class KioskRegistration
{
    /// <summary>What the use cases of consent and kiosk stand on. Rules and settings registered before keep their place.</summary>
    public static IServiceCollection AddConsentsAndKiosks(this IServiceCollection services)
    {
        services.TryAddSingleton(new ConsentRules());
        services.TryAddSingleton(new KioskSettings());
        services.TryAddSingleton<ReceiptCodes>();
        services.TryAddSingleton<CardSecrets>();
        services.TryAddScoped<ConsentEffects>();
        services.TryAddScoped<WithdrawalRegister>();
        services.TryAddScoped<EndOfHelp>();
        services.TryAddScoped<KioskTries>();
        services.TryAddScoped<StartVisit>();
        return services;
    }
}
