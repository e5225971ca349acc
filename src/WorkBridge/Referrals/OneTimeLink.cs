namespace WorkBridge.Referrals;

/// <summary>
/// A link that answers one referral and is never a sign-in. The token is derived from this row's id under a key kept
/// outside the database, so that a mail can be written again after a crash while only its digest is stored.
/// </summary>
public sealed class OneTimeLink
{
    private OneTimeLink()
    {
    }

    public OneTimeLink(Guid referralId, DateTime now, DateTime expiresAt)
    {
        ReferralId = referralId;
        CreatedAt = now;
        ExpiresAt = expiresAt;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReferralId { get; private set; }

    public Referral Referral { get; private set; } = null!;

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen(DateTime now) => RevokedAt is null && now < ExpiresAt;

    public void Keep(byte[] tokenHash) => TokenHash = tokenHash;

    /// <summary>Moves the end to a later instant; never to an earlier one.</summary>
    public void ExtendTo(DateTime expiresAt)
    {
        if (expiresAt <= ExpiresAt)
            return;
        ExpiresAt = expiresAt;
        Version++;
    }

    public void Revoke(DateTime now)
    {
        RevokedAt ??= now;
        Version++;
    }
}
