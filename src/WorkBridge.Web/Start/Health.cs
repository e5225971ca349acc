using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Holidays;

namespace WorkBridge.Web.Start;

/// <summary>Ready when the database answers.</summary>
internal sealed class DatabaseAnswers(IServiceScopeFactory scopes) : IHealthCheck
{
    public const string Name = "database";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkBridgeDb>().Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy();
    }
}

/// <summary>
/// Whether what was due is being done: no job is late, and no mail that is due has waited unsent. Apart from readiness: a node
/// whose jobs are late still answers people, and taking it away would help nobody.
/// </summary>
internal sealed class PromisesKept(IServiceScopeFactory scopes) : IHealthCheck
{
    public const string Name = "jobs";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, clock, holidays) = (scope.ServiceProvider.GetRequiredService<WorkBridgeDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>(), scope.ServiceProvider.GetRequiredService<HolidayCalendar>());
        var late = await scope.ServiceProvider.GetRequiredService<Schedule.LateJobs>().RunAsync(cancellationToken);
        return late.Count > 0 || await db.Outbox.Overdue(clock.UtcNow(), holidays).AnyAsync(cancellationToken)
            ? HealthCheckResult.Unhealthy()
            : HealthCheckResult.Healthy();
    }
}

internal static class HealthRegistration
{
    public static void AddChecksOfOurs(this IHealthChecksBuilder checks)
    {
        checks.Services.AddSingleton<StartedAt>();
        checks.AddCheck<DatabaseAnswers>(DatabaseAnswers.Name).AddCheck<PromisesKept>(PromisesKept.Name);
    }

    public static void TryAddClock(this IServiceCollection services) => services.TryAddSingleton(TimeProvider.System);
}
