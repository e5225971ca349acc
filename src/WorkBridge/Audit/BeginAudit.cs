using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Audit;

/// <summary>
/// At every start, before anybody is answered. Where the audit has no chain yet (a database of an earlier version), the rows that are there
/// get their links; where nothing is noted outside the database (a new node, a new folder of keys), the chain is taken as it is, which
/// stays to be read in the notes. Where an end was noted and the chain is not there, nothing is mended: <see cref="VerifyAudit"/> tells.
/// </summary>
public sealed class BeginAudit(WorkBridgeDb db, AuditHeads heads, TimeProvider clock)
{
    private const int Batch = 1000;

    public async Task RunAsync(CancellationToken ct)
    {
        if (heads.Read().Newest is not null)
            return;
        if (await AuditChain.LastAsync(db, ct) is null)
        {
            foreach (var table in AuditChain.Tables)
                await LinkAsync(table, ct);
        }

        if (await AuditChain.LastAsync(db, ct) is { } last)
            heads.Take(new AuditMark(last.Sequence, last.Mac), clock.Today());
    }

    private async Task LinkAsync(AuditedTable table, CancellationToken ct)
    {
        foreach (var ids in (await table.IdsAsync(db, ct)).Chunk(Batch))
        {
            var rows = await table.ReadAsync(db, ids, ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await AuditChain.AppendAsync(db, rows.Values, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
