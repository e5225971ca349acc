using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Tests.Data;

public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_taken_while_the_service_runs_comes_back_whole_and_in_WAL()
    {
        await using var old = await TempDb.OpenAsync();
        var thom = await old.AddPersonAsync("Vũ Thị Thơm");
        var file = Path.Combine(old.Folder, "monday.zip");

        var facts = Backup.Make(old.Storage, file, TempDb.Now);
        var later = await old.AddPersonAsync("Đỗ Văn Sáng");
        var folder = await RestoredAsync(old, file);

        await using var restored = await TempDb.OpenAsync(folder: folder);
        Assert.Equal(TempDb.Now, facts.MadeAt);
        Assert.Equal("Vũ Thị Thơm", await restored.NameOfAsync(thom));
        Assert.False(await restored.ReadAsync(db => db.Returnees.AnyAsync(r => r.Id == later)));
        Assert.Equal("wal", JournalOf(restored.Storage.SqlitePath));
    }

    [Fact]
    public async Task A_backup_never_overwrites_and_holds_no_key()
    {
        await using var temp = await TempDb.OpenAsync();
        var file = Path.Combine(temp.Folder, "monday.zip");
        Backup.Make(temp.Storage, file, TempDb.Now);
        var before = await File.ReadAllBytesAsync(file);

        Assert.Throws<BackupRefused>(() => Backup.Make(temp.Storage, file, TempDb.Now));

        Assert.Equal(before, await File.ReadAllBytesAsync(file));
        await using var archive = await System.IO.Compression.ZipFile.OpenReadAsync(file);
        Assert.Equal([BackupFacts.FactsName, BackupFacts.DatabaseName], archive.Entries.Select(e => e.FullName));
        Assert.Equal(["data", "keys", "monday.zip"], Directory.EnumerateFileSystemEntries(temp.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Keys_that_do_not_fit_are_refused_and_nothing_is_changed()
    {
        await using var old = await TempDb.OpenAsync();
        await old.AddPersonAsync("Vũ Thị Thơm");
        var file = Path.Combine(old.Folder, "monday.zip");
        Backup.Make(old.Storage, file, TempDb.Now);
        var target = new Storage(Path.Combine(old.Folder, "restored"), null);

        var refused = await Assert.ThrowsAsync<BackupRefused>(() => Restore.RunAsync(target, file, KeyRing.Ephemeral(), replace: false));

        Assert.Contains("keys do not open", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(target.Folder));
    }

    [Fact]
    public async Task One_changed_byte_anywhere_is_refused()
    {
        await using var old = await TempDb.OpenAsync();
        await old.AddPersonAsync("Vũ Thị Thơm");
        var file = Path.Combine(old.Folder, "monday.zip");
        Backup.Make(old.Storage, file, TempDb.Now);
        var whole = await File.ReadAllBytesAsync(file);
        var random = new Random(20261122);
        var target = new Storage(Path.Combine(old.Folder, "restored"), null);
        var keys = KeyRing.Open(old.KeyFolder, TempDb.Secret);

        for (var i = 0; i < 100; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            var bad = Path.Combine(old.Folder, "damaged.zip");
            await File.WriteAllBytesAsync(bad, damaged);
            await Assert.ThrowsAsync<BackupRefused>(() => Restore.RunAsync(target, bad, keys, replace: false));
        }

        Assert.False(File.Exists(target.SqlitePath));
        await Restore.RunAsync(target, file, keys, replace: false);
        Assert.True(File.Exists(target.SqlitePath));
    }

    [Fact]
    public async Task What_is_there_is_replaced_only_when_asked_and_not_while_in_use()
    {
        await using var temp = await TempDb.OpenAsync();
        var thom = await temp.AddPersonAsync("Vũ Thị Thơm");
        var file = Path.Combine(temp.Folder, "monday.zip");
        Backup.Make(temp.Storage, file, TempDb.Now);
        var sang = await temp.AddPersonAsync("Đỗ Văn Sáng");
        var keys = KeyRing.Open(temp.KeyFolder, TempDb.Secret);
        Directory.CreateDirectory(temp.Storage.IndexFolder);
        await File.WriteAllTextAsync(Path.Combine(temp.Storage.IndexFolder, "segments"), "old");

        await Assert.ThrowsAsync<BackupRefused>(() => Restore.RunAsync(temp.Storage, file, keys, replace: false));
        await temp.UseAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var refused = await Assert.ThrowsAsync<BackupRefused>(() => Restore.RunAsync(temp.Storage, file, keys, replace: true));
            Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
        });
        Assert.Equal("Đỗ Văn Sáng", await temp.NameOfAsync(sang));

        await temp.CloseAsync();
        await Restore.RunAsync(temp.Storage, file, keys, replace: true);

        await using var restored = await TempDb.OpenAsync(folder: temp.Folder);
        Assert.Equal("Vũ Thị Thơm", await restored.NameOfAsync(thom));
        Assert.False(await restored.ReadAsync(db => db.Returnees.AnyAsync(r => r.Id == sang)));
        Assert.False(Directory.Exists(temp.Storage.IndexFolder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a zip file, only some words that are longer than sixty-four bytes to get past the digest")]
    public async Task A_file_that_is_no_backup_is_refused(string content)
    {
        var folder = TempDb.NewFolder();
        var file = Path.Combine(folder, "x.zip");
        await File.WriteAllTextAsync(file, content);

        await Assert.ThrowsAsync<BackupRefused>(() => Restore.RunAsync(new Storage(Path.Combine(folder, "data"), null), file, KeyRing.Ephemeral(), replace: false));

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Restores into a new folder that has the same keys.</summary>
    private static async Task<string> RestoredAsync(TempDb old, string file)
    {
        var folder = TempDb.NewFolder();
        Directory.CreateDirectory(TempDb.KeysIn(folder));
        File.Copy(Path.Combine(old.KeyFolder, KeyRing.FileName), Path.Combine(TempDb.KeysIn(folder), KeyRing.FileName));
        var restored = await Restore.RunAsync(new Storage(Path.Combine(folder, "data"), null), file, KeyRing.Open(TempDb.KeysIn(folder), TempDb.Secret), replace: false);
        Assert.Equal(1, restored.SealedRows);
        return folder;
    }

    private static string JournalOf(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        return (string)command.ExecuteScalar()!;
    }
}
