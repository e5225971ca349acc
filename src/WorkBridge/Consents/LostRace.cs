using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Consents;

/// <summary>Two devices at once: the unique sequence (or a version) refuses the second, which reads what now stands and acts again.</summary>
internal static class LostRace
{
    private const int Attempts = 5;

    public static async Task<T> RetryAsync<T>(WorkBridgeDb db, Func<Task<T>> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    public static Task RetryAsync(WorkBridgeDb db, Func<Task> act) => RetryAsync(db, async () =>
    {
        await act();
        return true;
    });
}
