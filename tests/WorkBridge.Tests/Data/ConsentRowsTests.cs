using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;

namespace WorkBridge.Tests.Data;

/// <summary>With any tool that reaches the database: a row of consents is neither edited, re-dated, handed to another person, nor removed, nor written twice.</summary>
public sealed class ConsentRowsTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public Task Sqlite_refuses_every_change_of_a_consent() => AttackAsync(null);

    [PostgresFact]
    public Task Postgres_refuses_every_change_of_a_consent() => AttackAsync(server.NewDatabase());

    private static async Task AttackAsync(string? postgres)
    {
        await using var temp = await TempDb.OpenAsync(postgres);
        var (thom, other) = (await temp.AddPersonAsync("Vũ Thị Thơm"), await temp.AddPersonAsync("Đỗ Văn Khải"));
        var act = new ConsentAct(TempDb.Now, 1, ConsentWay.KioskCard, null, null, false, null);
        await temp.UseAsync(async db =>
        {
            db.Consents.Add(Consent.Answer(thom, 1, Purpose.Matching, null, false, act, new DateOnly(2027, 11, 23)));
            await db.SaveChangesAsync();
        });
        // A second start puts nothing in twice and loses nothing.
        await temp.UseAsync(db => SchemaUpdate.RunAsync(db, temp.Storage));

        await RefusedAsync(db => db.Consents.ExecuteUpdateAsync(s => s.SetProperty(c => c.Decision, Decision.Given)));
        await RefusedAsync(db => db.Consents.ExecuteUpdateAsync(s => s.SetProperty(c => c.At, TempDb.Now.AddYears(-1))));
        await RefusedAsync(db => db.Consents.ExecuteUpdateAsync(s => s.SetProperty(c => c.ExpiresOn, new DateOnly(2030, 1, 1))));
        await RefusedAsync(db => db.Consents.ExecuteUpdateAsync(s => s.SetProperty(c => c.ReturneeId, other)));
        await RefusedAsync(db => db.Consents.ExecuteUpdateAsync(s => s.SetProperty(c => c.NoticeVersion, 2)));
        await RefusedAsync(db => db.Consents.ExecuteDeleteAsync());
        // Written a second time, as it was: the place in the person's row of acts is taken.
        await RefusedAsync(db => db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "Consents" ("Id", "ReturneeId", "Sequence", "Purpose", "Decision", "At", "NoticeVersion", "Way", "ReadAloud") SELECT "ReturneeId", "ReturneeId", "Sequence", "Purpose", 'Given', "At", "NoticeVersion", "Way", "ReadAloud" FROM "Consents" """));

        var row = await temp.ReadAsync(db => db.Consents.AsNoTracking().SingleAsync());
        Assert.Equal((thom, Decision.Refused, TempDb.Now, 1, (DateOnly?)null), (row.ReturneeId, row.Decision, row.At, row.NoticeVersion, row.ExpiresOn));

        async Task RefusedAsync(Func<WorkBridgeDb, Task<int>> attack)
        {
            var refused = await Record.ExceptionAsync(() => temp.UseAsync(async db => await attack(db)));
            Assert.IsAssignableFrom<DbException>(refused is DbUpdateException update ? update.InnerException : refused);
        }
    }
}
