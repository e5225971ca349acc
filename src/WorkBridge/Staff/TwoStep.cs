using System.Security.Cryptography;
using WorkBridge.Data;

namespace WorkBridge.Staff;

/// <summary>The shared key of the authenticator app and the digests of the recovery codes that are left.</summary>
public sealed record TwoStepSecret
{
    public byte[] Key { get; init; } = [];

    public IReadOnlyList<string> RecoveryHashes { get; init; } = [];
}

/// <summary>The second step of one account's sign-in: codes of an app, and recovery codes on paper. Sealed like a personal field.</summary>
public sealed class TwoStep : Sealing<TwoStepSecret>
{
    public const int RecoveryCodes = 10;
    private const int RecoveryBytes = 10;
    private const int RecoveryGroup = 4;

    private TwoStep()
    {
    }

    public TwoStep(Guid accountId, DateTime now)
    {
        AccountId = accountId;
        StartedAt = now;
        Seal(new TwoStepSecret { Key = Totp.NewKey() });
    }

    protected override Guid SealId => AccountId;

    public Guid AccountId { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>Null until a first code proved that the app holds the key.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    public int Version { get; private set; }

    public byte[] Key => Opened.Key;

    public int RecoveryLeft => Opened.RecoveryHashes.Count;

    /// <summary>A code proved that the app holds the key. Returns the recovery codes, which are shown this once.</summary>
    public IReadOnlyList<string> Confirm(DateTime now)
    {
        ConfirmedAt = now;
        return NewRecoveryCodes();
    }

    /// <summary>Replaces the recovery codes; those printed before are worth nothing.</summary>
    public IReadOnlyList<string> NewRecoveryCodes()
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => Grouped(Totp.Text(RandomNumberGenerator.GetBytes(RecoveryBytes)))).ToList();
        Seal(Opened with { RecoveryHashes = codes.Select(Hash).ToList() });
        Version++;
        return codes;
    }

    /// <summary>Spends a recovery code; false when it is not one that is left.</summary>
    public bool TakeRecoveryCode(string typed)
    {
        var hash = Hash(typed);
        if (!Opened.RecoveryHashes.Contains(hash, StringComparer.Ordinal))
            return false;
        Seal(Opened with { RecoveryHashes = Opened.RecoveryHashes.Where(h => h != hash).ToList() });
        Version++;
        return true;
    }

    /// <summary>80 random bits need no slow hash. Blanks, dashes and case do not count.</summary>
    private static string Hash(string code) =>
        Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));

    private static string Grouped(string text) => string.Join('-', text.Chunk(RecoveryGroup).Select(c => new string(c)));
}
