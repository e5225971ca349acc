namespace WorkBridge.Staff;

/// <summary>A sign-in kept on the server: signing out ends it, whoever holds a copy of the cookie.</summary>
public sealed class SignInSession
{
    private SignInSession()
    {
    }

    public SignInSession(byte[] keyHash, Guid accountId, byte[] ticket, DateTime now, DateTime expiresAt)
    {
        KeyHash = keyHash;
        AccountId = accountId;
        Ticket = ticket;
        CreatedAt = now;
        LastSeenAt = now;
        ExpiresAt = expiresAt;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the key in the cookie; the key itself is nowhere in the database.</summary>
    public byte[] KeyHash { get; private set; } = [];

    public Guid AccountId { get; private set; }

    /// <summary>Protected: how far the sign-in went, and the account's stamp at that moment.</summary>
    public byte[] Ticket { get; private set; } = [];

    public DateTime CreatedAt { get; private set; }

    public DateTime LastSeenAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public bool IsOpen(DateTime now) => EndedAt is null && now < ExpiresAt;

    public void End(DateTime now) => EndedAt ??= now;
}
