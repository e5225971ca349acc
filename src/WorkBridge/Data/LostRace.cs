using Microsoft.EntityFrameworkCore;

namespace WorkBridge.Data;

/// <summary>
/// Many devices at once: the unique sequence (or a version) refuses all but one, and those read what now stands and act again.
/// Of those who race one gets through each time, so the attempts are how many may race.
/// </summary>
internal static class LostRace
{
    private const int Attempts = 40;

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
