namespace WorkBridge.Kiosks;

/// <summary>A printed card: its code and PIN open the person's part of a kiosk. A new card kills the old one at once.</summary>
public sealed class PersonCard
{
    public const int TriesBeforeLock = 5;
    public static readonly TimeSpan LockLasts = TimeSpan.FromMinutes(15);

    private PersonCard()
    {
    }

    public PersonCard(Guid returneeId, byte[] codeHash, string pinHash, Guid issuedById, DateTime now)
    {
        ReturneeId = returneeId;
        CodeHash = codeHash;
        PinHash = pinHash;
        IssuedById = issuedById;
        IssuedAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReturneeId { get; private set; }

    public byte[] CodeHash { get; private set; } = [];

    public string PinHash { get; private set; } = "";

    public Guid IssuedById { get; private set; }

    public DateTime IssuedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public int FailedTries { get; private set; }

    public DateTime? LockedUntil { get; private set; }

    public int Version { get; private set; }

    public bool IsLocked(DateTime now) => LockedUntil > now;

    public void Failed(DateTime now)
    {
        FailedTries++;
        Version++;
        if (FailedTries < TriesBeforeLock)
            return;
        LockedUntil = now + LockLasts;
        FailedTries = 0;
    }

    public void Succeeded()
    {
        FailedTries = 0;
        LockedUntil = null;
        Version++;
    }

    public void Revoke(DateTime now)
    {
        RevokedAt ??= now;
        Version++;
    }
}
