namespace WorkBridge.Audit;

/// <summary>What happened to a row that is kept for ever.</summary>
public enum AuditAct
{
    Added,

    /// <summary>Somebody was erased: days became months, what was said went.</summary>
    Reduced,

    /// <summary>Somebody was erased: the row went with the person.</summary>
    Removed,
}

/// <summary>
/// One link of the audit chain: that a row of an append-only table was added, or reduced or removed by an erasure. It holds no
/// content: <see cref="Digest"/> is keyed, so that nothing can be guessed from it once the row is gone. <see cref="Mac"/> covers
/// this link and the one before, under a key outside the database: without the key no link can be altered, put in, left out or moved.
/// </summary>
public sealed class AuditEntry : IAppendOnly
{
    public const int TableLength = 40;

    private AuditEntry()
    {
    }

    internal AuditEntry(long sequence, string table, Guid rowId, AuditAct act, byte[] digest, byte[] mac)
    {
        Sequence = sequence;
        Table = table;
        RowId = rowId;
        Act = act;
        Digest = digest;
        Mac = mac;
    }

    /// <summary>1, 2, 3 … without a gap.</summary>
    public long Sequence { get; private set; }

    /// <summary>The kind of row, such as "Consent".</summary>
    public string Table { get; private set; } = "";

    public Guid RowId { get; private set; }

    public AuditAct Act { get; private set; }

    /// <summary>HMAC-SHA256 of the row as it is from here on; empty where it was removed.</summary>
    public byte[] Digest { get; private set; } = [];

    /// <summary>HMAC-SHA256 of this link and the one before.</summary>
    public byte[] Mac { get; private set; } = [];
}
