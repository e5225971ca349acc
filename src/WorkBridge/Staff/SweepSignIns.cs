using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>
/// A job: removes steps that were never finished a day after their end, and sessions thirty days after theirs. May run twice.
/// </summary>
public sealed class SweepSignIns(WorkBridgeDb db, TimeProvider clock)
{
    private const int DaysStepsAreKept = 1;
    private const int DaysSessionsAreKept = 30;

    /// <summary>Returns how many rows were removed.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var steps = clock.UtcNow().AddDays(-DaysStepsAreKept);
        var sessions = clock.UtcNow().AddDays(-DaysSessionsAreKept);
        return await db.SignInSteps.Where(s => s.ExpiresAt < steps).ExecuteDeleteAsync(ct)
            + await db.SignInSessions.Where(s => s.ExpiresAt < sessions || s.EndedAt < sessions).ExecuteDeleteAsync(ct);
    }
}
