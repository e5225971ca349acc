namespace WorkBridge.Referrals;

/// <summary>
/// A link that answers one referral, or one step of the follow-ups of the work that came of it, and is never a sign-in. The token is derived from this row's id under a key kept
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

    /// <summary>The link of "is the person still with you?": it answers that step of that placement and not the referral.</summary>
    public OneTimeLink(Guid referralId, Guid placementId, int step, DateTime now, DateTime expiresAt)
        : this(referralId, now, expiresAt)
    {
        PlacementId = placementId;
        Step = step;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReferralId { get; private set; }

    public Referral Referral { get; private set; } = null!;

    /// <summary>The placement whose step it answers; null for the link of a referral.</summary>
    public Guid? PlacementId { get; private set; }

    /// <summary>The step of the follow-ups that it answers; null for the link of a referral.</summary>
    public int? Step { get; private set; }

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
