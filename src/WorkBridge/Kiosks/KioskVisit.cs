namespace WorkBridge.Kiosks;

public enum VisitWay
{
    Card,
    OpenedByOfficer,
    Slip,
}

/// <summary>One person's time at one device: kept on the server, ended by leaving, by the idle clock or by a revocation.</summary>
public sealed class KioskVisit
{
    private KioskVisit()
    {
    }

    public KioskVisit(Guid deviceId, Guid returneeId, VisitWay way, Guid? officerId, byte[] keyHash, DateTime now)
    {
        DeviceId = deviceId;
        ReturneeId = returneeId;
        Way = way;
        OfficerId = officerId;
        KeyHash = keyHash;
        StartedAt = now;
        LastSeenAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid DeviceId { get; private set; }

    public Guid ReturneeId { get; private set; }

    public VisitWay Way { get; private set; }

    public Guid? OfficerId { get; private set; }

    public byte[] KeyHash { get; private set; } = [];

    /// <summary>The slip that ties the answers of this visit together, once there is one.</summary>
    public Guid? ReceiptId { get; private set; }

    public DateTime StartedAt { get; private set; }

    public DateTime LastSeenAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public bool IsOpen(DateTime now, TimeSpan idle) => EndedAt is null && now - LastSeenAt < idle;

    public void Seen(DateTime now) => LastSeenAt = now;

    public void Receives(Guid receiptId) => ReceiptId = receiptId;

    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>A one-time code by which an officer opens a person's part from the desk and then steps back.</summary>
public sealed class DeskOpening
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private DeskOpening()
    {
    }

    public DeskOpening(Guid returneeId, string communeCode, Guid officerId, byte[] codeHash, DateTime now)
    {
        ReturneeId = returneeId;
        CommuneCode = communeCode;
        OfficerId = officerId;
        CodeHash = codeHash;
        ExpiresAt = now + Lasts;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReturneeId { get; private set; }

    public string CommuneCode { get; private set; } = "";

    public Guid OfficerId { get; private set; }

    public byte[] CodeHash { get; private set; } = [];

    public DateTime ExpiresAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public int Version { get; private set; }

    public void Use(DateTime now)
    {
        if (UsedAt is not null || now >= ExpiresAt)
            throw new RuleBroken(Rule.CodeWrong);
        UsedAt = now;
        Version++;
    }
}
