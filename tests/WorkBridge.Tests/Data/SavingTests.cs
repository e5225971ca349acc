using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Returnees;

namespace WorkBridge.Tests.Data;

public sealed class SavingTests
{
    [Fact]
    public async Task Sealed_values_swapped_between_rows_do_not_open()
    {
        await using var temp = await TempDb.OpenAsync();
        var thom = await temp.AddPersonAsync("Vũ Thị Thơm");
        var sang = await temp.AddPersonAsync("Đỗ Văn Sáng");
        Assert.Equal("Vũ Thị Thơm", await temp.NameOfAsync(thom));

        await temp.UseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Returnees SET Sealed = (SELECT Sealed FROM Returnees WHERE Id = {sang}) WHERE Id = {thom}"));

        await Assert.ThrowsAnyAsync<CryptographicException>(() => temp.NameOfAsync(thom));
        Assert.Equal("Đỗ Văn Sáng", await temp.NameOfAsync(sang));
    }

    [Fact]
    public async Task A_name_is_nowhere_in_the_file()
    {
        await using var temp = await TempDb.OpenAsync();
        await temp.AddPersonAsync("Vũ Thị Thơm");
        await temp.UseAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        await temp.CloseAsync();

        var bytes = await File.ReadAllBytesAsync(temp.Storage.SqlitePath);

        Assert.True(bytes.AsSpan().IndexOf("Phường Kiến An"u8) >= 0);
        Assert.True(bytes.AsSpan().IndexOf("Thơm"u8) < 0);
        Assert.True(bytes.AsSpan().IndexOf("900000001"u8) < 0);
    }

    [Fact]
    public async Task An_append_only_row_is_neither_changed_nor_removed()
    {
        await using var temp = await TempDb.OpenAsync();
        var person = await temp.AddPersonAsync("Vũ Thị Thơm");
        var state = new EmploymentState(person, TempDb.KienAn, new DateOnly(2026, 11, 1), WorkState.None, StateSource.Officer, null, TempDb.Now);
        await temp.UseAsync(async db =>
        {
            db.EmploymentStates.Add(state);
            await db.SaveChangesAsync();
        });

        await temp.UseAsync(async db =>
        {
            var row = await db.EmploymentStates.SingleAsync(s => s.Id == state.Id);
            db.Entry(row).Property(s => s.On).CurrentValue = new DateOnly(2026, 11, 2);
            Assert.Equal(Rule.AppendOnly, (await Assert.ThrowsAsync<RuleBroken>(() => db.SaveChangesAsync())).Rule);
        });
        await temp.UseAsync(async db =>
        {
            db.EmploymentStates.Remove(await db.EmploymentStates.SingleAsync(s => s.Id == state.Id));
            Assert.Equal(Rule.AppendOnly, (await Assert.ThrowsAsync<RuleBroken>(() => db.SaveChangesAsync())).Rule);
        });

        Assert.Equal(new DateOnly(2026, 11, 1), await temp.ReadAsync(async db => (await db.EmploymentStates.SingleAsync(s => s.Id == state.Id)).On));
    }

    [Fact]
    public void The_migrations_of_both_databases_hold_the_whole_model()
    {
        using var sqlite = DesignTime.Sqlite("Data Source=:memory:");
        using var postgres = DesignTime.Postgres("Host=127.0.0.1");

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }
}
