using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkBridge.Data;

namespace WorkBridge.Web.Start;

/// <summary>Ready when the database answers.</summary>
internal sealed class DatabaseAnswers(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkBridgeDb>().Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy();
    }
}

internal static class HealthRegistration
{
    public static IHealthChecksBuilder AddDbContextCheckOf(this IHealthChecksBuilder checks) => checks.AddCheck<DatabaseAnswers>("database");

    public static void TryAddClock(this IServiceCollection services) => services.TryAddSingleton(TimeProvider.System);
}
