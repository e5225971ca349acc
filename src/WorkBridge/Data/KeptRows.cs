using Microsoft.EntityFrameworkCore;

namespace WorkBridge.Data;

/// <summary>
/// The database itself refuses to change a row of consents, to remove one while its person is there, and to change or remove a link of
/// the audit chain, whoever asks and with whatever tool. Put in place at every start and not by a migration: on SQLite a migration that rebuilds the table would lose it without a word.
/// </summary>
internal static class KeptRows
{
    private const string Changed = "Consents: a row is never changed";
    private const string Removed = "Consents: a row is never removed";
    private const string Chain = "AuditEntries: a link is never changed and never removed";

    private const string OnSqlite = $"""
        CREATE TRIGGER IF NOT EXISTS consents_never_changed BEFORE UPDATE ON "Consents"
        BEGIN SELECT RAISE(ABORT, '{Changed}'); END;
        CREATE TRIGGER IF NOT EXISTS consents_never_removed BEFORE DELETE ON "Consents"
        WHEN EXISTS (SELECT 1 FROM "Returnees" WHERE "Id" = OLD."ReturneeId")
        BEGIN SELECT RAISE(ABORT, '{Removed}'); END;
        CREATE TRIGGER IF NOT EXISTS audit_never_changed BEFORE UPDATE ON "AuditEntries"
        BEGIN SELECT RAISE(ABORT, '{Chain}'); END;
        CREATE TRIGGER IF NOT EXISTS audit_never_removed BEFORE DELETE ON "AuditEntries"
        BEGIN SELECT RAISE(ABORT, '{Chain}'); END;
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
        CREATE OR REPLACE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN RAISE EXCEPTION '{Chain}'; END $body$;
        DROP TRIGGER IF EXISTS audit_stays ON "AuditEntries";
        CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON "AuditEntries" FOR EACH ROW EXECUTE FUNCTION audit_stays();
        """;

    public static async Task KeepAsync(WorkBridgeDb db, bool sqlite, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlRawAsync(sqlite ? OnSqlite : OnPostgres, ct);
        await transaction.CommitAsync(ct);
    }
}
