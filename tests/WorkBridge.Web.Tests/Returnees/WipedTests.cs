using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Erasures;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Returnees;

/// <summary>What an erasure cannot take out of the files at once, the night does.</summary>
public sealed class WipedTests
{
    [Fact]
    public async Task Somebody_who_reads_while_a_person_is_erased_holds_nobody_up_and_the_night_takes_the_rest_out_of_the_files()
    {
        await using var host = await TestHost.StartAsync();
        var data = Path.Combine(host.Folder, "data");
        var id = await ErasureTests.FillAsync(host);
        var marks = await ErasureTests.MarksAsync(host, id);
        var code = await host.Db(db => db.Returnees.Where(r => r.Id == id).Select(r => r.Code).SingleAsync());
        using var browser = await host.Given.SignedIn(await host.Given.Officer());
        await using (var reader = new SqliteConnection($"Data Source={Path.Combine(data, "workbridge.db")};Pooling=False"))
        {
            await reader.OpenAsync();
            await using var reading = reader.BeginTransaction(deferred: true);
            await using var look = reader.CreateCommand();
            look.CommandText = "SELECT COUNT(*) FROM Returnees";
            await look.ExecuteScalarAsync();

            await browser.GoAsync($"/Returnees/{id}/Requests");
            await browser.SubmitAsync("main form", [("Input.Kind", "Delete")]);
            await browser.SubmitAsync("form[action*='Erase']", [("Input.FileNumber", code)]);
            Assert.Contains("Đã xoá mọi dữ liệu", browser.Text, StringComparison.Ordinal);
            Assert.NotEmpty(ErasureTests.Found(marks, data));
        }

        await host.Use<AnonymisePast>(night => night.RunAsync(default));

        Assert.Empty(ErasureTests.Found(marks, data));
        Assert.Equal(0, new FileInfo(Path.Combine(data, "workbridge.db-wal")).Length);
    }

    [Fact]
    public async Task A_large_file_is_written_anew_at_night_alone_and_its_log_is_emptied_at_once()
    {
        await using var host = await TestHost.StartAsync();
        var id = await ErasureTests.FillAsync(host);
        await host.Db(db => db.Database.ExecuteSqlRawAsync("CREATE TABLE Loose (Id INTEGER PRIMARY KEY, Word BLOB); INSERT INTO Loose (Word) VALUES (randomblob(2000000)); DELETE FROM Loose"));
        var free = await FreeAsync(host);
        Assert.False(await host.Db(db => Wiped.FromFilesAsync(db, 1 << 20, default)));
        Assert.Equal(free, await FreeAsync(host));
        Assert.Equal(0, new FileInfo(Path.Combine(host.Folder, "data", "workbridge.db-wal")).Length);

        await host.Db(async db =>
        {
            db.Erasures.Add(new Erasure(id, DateOnly.FromDateTime(host.Given.Now).AddDays(-7)));
            await db.SaveChangesAsync();
        });
        await host.Use<AnonymisePast>(night => night.RunAsync(default));
        Assert.Equal(0, await FreeAsync(host));
    }

    private static Task<long> FreeAsync(TestHost host) => host.Db(db => db.Database.SqlQueryRaw<long>("SELECT freelist_count AS Value FROM pragma_freelist_count()").SingleAsync());
}
