using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WorkBridge.Audit;
using WorkBridge.Communes;
using WorkBridge.Data;
using WorkBridge.Returnees;

namespace WorkBridge.Tests.Data;

/// <summary>A real database in a folder of its own, with keys beside it, wired as the service wires it. Only the clock is ours.</summary>
internal sealed class TempDb : IAsyncDisposable
{
    public const string Secret = "a secret of the tests alone";
    public const string KienAn = "11443";
    public static readonly DateTime Now = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);

    private readonly ServiceProvider services;

    private TempDb(string folder, Storage storage, KeyRing keys)
    {
        Folder = folder;
        Storage = storage;
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(Now)))
            .AddSingleton(keys)
            .AddWorkBridgeData(storage)
            .BuildServiceProvider();
        Heads = new AuditHeads(KeyFolder, keys);
        services.GetRequiredService<AfterCommit>().NoteAudit = link => Heads.Note(new AuditMark(link.Sequence, link.Mac), Clock.DayOf(Now));
    }

    public AuditHeads Heads { get; }

    public string Folder { get; }

    public Storage Storage { get; }

    public string KeyFolder => KeysIn(Folder);

    public static string KeysIn(string folder) => Path.Combine(folder, "keys");

    public static string NewFolder() => Directory.CreateTempSubdirectory("workbridge-db-").FullName;

    /// <param name="postgres">A connection string; null for SQLite in the folder.</param>
    /// <param name="folder">A folder to open again; null for a new one.</param>
    public static async Task<TempDb> OpenAsync(string? postgres = null, string? folder = null)
    {
        folder ??= NewFolder();
        var storage = new Storage(Path.Combine(folder, "data"), postgres);
        var opened = new TempDb(folder, storage, KeyRing.Open(KeysIn(folder), Secret));
        await opened.UseAsync(db => SchemaUpdate.RunAsync(db, storage));
        return opened;
    }

    public async Task<T> ReadAsync<T>(Func<WorkBridgeDb, Task<T>> look)
    {
        await using var scope = services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<WorkBridgeDb>());
    }

    public Task UseAsync(Func<WorkBridgeDb, Task> act) => ReadAsync(async db =>
    {
        await act(db);
        return 0;
    });

    public Task<AuditFinding> VerifyAuditAsync() => ReadAsync(db => new VerifyAudit(db, Heads, new AuditState(), TimeProvider.System).FindAsync(CancellationToken.None));

    /// <summary>Somebody invented, of a real ward.</summary>
    public async Task<Guid> AddPersonAsync(string name)
    {
        var person = Returnee.Register(KienAn, new PersonalDetails { Name = name, BirthYear = 1992, Sex = Sex.Female, Phone = "+84900000001" }, Now);
        await UseAsync(async db =>
        {
            if (!await db.Communes.AnyAsync(c => c.Code == KienAn))
                db.Communes.Add(new Commune(KienAn, "Phường Kiến An", CommuneKind.Ward, "31", "Hải Phòng", new DateOnly(2025, 7, 1)));
            db.Returnees.Add(person);
            await db.SaveChangesAsync();
        });
        return person.Id;
    }

    public Task<string> NameOfAsync(Guid id) => ReadAsync(async db => (await db.Returnees.SingleAsync(r => r.Id == id)).Details.Name);

    /// <summary>Closes every connection and keeps the folder.</summary>
    public async Task CloseAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
