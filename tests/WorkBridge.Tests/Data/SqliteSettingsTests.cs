using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Tests.Data;

public sealed class SqliteSettingsTests
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("busy_timeout", "5000")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    [InlineData("synchronous", "2")]
    public async Task Every_connection_has_the_settings(string pragma, string value)
    {
        await using var temp = await TempDb.OpenAsync();

        for (var i = 0; i < 2; i++)
        {
            var found = await temp.ReadAsync(async db =>
            {
                await db.Database.OpenConnectionAsync();
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = "PRAGMA " + pragma;
                return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
            });
            Assert.Equal(value, found);
        }
    }

    [Fact]
    public async Task A_deleted_name_is_not_in_the_file_any_more()
    {
        const string place = "Phường Không Có Thật Nào Cả";
        await using var temp = await TempDb.OpenAsync();
        await temp.UseAsync(async db =>
        {
            db.Communes.Add(new WorkBridge.Communes.Commune("99999", place, WorkBridge.Communes.CommuneKind.Ward, "31", "Hải Phòng", new DateOnly(2025, 7, 1)));
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        });
        Assert.True(await HoldsAsync(temp, place));

        await temp.UseAsync(async db =>
        {
            await db.Communes.Where(c => c.Code == "99999").ExecuteDeleteAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        });

        Assert.False(await HoldsAsync(temp, place));
    }

    [Fact]
    public async Task What_grew_and_moved_between_pages_before_it_was_deleted_is_in_no_file_once_they_are_wiped()
    {
        const string mark = "Zằng-đã-dời";
        await using var temp = await TempDb.OpenAsync();
        await temp.UseAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE Moved (Id INTEGER PRIMARY KEY, Word TEXT); CREATE INDEX MovedWord ON Moved (Word)");
            await db.Database.ExecuteSqlRawAsync("WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO Moved SELECT (i * 7919) % 3001, hex(randomblob(8)) || '" + mark + "' FROM n");
            await db.Database.ExecuteSqlRawAsync("UPDATE Moved SET Word = hex(randomblob(40)) || Word WHERE Id % 3 = 0");
        });

        await temp.UseAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM Moved WHERE Id % 2 = 0; UPDATE Moved SET Word = hex(randomblob(30))");
            Assert.True(await Wiped.FromFilesAsync(db, Wiped.AtOnce, default));
        });

        Assert.False(await HoldsAsync(temp, mark));
        // Gone altogether where nobody holds the file open any more.
        var log = new FileInfo(temp.Storage.SqlitePath + "-wal");
        Assert.True(!log.Exists || log.Length == 0);
    }

    private static async Task<bool> HoldsAsync(TempDb temp, string text)
    {
        await using var file = new FileStream(temp.Storage.SqlitePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    }
}
