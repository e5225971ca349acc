namespace WorkBridge.Kiosks;

/// <summary>A touch screen that an officer enrolled with a one-time code; it can be revoked at once.</summary>
public sealed class KioskDevice
{
    public const int NameLength = 60;
    public static readonly TimeSpan EnrolmentLasts = TimeSpan.FromMinutes(30);

    private KioskDevice()
    {
    }

    public KioskDevice(string communeCode, string name, byte[] enrolmentHash, Guid createdById, DateTime now)
    {
        CommuneCode = communeCode;
        Name = name;
        EnrolmentHash = enrolmentHash;
        EnrolmentEndsAt = now + EnrolmentLasts;
        CreatedById = createdById;
        CreatedAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string CommuneCode { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Guid CreatedById { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public byte[]? EnrolmentHash { get; private set; }

    public DateTime EnrolmentEndsAt { get; private set; }

    /// <summary>SHA-256 of the token in the device's cookie.</summary>
    public byte[]? TokenHash { get; private set; }

    public DateTime? EnrolledAt { get; private set; }

    public DateTime? LastSeenAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsEnrolled => TokenHash is not null && RevokedAt is null;

    public void Enrol(byte[] tokenHash, DateTime now)
    {
        if (EnrolmentHash is null || RevokedAt is not null)
            throw new RuleBroken(Rule.CodeWrong);
        if (now >= EnrolmentEndsAt)
            throw new RuleBroken(Rule.LinkExpired);
        EnrolmentHash = null;
        TokenHash = tokenHash;
        EnrolledAt = now;
        Version++;
    }

    public void Revoke(DateTime now)
    {
        RevokedAt ??= now;
        TokenHash = null;
        EnrolmentHash = null;
        Version++;
    }

    public void Seen(DateTime now) => LastSeenAt = now;
}
