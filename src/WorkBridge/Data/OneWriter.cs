namespace WorkBridge.Data;

/// <summary>
/// SQLite lets one connection write at a time, and one that finds another writing sleeps on its thread and asks again, unfairly.
/// Here the writers of this process wait in a queue instead, holding no thread.
/// </summary>
public sealed class OneWriter : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Saves when its turn has come.</summary>
    public async Task<int> WriteAsync(Func<Task<int>> save, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            return await save();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
