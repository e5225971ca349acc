using Microsoft.EntityFrameworkCore;

namespace WorkBridge.Data;

/// <summary>Brings the schema up to date at start.</summary>
public static class SchemaUpdate
{
    /// <summary>
    /// Applies pending migrations. On SQLite a process killed inside a migration leaves a row in the lock table that would
    /// stop every later start; one process owns the file, so a row found at start is left over and removed.
    /// </summary>
    public static async Task RunAsync(WorkBridgeDb db, Storage storage, CancellationToken ct = default)
    {
        if (storage.IsSqlite)
        {
            PrivateFolder.Create(storage.Folder);
            await db.Database.OpenConnectionAsync(ct);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture) > 0)
            {
                command.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
                await command.ExecuteNonQueryAsync(ct);
            }
        }

        await db.Database.MigrateAsync(ct);
        await KeptRows.KeepAsync(db, storage.IsSqlite, ct);
    }
}
