using WorkBridge.Data;

namespace WorkBridge.Files;

public enum ImportKind
{
    Openings,
    People,
}

/// <summary>A file between its preview and its saving, with what was chosen on screen so far.</summary>
public sealed record PendingContent
{
    public string FileName { get; init; } = "";

    public byte[] File { get; init; } = [];

    /// <summary>The page's own choices (columns, values), by name.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>
/// An upload kept for the account that sent it while its preview is read: sealed, on every node, across restarts, for one hour.
/// It is deleted when it is saved, given up, or too old.
/// </summary>
public sealed class PendingImport : Sealing<PendingContent>
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private PendingImport()
    {
    }

    public PendingImport(ImportKind kind, Guid accountId, string fileName, byte[] file, DateTime now)
    {
        Kind = kind;
        AccountId = accountId;
        ExpiresAt = now + Kept;
        Seal(new PendingContent { FileName = fileName, File = file });
    }

    protected override Guid SealId => Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public ImportKind Kind { get; private set; }

    public Guid AccountId { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public int Version { get; private set; }

    public PendingContent Content => Opened;

    public void Choose(IReadOnlyDictionary<string, string> choices)
    {
        Seal(Content with { Choices = choices });
        Version++;
    }
}
