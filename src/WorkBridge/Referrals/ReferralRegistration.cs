using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Data;
using WorkBridge.Placements;

namespace WorkBridge.Referrals;

public static class ReferralRegistration
{
    /// <summary>Registers what referrals and placements stand on: tokens of links, and the dated rules (the operator's own in "rules" under the data folder, or the product's).</summary>
    public static IServiceCollection AddReferrals(this IServiceCollection services, Storage storage)
    {
        services.AddSingleton<LinkTokens>();
        services.AddSingleton(StabilityRules.Read(storage.Folder));
        services.AddSingleton(MinimumPay.Read(storage.Folder));
        return services;
    }
}
