using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WorkBridge.Data;

/// <summary>
/// Settings of every SQLite connection, each time it is opened: WAL (a backup comes back without it), a wait for the one
/// writer inside SQLite instead of the driver's sleep, foreign keys, deleted bytes overwritten, and a sync on every
/// commit (consent, outbox and audit must survive a power cut).
/// </summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA synchronous=FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
