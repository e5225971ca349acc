using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WorkBridge.Data;

/// <summary>What was deleted leaves the files too.</summary>
public static class Wiped
{
    /// <summary>A file up to this many bytes is written anew at once, which holds whoever writes for about two seconds; a larger one at night.</summary>
    public const long AtOnce = 200L << 20;

    private const int Busy = 5;
    private const int Locked = 6;

    /// <summary>
    /// On SQLite the log of changes is emptied into the file, where deleted rows are overwritten (<c>secure_delete</c>), and a file of at most
    /// <paramref name="most"/> bytes is written anew, without what rows left behind when they moved between pages. PostgreSQL clears its pages in
    /// its own time (autovacuum) and its log by the operator's rules.
    /// </summary>
    /// <returns>False where something is left for the night: the file is larger, or somebody else held it too long.</returns>
    public static async Task<bool> FromFilesAsync(WorkBridgeDb db, long most, CancellationToken ct)
    {
        if (db is not SqliteDb)
            return true;
        try
        {
            var size = await db.Database.SqlQueryRaw<long>("SELECT page_count * page_size AS Value FROM pragma_page_count(), pragma_page_size()").ToListAsync(ct);
            var small = size[0] <= most;
            if (small)
                await db.Database.ExecuteSqlRawAsync("VACUUM", ct);
            return await EmptyLogAsync(db, ct) && small;
        }
        catch (SqliteException held) when (held.SqliteErrorCode is Busy or Locked)
        {
            return false;
        }
    }

    /// <summary>False where a reader kept it from the end of the log, as the first column of the answer says.</summary>
    private static async Task<bool> EmptyLogAsync(WorkBridgeDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) == 0;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
