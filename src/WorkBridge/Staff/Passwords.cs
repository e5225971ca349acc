using Microsoft.AspNetCore.Identity;

namespace WorkBridge.Staff;

/// <summary>
/// Hashes and checks passwords, few at a time: a check costs about a fifth of a second of one core on purpose, and a
/// flood of sign-ins must not take the pages down with it. One for the process.
/// </summary>
public sealed class Passwords(IPasswordHasher<Account> hasher) : IDisposable
{
    /// <summary>PBKDF2-HMAC-SHA512 rounds (OWASP Password Storage Cheat Sheet: at least 210,000).</summary>
    public const int Rounds = 210_000;

    private const int MostWaiting = 24;
    private readonly SemaphoreSlim turns = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<(Account Nobody, string Hash)> dummy = new(() =>
    {
        var nobody = new Account();
        return (nobody, hasher.HashPassword(nobody, Guid.NewGuid().ToString()));
    });

    private int waiting;

    /// <summary>True when the password is the account's. Null for "nobody": the same work is done and the answer is false.</summary>
    /// <exception cref="RuleBroken">Too many are waiting; nothing was checked.</exception>
    public Task<bool> AreRightAsync(Account? account, string password, CancellationToken ct) => InTurnAsync(
        () =>
        {
            var (who, hash) = account?.PasswordHash is { } own ? (account, own) : dummy.Value;
            var right = hasher.VerifyHashedPassword(who, hash, PasswordRules.Composed(password)) != PasswordVerificationResult.Failed;
            return right && account?.PasswordHash is not null;
        },
        ct);

    /// <summary>The hash to keep.</summary>
    public Task<string> HashAsync(Account account, string password, CancellationToken ct) =>
        InTurnAsync(() => hasher.HashPassword(account, PasswordRules.Composed(password)), ct);

    public void Dispose() => turns.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken ct)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new RuleBroken(Rule.TooManyTries, words: SignInThrottle.Busy);
        }

        try
        {
            await turns.WaitAsync(ct);
            try
            {
                return await Task.Run(work, ct);
            }
            finally
            {
                turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}
