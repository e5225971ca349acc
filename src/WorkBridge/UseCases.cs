using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Email;
using WorkBridge.Kiosks;

namespace WorkBridge;

public static class UseCases
{
    /// <summary>Registers what a reader would expect to find: every class with a public RunAsync, and every mail writer.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        foreach (var type in typeof(UseCases).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsPublic: true }))
        {
            if (type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Any(m => m.Name == "RunAsync"))
                services.AddScoped(type);
            if (type.IsAssignableTo(typeof(IMailWriter)))
                services.AddScoped(typeof(IMailWriter), type);
        }

        return services.AddConsentsAndKiosks();
    }
}
