using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Data;
using WorkBridge.Erasures;

namespace WorkBridge.Requests;

public static class RequestRegistration
{
    /// <summary>Registers the dated terms of requests, and what erasing needs (the operator's own in "rules" under the data folder, or the product's).</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services, Storage storage)
    {
        services.AddSingleton(RequestRules.Read(storage.Folder));
        services.AddSingleton<ErasureList>();
        services.AddScoped<CountedRows>();
        return services;
    }
}
