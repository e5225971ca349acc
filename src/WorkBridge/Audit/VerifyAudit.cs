using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Audit;

public enum AuditFaultKind
{
    /// <summary>A link is not as it was written, was put in, or stands in another place.</summary>
    LinkAltered,

    /// <summary>A sequence number is missing.</summary>
    LinkMissing,

    /// <summary>A row is not as it was when its link was written.</summary>
    RowAltered,

    /// <summary>A row is gone, and no erasure took it.</summary>
    RowRemoved,

    /// <summary>A row has no link, or is there again after an erasure took it.</summary>
    RowPutIn,

    /// <summary>The chain ends before the end that was noted outside the database.</summary>
    TailCut,

    /// <summary>The chain says something else at a place that was noted outside the database: it was made anew.</summary>
    ChainMadeAnew,

    /// <summary>What was noted outside the database is not as it was written.</summary>
    NotesDamaged,
}

/// <summary>Something about the audit that is not as the service left it. It names rows by their random ids and nobody.</summary>
public sealed record AuditFault(AuditFaultKind Kind, long? Sequence, string? Table = null, Guid? RowId = null);

/// <summary>What was found.</summary>
/// <param name="Links">How many links were read.</param>
/// <param name="Rows">How many rows were compared with theirs.</param>
/// <param name="End">The newest link; null in an empty chain.</param>
/// <param name="FaultCount">All of them.</param>
/// <param name="Faults">The first of them.</param>
public sealed record AuditFinding(long Links, long Rows, AuditMark? End, long FaultCount, IReadOnlyList<AuditFault> Faults)
{
    public bool IsSound => FaultCount == 0;
}

/// <summary>
/// Goes through the whole audit chain and every row that has a link in it, while the service may be running: it reads the database as it
/// was at one instant, and the notes outside it as they were before that.
/// </summary>
public sealed class VerifyAudit(WorkBridgeDb db, AuditHeads heads, AuditState state, TimeProvider clock)
{
    private const int FaultsNamed = 50;

    private readonly List<AuditFault> faults = [];
    private long faultCount;

    /// <summary>The nightly job.</summary>
    /// <returns>How many faults there are.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var finding = await FindAsync(ct);
        state.Last = new(clock.UtcNow(), finding);
        return (int)Math.Min(int.MaxValue, finding.FaultCount);
    }

    public async Task<AuditFinding> FindAsync(CancellationToken ct)
    {
        var notes = heads.Read();
        if (notes.Damaged)
            Add(new(AuditFaultKind.NotesDamaged, null));
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var snapshot = await SnapshotAsync(ct);
            var (links, end) = await ChainAsync(notes, ct);
            if (links > 0 && notes.Newest is null)
                Add(new(AuditFaultKind.NotesDamaged, null));
            long rows = 0;
            foreach (var table in AuditChain.Tables)
                rows += await RowsAsync(table, ct);
            return new(links, rows, end, faultCount, faults);
        }
        finally
        {
            await db.Database.UseTransactionAsync(null, ct);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>One instant for all that is read, holding up nobody who writes.</summary>
    private async Task<System.Data.Common.DbTransaction> SnapshotAsync(CancellationToken ct)
    {
        var connection = db.Database.GetDbConnection();
        var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await db.Database.UseTransactionAsync(transaction, ct);
        return transaction;
    }

    private async Task<(long Links, AuditMark? End)> ChainAsync(AuditNotes notes, CancellationToken ct)
    {
        var keys = AuditChain.KeysOf(db);
        var noted = new Dictionary<long, AuditMark>();
        foreach (var mark in notes.Newest is { } newest ? notes.Marks.Append(newest) : notes.Marks)
            noted[mark.Sequence] = mark;
        long links = 0, last = 0;
        byte[] mac = [];
        await foreach (var link in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            links++;
            if (link.Sequence != last + 1)
                Add(new(AuditFaultKind.LinkMissing, last + 1));
            if (!CryptographicOperations.FixedTimeEquals(link.Mac, AuditChain.Mac(keys, mac, link.Sequence, link.Table, link.RowId, link.Act, link.Digest)))
                Add(new(AuditFaultKind.LinkAltered, link.Sequence, link.Table, link.RowId));
            if (noted.Remove(link.Sequence, out var mark) && !CryptographicOperations.FixedTimeEquals(mark.Mac, link.Mac))
                Add(new(AuditFaultKind.ChainMadeAnew, link.Sequence));
            (last, mac) = (link.Sequence, link.Mac);
        }

        // What is noted and was not met lies beyond the end, or in a gap that was told already.
        if (noted.Keys.Where(n => n > last).DefaultIfEmpty(0).Max() is > 0 and var beyond)
            Add(new(AuditFaultKind.TailCut, beyond));
        return (links, last == 0 ? null : new AuditMark(last, mac));
    }

    private async Task<long> RowsAsync(AuditedTable table, CancellationToken ct)
    {
        // Half of each digest: what is kept for a million rows fits into memory, and 128 bits under a key are enough to tell a change.
        var expected = new Dictionary<Guid, (UInt128 Digest, long Sequence)>();
        await foreach (var link in db.AuditEntries.AsNoTracking().Where(e => e.Table == table.Name).OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (link.Act == AuditAct.Removed)
                expected.Remove(link.RowId);
            else
                expected[link.RowId] = (Half(link.Digest), link.Sequence);
        }

        long rows = 0;
        await foreach (var row in table.AllAsync(db).WithCancellation(ct))
        {
            rows++;
            var id = table.IdOf(db, row);
            if (!expected.Remove(id, out var link))
                Add(new(AuditFaultKind.RowPutIn, null, table.Name, id));
            else if (link.Digest != Half(AuditChain.Digest(db, row)))
                Add(new(AuditFaultKind.RowAltered, link.Sequence, table.Name, id));
        }

        foreach (var (id, link) in expected)
            Add(new(AuditFaultKind.RowRemoved, link.Sequence, table.Name, id));
        return rows;
    }

    private static UInt128 Half(byte[] digest) => digest.Length >= 16 ? MemoryMarshal.Read<UInt128>(digest) : 0;

    private void Add(AuditFault fault)
    {
        faultCount++;
        if (faults.Count < FaultsNamed)
            faults.Add(fault);
    }
}

/// <summary>What the last look through the audit on this node found, for the administrator's page; null until one was made since the start.</summary>
public sealed class AuditState
{
    public (DateTime At, AuditFinding Finding)? Last { get; set; }
}
