using System.Buffers.Text;
using System.Security.Cryptography;

namespace WorkBridge.Staff;

public enum SignInStepKind
{
    /// <summary>The password was right; the code is still to come.</summary>
    Code,

    /// <summary>A passkey was asked for at the door.</summary>
    PasskeySignIn,

    /// <summary>A passkey is being added by somebody signed in.</summary>
    PasskeyRegistration,

    /// <summary>The link by which the first administrator is made.</summary>
    FirstAdministrator,
}

/// <summary>
/// Something begun that may be finished once and soon. The key is held by the one who began; only its digest is here.
/// <see cref="Version"/> is a concurrency token, so that two requests cannot both finish it.
/// </summary>
public sealed class SignInStep
{
    public static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan PasskeyLasts = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan FirstAdministratorLasts = TimeSpan.FromHours(24);

    private SignInStep()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public byte[] KeyHash { get; private set; } = [];

    public SignInStepKind Kind { get; private set; }

    public Guid? AccountId { get; private set; }

    /// <summary>What the finishing needs: a passkey challenge.</summary>
    public string? State { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? TakenAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Begins a step; the key goes to whoever may finish it and is kept nowhere here.</summary>
    public static (SignInStep Step, string Key) Begin(SignInStepKind kind, Guid? accountId, string? state, DateTime now, TimeSpan lasts)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new SignInStep { Kind = kind, AccountId = accountId, State = state, CreatedAt = now, ExpiresAt = now + lasts, KeyHash = Hash(key) }, key);
    }

    public static byte[] Hash(string key) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));

    public bool IsOpen(DateTime now) => TakenAt is null && now < ExpiresAt;

    /// <exception cref="RuleBroken">It was taken before, or its time is over.</exception>
    public void Take(DateTime now)
    {
        if (!IsOpen(now))
            throw new RuleBroken(TakenAt is null ? Rule.LinkExpired : Rule.LinkSpent);
        TakenAt = now;
        State = null;
        Version++;
    }
}
