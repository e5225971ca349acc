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

/// <summary>Four digits by which an officer opens a person's part at one screen from the desk, and then steps back.</summary>
public sealed class DeskOpening
{
    public const int TriesBeforeItDies = 3;
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private DeskOpening()
    {
    }

    public DeskOpening(Guid returneeId, Guid deviceId, Guid officerId, DateTime now)
    {
        ReturneeId = returneeId;
        DeviceId = deviceId;
        OfficerId = officerId;
        ExpiresAt = now + Lasts;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReturneeId { get; private set; }

    /// <summary>The one screen it opens at: four digits are enough only where nobody can try them elsewhere.</summary>
    public Guid DeviceId { get; private set; }

    public Guid OfficerId { get; private set; }

    public byte[] CodeHash { get; private set; } = [];

    public DateTime ExpiresAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public int FailedTries { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen(DateTime now) => UsedAt is null && now < ExpiresAt && FailedTries < TriesBeforeItDies;

    public void Keep(byte[] codeHash) => CodeHash = codeHash;

    public void Use(DateTime now)
    {
        if (!IsOpen(now))
            throw new RuleBroken(Rule.CodeWrong);
        UsedAt = now;
        Version++;
    }

    /// <summary>A wrong code: after the third it opens nothing any more, and the officer makes a new one.</summary>
    public void Missed()
    {
        FailedTries++;
        Version++;
    }

    /// <summary>Closed unused: another one took its place, or the person may not be helped any more.</summary>
    public void Close(DateTime now)
    {
        UsedAt ??= now;
        Version++;
    }
}
