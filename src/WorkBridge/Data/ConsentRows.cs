using Microsoft.EntityFrameworkCore;

namespace WorkBridge.Data;

/// <summary>
/// The database itself refuses to change a row of consents, and to remove one while its person is there, whoever asks and with whatever
/// tool. Put in place at every start and not by a migration: on SQLite a migration that rebuilds the table would lose it without a word.
/// </summary>
internal static class ConsentRows
{
    private const string Changed = "Consents: a row is never changed";
    private const string Removed = "Consents: a row is never removed";

    private const string OnSqlite = $"""
        CREATE TRIGGER IF NOT EXISTS consents_never_changed BEFORE UPDATE ON "Consents"
        BEGIN SELECT RAISE(ABORT, '{Changed}'); END;
        CREATE TRIGGER IF NOT EXISTS consents_never_removed BEFORE DELETE ON "Consents"
        WHEN EXISTS (SELECT 1 FROM "Returnees" WHERE "Id" = OLD."ReturneeId")
        BEGIN SELECT RAISE(ABORT, '{Removed}'); END;
        """;

    /// <summary>Two nodes may start at once: one puts it in place, the other finds it there.</summary>
    private const string OnPostgres = $"""
        SELECT pg_advisory_xact_lock(726001);
        CREATE OR REPLACE FUNCTION consents_stay() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          IF TG_OP = 'DELETE' THEN
            IF NOT EXISTS (SELECT 1 FROM "Returnees" WHERE "Id" = OLD."ReturneeId") THEN RETURN OLD; END IF;
            RAISE EXCEPTION '{Removed}';
          END IF;
          RAISE EXCEPTION '{Changed}';
        END $body$;
        DROP TRIGGER IF EXISTS consents_stay ON "Consents";
        CREATE TRIGGER consents_stay BEFORE UPDATE OR DELETE ON "Consents" FOR EACH ROW EXECUTE FUNCTION consents_stay();
        """;

    public static async Task KeepAsync(WorkBridgeDb db, bool sqlite, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlRawAsync(sqlite ? OnSqlite : OnPostgres, ct);
        await transaction.CommitAsync(ct);
    }
}
