using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Holidays;
using WorkBridge.Matching;
using WorkBridge.Referrals;
using WorkBridge.Search;
using WorkBridge.Staff;

namespace WorkBridge.Web.Start;

/// <summary>What the use cases stand on, wherever they run: in the service, and for the samples of its mails.</summary>
internal static class Library
{
    public static IServiceCollection AddLibrary(this IServiceCollection services, Storage storage, IConfiguration configuration)
    {
        services.AddWorkBridgeData(storage);
        services.AddSingleton(Vocabulary.Default);
        services.AddSingleton<IndexKeeper>();
        services.AddSingleton<LastingKnown>();
        services.AddScoped<IndexSource>();
        services.AddScoped<CurrentUser>();
        services.AddUseCases();
        services.AddHolidays(storage);
        services.AddReferrals(storage);
        services.AddMail(configuration);
        return services;
    }
}
