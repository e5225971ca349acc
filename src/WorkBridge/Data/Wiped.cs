using Microsoft.EntityFrameworkCore;

namespace WorkBridge.Data;

/// <summary>What was deleted leaves the files too.</summary>
public static class Wiped
{
    /// <summary>
    /// On SQLite the database is written anew without what was deleted or moved, and the log of changes is emptied. PostgreSQL clears its
    /// pages in its own time (autovacuum) and its log by the operator's rules.
    /// </summary>
    public static async Task FromFilesAsync(WorkBridgeDb db, CancellationToken ct)
    {
        if (db is not SqliteDb)
            return;
        await db.Database.ExecuteSqlRawAsync("VACUUM", ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct);
    }
}
