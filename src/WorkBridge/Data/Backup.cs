using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace WorkBridge.Data;

/// <summary>What stands in a backup beside the database.</summary>
/// <param name="Format">Of the archive; a newer one is not read.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="Bytes">Of the database file.</param>
public sealed record BackupFacts(int Format, DateTime MadeAt, long Bytes)
{
    public const int PresentFormat = 1;
    public const string FactsName = "workbridge-backup.json";
    public const string DatabaseName = "workbridge.db";
}

/// <summary>A backup or a restore that was not done; the message is one sentence for whoever typed the command. Nothing was changed.</summary>
public sealed class BackupRefused(string message) : Exception(message);

/// <summary>
/// Copies a SQLite database into one archive while the service may be running. The keys of the sealed columns are not in it,
/// nor the index (it is rebuilt) nor mail that lies in files. Who was erased is carried into a list beside it.
/// </summary>
public static class Backup
{
    /// <exception cref="BackupRefused">There is nothing to copy, the target exists, or the copy is not sound.</exception>
    public static BackupFacts Make(Storage storage, string target, DateTime now)
    {
        if (!File.Exists(storage.SqlitePath))
            throw new BackupRefused($"There is no database in {storage.Folder}.");
        if (File.Exists(target))
            throw new BackupRefused($"{target} exists already; a backup never overwrites another.");
        var copy = target + ".copy";
        var part = target + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
            Private(copy);
            SqliteFile.Copy(storage.SqlitePath, copy);
            if (SqliteFile.Fault(copy) is { } fault)
                throw new BackupRefused($"The copy is not sound ({fault}); no backup was made.");
            var facts = new BackupFacts(BackupFacts.PresentFormat, now, new FileInfo(copy).Length);
            Private(part);
            Pack(part, copy, facts);
            BackupSeal.Put(part);
            File.Move(part, target, overwrite: false);
            Erasures.ErasureList.Carry(storage.Folder, Path.GetDirectoryName(Path.GetFullPath(target))!);
            return facts;
        }
        finally
        {
            File.Delete(copy);
            File.Delete(part);
        }
    }

    /// <summary>
    /// Deletes the backups of a folder that were made more than so many days before: what was erased since must not lie in them for ever.
    /// Anything that is not a whole backup is left alone.
    /// </summary>
    /// <returns>How many were deleted.</returns>
    public static int EndOld(string folder, DateTime now, int days)
    {
        var ended = 0;
        foreach (var path in Directory.EnumerateFiles(folder).Where(p => MadeAt(p) < now.AddDays(-days)).ToList())
        {
            File.Delete(path);
            ended++;
        }

        return ended;
    }

    private static DateTime? MadeAt(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            using var entry = archive.Comment.Length == BackupSeal.Empty.Length ? archive.GetEntry(BackupFacts.FactsName)?.Open() : null;
            return entry is null ? null : JsonSerializer.Deserialize<BackupFacts>(entry)?.MadeAt;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or IOException)
        {
            return null;
        }
    }

    private static void Pack(string part, string copy, BackupFacts facts)
    {
        using var archive = new ZipArchive(new FileStream(part, FileMode.Truncate), ZipArchiveMode.Create) { Comment = BackupSeal.Empty };
        using (var entry = archive.CreateEntry(BackupFacts.FactsName).Open())
            JsonSerializer.Serialize(entry, facts);
        archive.CreateEntryFromFile(copy, BackupFacts.DatabaseName, CompressionLevel.Fastest);
    }

    /// <summary>An empty file that nobody but its owner reads.</summary>
    internal static void Private(string path)
    {
        File.Delete(path);
        using (File.Create(path))
        {
        }

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}

/// <summary>What backup and restore ask of a SQLite file.</summary>
internal static class SqliteFile
{
    /// <summary>SQLite's own online copy: whole and consistent while others write.</summary>
    public static void Copy(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        Run(target, "PRAGMA journal_mode=DELETE");
    }

    /// <summary>What is wrong with a file; null when nothing is.</summary>
    public static string? Fault(string path)
    {
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
            var integrity = Run(connection, "PRAGMA integrity_check(1)");
            if (integrity != "ok")
                return "integrity_check: " + integrity;
            return Run(connection, "SELECT count(*) FROM pragma_foreign_key_check") == "0" ? null : "a foreign key points nowhere";
        }
        catch (SqliteException e)
        {
            return "SQLite error " + e.SqliteErrorCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    public static string Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 10 }.ToString());
        connection.Open();
        return connection;
    }
}

/// <summary>The digest of a whole archive, kept as its last 64 bytes (the comment of the zip file): one changed byte anywhere is seen.</summary>
internal static class BackupSeal
{
    public static readonly string Empty = new('0', SHA256.HashSizeInBytes * 2);

    public static void Put(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var digest = Digest(stream);
        stream.Seek(-Empty.Length, SeekOrigin.End);
        stream.Write(digest);
    }

    public static bool Fits(string path)
    {
        using var stream = File.OpenRead(path);
        if (stream.Length <= Empty.Length)
            return false;
        var digest = Digest(stream);
        var kept = new byte[Empty.Length];
        stream.Seek(-Empty.Length, SeekOrigin.End);
        stream.ReadExactly(kept);
        return kept.AsSpan().SequenceEqual(digest);
    }

    private static byte[] Digest(FileStream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        stream.Seek(0, SeekOrigin.Begin);
        for (var left = stream.Length - Empty.Length; left > 0;)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        return System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(hash.GetHashAndReset()));
    }
}
