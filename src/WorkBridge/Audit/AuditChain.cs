using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using WorkBridge.Data;

namespace WorkBridge.Audit;

/// <summary>
/// Who looked, every act of consent, every move of state, every follow-up, outcome, day of a register, end assessment (with its answer) and employment state: each such row has a link in
/// one chain, written in the row's own transaction. Two writers wait for one another: on SQLite anyway, on PostgreSQL by a lock that
/// lasts until the commit.
/// </summary>
internal static class AuditChain
{
    /// <summary>The tables whose rows have a link, with how a row is read whole.</summary>
    public static readonly IReadOnlyList<AuditedTable> Tables =
    [
        new AuditedTable<Reading>(rows => rows.Include(r => r.People)),
        new AuditedTable<Consents.Consent>(),
        new AuditedTable<StateMove>(),
        new AuditedTable<Returnees.EmploymentState>(),
        new AuditedTable<Placements.FollowUp>(),
        new AuditedTable<Placements.Outcome>(),
        new AuditedTable<Training.Attendance>(),
        new AuditedTable<Training.EndAssessment>(),
        new AuditedTable<Training.AssessmentAnswer>(),
        new AuditedTable<Erasures.Erasure>(),
    ];

    private static readonly Dictionary<Type, AuditedTable> ByType = Tables.ToDictionary(t => t.Type);

    /// <summary>The rows that the next save adds to audited tables.</summary>
    public static List<object> AddedTo(WorkBridgeDb db) =>
        [.. db.ChangeTracker.Entries<IAppendOnly>().Where(e => e.State == EntityState.Added && ByType.ContainsKey(e.Metadata.ClrType)).Select(e => e.Entity)];

    /// <summary>Adds links for rows that are about to be added. Runs in the transaction of the save.</summary>
    /// <returns>The newest link.</returns>
    public static async Task<AuditEntry> AppendAsync(WorkBridgeDb db, IReadOnlyCollection<object> added, CancellationToken ct) =>
        (await AppendAsync(db, added.Select(row => (Table: ByType[row.GetType()], Row: row)).Select(a => (a.Table.Name, a.Table.IdOf(db, a.Row), AuditAct.Added, Digest(db, a.Row))), ct))!;

    /// <summary>Adds links for rows that an erasure has just reduced or removed past the rule that they are never changed.</summary>
    /// <returns>The newest link; null when there was no row.</returns>
    public static async Task<AuditEntry?> RewrittenAsync(WorkBridgeDb db, IReadOnlyDictionary<Type, IReadOnlyCollection<Guid>> rows, CancellationToken ct)
    {
        var links = new List<(string, Guid, AuditAct, byte[])>();
        foreach (var (type, ids) in rows)
        {
            var table = ByType[type];
            var left = await table.ReadAsync(db, ids, ct);
            links.AddRange(ids.Order().Select(id => left.TryGetValue(id, out var row) ? (table.Name, id, AuditAct.Reduced, Digest(db, row)) : (table.Name, id, AuditAct.Removed, [])));
        }

        return await AppendAsync(db, links, ct);
    }

    /// <summary>Waits until no other transaction can add links; on SQLite whoever writes is alone.</summary>
    public static Task WaitForTurnAsync(WorkBridgeDb db, CancellationToken ct) =>
        db is PostgresDb ? db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(726002)", ct) : Task.CompletedTask;

    public static Task<AuditEntry?> LastAsync(WorkBridgeDb db, CancellationToken ct) =>
        db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(ct);

    /// <summary>What the link of <paramref name="sequence"/> must carry when it follows <paramref name="before"/> (empty for the first).</summary>
    public static byte[] Mac(KeyRing keys, byte[] before, long sequence, string table, Guid rowId, AuditAct act, byte[] digest)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        return keys.Mac("audit chain", [.. before, .. number, (byte)act, .. rowId.ToByteArray(bigEndian: true), .. digest, .. Encoding.UTF8.GetBytes(table)]);
    }

    /// <summary>
    /// A row as it is kept, whichever database keeps it: the properties that have a value, by name, each with its length, so that a
    /// column that a later version adds and leaves empty changes nothing. Instants count in microseconds, as PostgreSQL keeps them.
    /// </summary>
    public static byte[] Digest(WorkBridgeDb db, object row)
    {
        var text = new StringBuilder();
        foreach (var property in db.Model.FindEntityType(row.GetType())!.GetProperties().Where(p => !p.IsShadowProperty()).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            if (property.GetGetter().GetClrValue(row) is { } value)
                Write(text, property, Text(value));
        }

        if (row is Reading reading)
        {
            foreach (var id in reading.People.Select(p => p.ReturneeId).Order())
                text.Append(CultureInfo.InvariantCulture, $"person {id:N}\n");
        }

        return KeysOf(db).Mac("audit row", text.ToString());
    }

    public static KeyRing KeysOf(WorkBridgeDb db) => db.Keys ?? throw new InvalidOperationException("This context has no keys to write the audit with.");

    private static async Task<AuditEntry?> AppendAsync(WorkBridgeDb db, IEnumerable<(string Table, Guid RowId, AuditAct Act, byte[] Digest)> links, CancellationToken ct)
    {
        await WaitForTurnAsync(db, ct);
        var last = await LastAsync(db, ct);
        var (sequence, mac) = (last?.Sequence ?? 0, last?.Mac ?? []);
        AuditEntry? newest = null;
        foreach (var (table, rowId, act, digest) in links)
        {
            mac = Mac(KeysOf(db), mac, ++sequence, table, rowId, act, digest);
            db.AuditEntries.Add(newest = new AuditEntry(sequence, table, rowId, act, digest, mac));
        }

        return newest;
    }

    private static void Write(StringBuilder text, IReadOnlyProperty property, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{property.Name} {value.Length} {value}\n");

    internal static string Text(object value) => value switch
    {
        string text => text,
        DateTime at => (at.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        Guid id => id.ToString("N"),
        byte[] bytes => Convert.ToHexString(bytes),
        Enum or bool => value.ToString()!,
        int or long or short => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"The audit does not know how to write a {value.GetType().Name}."),
    };
}

/// <summary>A table whose rows have a link in the audit chain.</summary>
internal abstract class AuditedTable(Type type)
{
    public Type Type { get; } = type;

    public string Name => Type.Name;

    public Guid IdOf(WorkBridgeDb db, object row) => (Guid)db.Model.FindEntityType(Type)!.FindProperty("Id")!.GetGetter().GetClrValue(row)!;

    /// <summary>Every row that is there, one after the other.</summary>
    public abstract IAsyncEnumerable<object> AllAsync(WorkBridgeDb db);

    /// <summary>The ids of all rows, the oldest first.</summary>
    public abstract Task<List<Guid>> IdsAsync(WorkBridgeDb db, CancellationToken ct);

    public abstract Task<Dictionary<Guid, object>> ReadAsync(WorkBridgeDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

internal sealed class AuditedTable<T>(Func<IQueryable<T>, IQueryable<T>>? whole = null) : AuditedTable(typeof(T))
    where T : class, IAppendOnly
{
    public override IAsyncEnumerable<object> AllAsync(WorkBridgeDb db) => Rows(db).AsAsyncEnumerable();

    public override Task<List<Guid>> IdsAsync(WorkBridgeDb db, CancellationToken ct) => db.Set<T>().Select(r => EF.Property<Guid>(r, "Id")).OrderBy(id => id).ToListAsync(ct);

    public override async Task<Dictionary<Guid, object>> ReadAsync(WorkBridgeDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var found = new Dictionary<Guid, object>();
        foreach (var part in ids.Chunk(500))
        {
            foreach (var row in await Rows(db).Where(r => part.Contains(EF.Property<Guid>(r, "Id"))).ToListAsync(ct))
                found.Add(IdOf(db, row), row);
        }

        return found;
    }

    private IQueryable<T> Rows(WorkBridgeDb db)
    {
        var rows = db.Set<T>().AsNoTracking();
        return whole is null ? rows : whole(rows);
    }
}
