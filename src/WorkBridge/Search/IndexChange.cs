namespace WorkBridge.Search;

public enum IndexKind
{
    Profile,
    Opening,
}

/// <summary>A committed change that the index must follow; the number orders changes, and the index keeps the last it has seen.</summary>
public sealed class IndexChange
{
    private IndexChange()
    {
    }

    public IndexChange(IndexKind kind, Guid entityId, DateTime at)
    {
        Kind = kind;
        EntityId = entityId;
        At = at;
    }

    public long Id { get; private set; }

    public IndexKind Kind { get; private set; }

    public Guid EntityId { get; private set; }

    public DateTime At { get; private set; }
}
