using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;

namespace WorkBridge.Data;

/// <summary>What a restore found.</summary>
/// <param name="Facts">Of the backup.</param>
/// <param name="SealedRows">Rows whose sealed part was opened with the given keys.</param>
public sealed record Restored(BackupFacts Facts, int SealedRows);

/// <summary>
/// Puts a backup in place of a database, after it proved sound and every sealed value opened under the given keys. Until then
/// the folder is as it was. The index is removed, and rebuilt at the next start; the journal is WAL again. The audit chain is taken as the backup ends it.
/// </summary>
public static class Restore
{
    /// <exception cref="BackupRefused">The backup cannot be read or is damaged, the keys do not fit, or the folder is in use.</exception>
    public static async Task<Restored> RunAsync(Storage storage, string from, KeyRing keys, bool replace, AuditHeads? heads = null, CancellationToken ct = default)
    {
        if (!File.Exists(from))
            throw new BackupRefused($"There is no file {from}.");
        if (File.Exists(storage.SqlitePath) && !replace)
            throw new BackupRefused($"{storage.Folder} holds a database already; name an empty folder, or say --replace to lose what is there.");
        PrivateFolder.Create(storage.Folder);
        var beside = Path.Combine(storage.Folder, $"restore-{Guid.NewGuid():N}.db");
        try
        {
            var facts = Unpack(from, beside);
            if (SqliteFile.Fault(beside) is { } fault)
                throw new BackupRefused($"The database in the backup is not sound ({fault}); nothing was changed.");
            var (rows, end) = await OpenAllAsync(beside, keys, ct);
            Still(storage.SqlitePath);
            SetWal(beside);
            foreach (var old in new[] { "-wal", "-shm", "-journal" })
                File.Delete(storage.SqlitePath + old);
            File.Move(beside, storage.SqlitePath, overwrite: true);
            if (Directory.Exists(storage.IndexFolder))
                Directory.Delete(storage.IndexFolder, recursive: true);
            Erasures.ErasureList.Carry(Path.GetDirectoryName(Path.GetFullPath(from))!, storage.Folder);
            heads?.Take(end, Clock.Today(TimeProvider.System));
            return new(facts, rows);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            foreach (var end in new[] { "", "-wal", "-shm", "-journal" })
                File.Delete(beside + end);
        }
    }

    private static BackupFacts Unpack(string from, string to)
    {
        if (!BackupSeal.Fits(from))
            throw new BackupRefused($"{from} is not a backup, or it is damaged; nothing was changed.");
        try
        {
            Backup.Private(to);
            using var archive = ZipFile.OpenRead(from);
            using var factsEntry = (archive.GetEntry(BackupFacts.FactsName) ?? throw new InvalidDataException()).Open();
            var facts = JsonSerializer.Deserialize<BackupFacts>(factsEntry) ?? throw new InvalidDataException();
            if (facts.Format != BackupFacts.PresentFormat)
                throw new BackupRefused($"The backup has format {facts.Format}, this program reads format {BackupFacts.PresentFormat}.");
            using (var entry = (archive.GetEntry(BackupFacts.DatabaseName) ?? throw new InvalidDataException()).Open())
            using (var file = new FileStream(to, FileMode.Truncate))
                CopyExactly(entry, file, facts.Bytes);
            return facts;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or NotSupportedException)
        {
            throw new BackupRefused($"{from} is not a backup, or it is damaged; nothing was changed.");
        }
    }

    /// <summary>Never more than the backup says: a file that unpacks without end stops here.</summary>
    private static void CopyExactly(Stream entry, Stream file, long bytes)
    {
        var buffer = new byte[81_920];
        for (long done = 0; ;)
        {
            var read = entry.Read(buffer);
            if (read == 0)
                return;
            if ((done += read) > bytes)
                throw new InvalidDataException();
            file.Write(buffer, 0, read);
        }
    }

    /// <summary>Opens every row of every sealed type; a key that does not fit throws.</summary>
    private static async Task<(int Rows, AuditMark? End)> OpenAllAsync(string path, KeyRing keys, CancellationToken ct)
    {
        await using var db = DesignTime.Sqlite($"Data Source={path};Pooling=False", keys);
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if ((await db.Database.GetAppliedMigrationsAsync(ct)).Any(m => !known.Contains(m)))
            throw new BackupRefused("The backup comes from a newer version of the program; install that version first.");
        await db.Database.MigrateAsync(ct);
        try
        {
            var rows = 0;
            foreach (var type in SealedTypes.Of(db))
                rows += await SealedTypes.OpenAsync(db, type, ct);
            foreach (var key in await db.DataProtectionKeys.AsNoTracking().ToListAsync(ct))
                SealedTypes.OpenCookieKey(keys, key.Xml);
            return (rows, await AuditChain.LastAsync(db, ct) is { } last ? new AuditMark(last.Sequence, last.Mac) : null);
        }
        catch (CryptographicException)
        {
            throw new BackupRefused("The keys do not open the sealed fields of this backup; nothing was changed. Use the keys that were in use when it was made.");
        }
    }

    /// <summary>A database in use cannot leave WAL: then somebody has it open, and replacing it would lose what they save.</summary>
    private static void Still(string path)
    {
        if (!File.Exists(path))
            return;
        try
        {
            using var connection = new SqliteConnection($"Data Source={path};Mode=ReadWrite;Pooling=False;Default Timeout=1");
            connection.Open();
            if (SqliteFile.Run(connection, "PRAGMA journal_mode=DELETE") != "delete")
                throw new BackupRefused("The database is in use; stop the service first.");
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            throw new BackupRefused("The database is in use; stop the service first.");
        }
        catch (SqliteException)
        {
            // Damaged beyond opening: that is what a restore is for.
        }
    }

    private static void SetWal(string path)
    {
        using var connection = SqliteFile.Open(path, SqliteOpenMode.ReadWrite);
        SqliteFile.Run(connection, "PRAGMA journal_mode=WAL");
        SqliteFile.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
}

/// <summary>The entities that keep a sealed part.</summary>
internal static class SealedTypes
{
    /// <summary>The keys of cookies lie in the database too, sealed under the same ring.</summary>
    public const string CookieKeys = "DataProtectionKeys";

    public static IReadOnlyList<Type> Of(WorkBridgeDb db) =>
        [.. db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(ISealed))).Distinct()];

    public static void OpenCookieKey(KeyRing keys, string? xml)
    {
        if (xml is not null && System.Xml.Linq.XElement.Parse(xml).Descendants("sealed").FirstOrDefault() is { } value)
            keys.Unseal(Convert.FromBase64String(value.Value), CookieKeys, Guid.Empty);
    }

    /// <summary>Opens all rows of one type and returns how many there were.</summary>
    public static Task<int> OpenAsync(WorkBridgeDb db, Type type, CancellationToken ct) =>
        (Task<int>)typeof(SealedTypes).GetMethod(nameof(ReadAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [db, ct])!;

    private static async Task<int> ReadAsync<T>(WorkBridgeDb db, CancellationToken ct)
        where T : class, ISealed
    {
        var rows = 0;
        await foreach (var row in db.Set<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            row.Open();
            rows++;
        }

        return rows;
    }
}
