using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Returnees;
using WorkBridge.Tests.Data;

namespace WorkBridge.Tests.Audit;

/// <summary>Somebody with the database file and any tool, who may even take the triggers away, leaves a trace that one look finds.</summary>
public sealed class AuditChainTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string OtherId = "0000AAAA-0000-4000-8000-000000000001";

    /// <summary>What somebody does with the file, and what is found.</summary>
    public static readonly TheoryData<string, string, AuditFaultKind[]> Attacks = new()
    {
        { "a row is edited", """UPDATE "StateMoves" SET "To" = 'Sent' WHERE "To" = 'Seen'""", [AuditFaultKind.RowAltered] },
        { "a row is dated back", """UPDATE "Readings" SET "At" = '2020-01-01 00:00:00'""", [AuditFaultKind.RowAltered, AuditFaultKind.RowAltered] },
        { "a no becomes a yes", """UPDATE "Consents" SET "Decision" = 'Given', "ExpiresOn" = '2030-01-01'""", [AuditFaultKind.RowAltered] },
        { "somebody is taken out of a list that was read", """DELETE FROM "ReadingPeople" WHERE rowid = (SELECT max(rowid) FROM "ReadingPeople")""", [AuditFaultKind.RowAltered] },
        { "a row is removed", """DELETE FROM "StateMoves" WHERE "To" = 'Seen'""", [AuditFaultKind.RowRemoved] },
        { "a row is put in", $"""INSERT INTO "StateMoves" ("Id", "Noun", "NounId", "From", "To", "At", "ByKind") SELECT '{OtherId}', "Noun", "NounId", "From", 'Declined', "At", "ByKind" FROM "StateMoves" WHERE "To" = 'Seen'""", [AuditFaultKind.RowPutIn] },
        { "two rows change places", """UPDATE "StateMoves" SET "To" = CASE "To" WHEN 'Sent' THEN 'Seen' ELSE 'Sent' END WHERE "To" IN ('Sent', 'Seen')""", [AuditFaultKind.RowAltered, AuditFaultKind.RowAltered] },
        { "a row and its link are removed", """DELETE FROM "AuditEntries" WHERE "RowId" = (SELECT "Id" FROM "StateMoves" WHERE "To" = 'Seen'); DELETE FROM "StateMoves" WHERE "To" = 'Seen'""", [AuditFaultKind.LinkMissing, AuditFaultKind.LinkAltered] },
        { "two links change places", """UPDATE "AuditEntries" SET "Sequence" = -1 WHERE "Sequence" = 2; UPDATE "AuditEntries" SET "Sequence" = 2 WHERE "Sequence" = 3; UPDATE "AuditEntries" SET "Sequence" = 3 WHERE "Sequence" = -1""", [AuditFaultKind.LinkAltered, AuditFaultKind.LinkAltered, AuditFaultKind.LinkAltered] },
        { "a row is edited and its link says that an erasure did it", """UPDATE "AuditEntries" SET "Act" = 'Reduced' WHERE "RowId" = (SELECT "Id" FROM "StateMoves" WHERE "To" = 'Seen'); UPDATE "StateMoves" SET "Code" = 'x' WHERE "To" = 'Seen'""", [AuditFaultKind.LinkAltered, AuditFaultKind.RowAltered] },
        { "the tail is cut with its rows", """DELETE FROM "StateMoves" WHERE "Id" IN (SELECT "RowId" FROM "AuditEntries" WHERE "Sequence" > 4); DELETE FROM "EmploymentStates"; DELETE FROM "AuditEntries" WHERE "Sequence" > 4""", [AuditFaultKind.TailCut] },
        { "all of it is removed", """DELETE FROM "StateMoves"; DELETE FROM "EmploymentStates"; DELETE FROM "ReadingPeople"; DELETE FROM "Readings"; DELETE FROM "Consents"; DELETE FROM "AuditEntries" """, [AuditFaultKind.TailCut] },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task An_attack_with_the_database_file_is_found(string attack, string sql, AuditFaultKind[] found)
    {
        await using var temp = await FilledAsync(null);
        Assert.True((await temp.VerifyAuditAsync()).IsSound, attack);

        WithFile(temp, sql);

        Assert.Equal(found, (await temp.VerifyAuditAsync()).Faults.Select(f => f.Kind));
    }

    [Fact]
    public async Task A_chain_made_anew_without_the_key_or_with_it_is_found()
    {
        await using var temp = await FilledAsync(null);
        await MakeAnewAsync(temp, KeyRing.Ephemeral());
        var without = await temp.VerifyAuditAsync();
        await MakeAnewAsync(temp, KeyRing.Open(temp.KeyFolder, TempDb.Secret));
        var with = await temp.VerifyAuditAsync();

        Assert.Contains(without.Faults, f => f.Kind == AuditFaultKind.LinkAltered);
        Assert.NotEmpty(with.Faults);
        Assert.All(with.Faults, f => Assert.Equal(AuditFaultKind.ChainMadeAnew, f.Kind));
    }

    [Fact]
    public async Task What_was_noted_outside_cannot_be_written_or_taken_away()
    {
        await using var temp = await FilledAsync(null);
        var newest = Path.Combine(temp.KeyFolder, AuditHeads.NewestName);
        var days = Path.Combine(temp.KeyFolder, AuditHeads.DaysName);
        var (newestBefore, daysBefore) = (await File.ReadAllTextAsync(newest), await File.ReadAllTextAsync(days));

        await File.WriteAllTextAsync(days, daysBefore.Replace("day 2026", "day 2025", StringComparison.Ordinal));
        Assert.Equal(AuditFaultKind.NotesDamaged, Assert.Single((await temp.VerifyAuditAsync()).Faults).Kind);
        await File.WriteAllTextAsync(days, daysBefore);
        File.Delete(newest);
        Assert.Contains((await temp.VerifyAuditAsync()).Faults, f => f.Kind == AuditFaultKind.NotesDamaged);
        // One of the two lines torn by a power cut is no fault: the other one stands.
        await File.WriteAllTextAsync(newest, newestBefore[..(newestBefore.Length / 2 + 20)]);
        Assert.True((await temp.VerifyAuditAsync()).IsSound);
    }

    [Fact]
    public Task Two_writers_at_once_make_one_chain_on_Sqlite() => TwoWritersAsync(null);

    [PostgresFact]
    public Task Two_writers_at_once_make_one_chain_on_Postgres() => TwoWritersAsync(server.NewDatabase());

    [PostgresFact]
    public async Task On_Postgres_what_was_written_is_found_as_it_was_and_a_change_is_found()
    {
        await using var temp = await FilledAsync(server.NewDatabase());
        Assert.True((await temp.VerifyAuditAsync()).IsSound);

        await temp.UseAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "StateMoves" SET "At" = "At" + interval '1 millisecond' WHERE "To" = 'Seen'"""));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => temp.UseAsync(db => db.AuditEntries.ExecuteDeleteAsync()));

        Assert.Equal(AuditFaultKind.RowAltered, Assert.Single((await temp.VerifyAuditAsync()).Faults).Kind);
    }

    [Fact]
    public async Task With_any_tool_a_link_is_neither_changed_nor_removed()
    {
        await using var temp = await FilledAsync(null);

        await Assert.ThrowsAsync<SqliteException>(() => temp.UseAsync(db => db.AuditEntries.ExecuteUpdateAsync(s => s.SetProperty(e => e.RowId, Guid.Empty))));
        await Assert.ThrowsAsync<SqliteException>(() => temp.UseAsync(db => db.AuditEntries.ExecuteDeleteAsync()));
        await Assert.ThrowsAsync<RuleBroken>(() => temp.UseAsync(async db =>
        {
            db.Remove(await db.AuditEntries.FirstAsync());
            await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_save_that_fails_or_is_rolled_back_leaves_no_link_and_the_next_one_follows()
    {
        await using var temp = await FilledAsync(null);
        var before = await temp.ReadAsync(db => db.AuditEntries.CountAsync());
        var taken = await temp.ReadAsync(db => db.Consents.AsNoTracking().SingleAsync());

        await temp.UseAsync(async db =>
        {
            var twice = Consent.Answer(taken.ReturneeId, 1, Purpose.Mentor, null, false, new ConsentAct(TempDb.Now, 1, ConsentWay.KioskCard, null, null, false, null), new DateOnly(2027, 11, 23));
            db.Consents.Add(twice);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.Entry(twice).State = EntityState.Detached;
            await using (await db.Database.BeginTransactionAsync())
            {
                db.StateMoves.Add(Move("Accepted"));
                await db.SaveChangesAsync();
            }

            db.ChangeTracker.Clear();
            db.StateMoves.Add(Move("Declined"));
            await db.SaveChangesAsync();
        });

        Assert.Equal(before + 1, await temp.ReadAsync(db => db.AuditEntries.CountAsync()));
        Assert.True((await temp.VerifyAuditAsync()).IsSound);
    }

    [Fact]
    public async Task A_database_of_an_earlier_version_gets_its_chain_at_the_first_start_and_never_a_second_time()
    {
        await using var temp = await FilledAsync(null);
        WithFile(temp, "DELETE FROM \"AuditEntries\"");
        var begin = () => temp.UseAsync(db => new BeginAudit(db, temp.Heads, TimeProvider.System).RunAsync(CancellationToken.None));
        await begin();
        Assert.Equal(AuditFaultKind.TailCut, (await temp.VerifyAuditAsync()).Faults[0].Kind);
        File.Delete(Path.Combine(temp.KeyFolder, AuditHeads.NewestName));
        File.Delete(Path.Combine(temp.KeyFolder, AuditHeads.DaysName));

        await begin();

        var finding = await temp.VerifyAuditAsync();
        Assert.True(finding.IsSound);
        Assert.Equal((7, 7), (finding.Links, finding.Rows));
        Assert.Single(temp.Heads.Read().TakenOn);
    }

    [Fact]
    public async Task Every_append_only_table_is_in_the_chain_with_columns_it_can_write()
    {
        await using var temp = await TempDb.OpenAsync();
        await temp.UseAsync(db =>
        {
            var kept = db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(IAppendOnly))).Except([typeof(AuditEntry), typeof(ReadingPerson)]);
            Assert.Equal(kept.Select(t => t.Name).Order(), AuditChain.Tables.Select(t => t.Name).Order());
            foreach (var type in AuditChain.Tables.Select(t => t.Type))
            {
                foreach (var property in db.Model.FindEntityType(type)!.GetProperties().Where(p => !p.IsShadowProperty()))
                {
                    var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                    object value = clr == typeof(string) ? "" : clr == typeof(byte[]) ? Array.Empty<byte>() : Activator.CreateInstance(clr)!;
                    Assert.NotNull(AuditChain.Text(value));
                }
            }

            return Task.CompletedTask;
        });
    }

    private static async Task TwoWritersAsync(string? postgres)
    {
        await using var temp = await TempDb.OpenAsync(postgres);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; n < 25; n++)
            {
                await temp.UseAsync(async db =>
                {
                    db.StateMoves.AddRange(Move($"W{writer}"), Move("Both"));
                    await db.SaveChangesAsync();
                });
            }
        })));

        var finding = await temp.VerifyAuditAsync();
        Assert.True(finding.IsSound);
        Assert.Equal((200, 200, 200), (finding.Links, finding.Rows, finding.End!.Sequence));
    }

    /// <summary>Seven rows: a consent, two readings of two and one person, three moves and an employment state.</summary>
    private static async Task<TempDb> FilledAsync(string? postgres)
    {
        var temp = await TempDb.OpenAsync(postgres);
        var (thom, other) = (await temp.AddPersonAsync("Vũ Thị Thơm"), await temp.AddPersonAsync("Đỗ Văn Khải"));
        await SaveAsync(Consent.Answer(thom, 1, Purpose.Matching, null, false, new ConsentAct(TempDb.Now, 1, ConsentWay.KioskCard, null, null, false, null), new DateOnly(2027, 11, 23)));
        await SaveAsync(new Reading(TempDb.Now, ReadingKind.Listed, Actor.System, "Công an phường Kiến An", "Returnees/Index", [thom, other]));
        await SaveAsync(new Reading(TempDb.Now, ReadingKind.Opened, Actor.System, null, "Returnees/Show", [thom]));
        await SaveAsync(Move("Sent"));
        await SaveAsync(Move("Seen"));
        await SaveAsync(Move("Accepted"), new EmploymentState(thom, TempDb.KienAn, new DateOnly(2026, 11, 23), WorkState.Stable, StateSource.Officer, null, TempDb.Now));
        return temp;

        Task SaveAsync(params object[] rows) => temp.UseAsync(async db =>
        {
            db.AddRange(rows);
            await db.SaveChangesAsync();
        });
    }

    private static StateMove Move(string to) => new("Referral", Guid.NewGuid(), "Prepared", to, TempDb.Now.AddTicks(1234), Actor.System);

    /// <summary>As somebody would who holds the file: without the service, and without its triggers.</summary>
    private static void WithFile(TempDb temp, string sql)
    {
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={temp.Storage.SqlitePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys=OFF; DROP TRIGGER IF EXISTS consents_never_changed; DROP TRIGGER IF EXISTS consents_never_removed; DROP TRIGGER IF EXISTS audit_never_changed; DROP TRIGGER IF EXISTS audit_never_removed; " + sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    /// <summary>The first move is taken out and the whole chain written again over what is left, under the given keys.</summary>
    private static async Task MakeAnewAsync(TempDb temp, KeyRing keys)
    {
        WithFile(temp, """DELETE FROM "StateMoves" WHERE "To" IN ('Sent', 'Seen') AND "To" = (SELECT min("To") FROM "StateMoves" WHERE "To" <> 'Accepted'); DELETE FROM "AuditEntries" """);
        await using var db = DesignTime.Sqlite($"Data Source={temp.Storage.SqlitePath};Pooling=False", keys);
        await AuditChain.AppendAsync(db, [.. (await db.StateMoves.AsNoTracking().ToListAsync()).Cast<object>(), .. await db.Consents.AsNoTracking().ToListAsync(), .. await db.Readings.AsNoTracking().Include(r => r.People).ToListAsync(), .. await db.EmploymentStates.AsNoTracking().ToListAsync()], default);
        await db.SaveChangesAsync();
        // As many links as were noted, so that the end is not simply missing.
        while (await db.AuditEntries.CountAsync() < 9)
        {
            db.StateMoves.Add(Move("Put in"));
            await db.SaveChangesAsync();
        }
    }
}
