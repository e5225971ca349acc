using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Web.SignIn;

/// <summary>
/// Sessions as rows. The cookie holds a random key, the row its digest; every request asks the row, and nothing is cached, so
/// that a session that was ended is refused with the next request on every node.
/// </summary>
public sealed class SessionStore(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Sessions end after this long without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);

    /// <summary>Sessions end after this long in any case.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const int KeyBytes = 32;
    private const string LimitedMark = "limited ";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);
    private readonly IDataProtector protector = protection.CreateProtector("WorkBridge.SignInSession");

    /// <summary>Begins a session and returns its key, which is kept nowhere here.</summary>
    public async Task<string> BeginAsync(Account account, bool limited)
    {
        var now = clock.UtcNow();
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        var ticket = protector.Protect(Encoding.UTF8.GetBytes((limited ? LimitedMark : "") + account.SecurityStamp));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkBridgeDb>();
        db.SignInSessions.Add(new SignInSession(SignInStep.Hash(key), account.Id, ticket, now, now + Idle));
        await db.SaveChangesAsync();
        return key;
    }

    /// <summary>Who is signed in under this key; null when nobody is, any more.</summary>
    public async Task<ClaimsPrincipal?> FindAsync(string key, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var hash = SignInStep.Hash(key);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkBridgeDb>();
        var found = await db.SignInSessions.AsNoTracking().Where(s => s.KeyHash == hash)
            .Join(db.Users, s => s.AccountId, a => a.Id, (s, a) => new { Session = s, Account = a, Codes = db.AccountCommunes.Where(c => c.AccountId == a.Id).Select(c => c.CommuneCode).ToList() })
            .SingleOrDefaultAsync(ct);
        if (found is null || !found.Session.IsOpen(now) || now - found.Session.CreatedAt >= Longest || found.Account.Disabled)
            return null;
        var ticket = Open(found.Session.Ticket);
        var limited = ticket?.StartsWith(LimitedMark, StringComparison.Ordinal) == true;
        if (ticket is null || ticket[(limited ? LimitedMark.Length : 0)..] != found.Account.SecurityStamp)
            return null;

        if (now - found.Session.LastSeenAt >= SeenEvery)
            await SeenAsync(db, found.Session.Id, now, ct);
        return SessionClaims.Of(found.Account, found.Codes, found.Session.Id, limited);
    }

    public async Task EndAsync(string key)
    {
        var hash = SignInStep.Hash(key);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkBridgeDb>();
        if (await db.SignInSessions.SingleOrDefaultAsync(s => s.KeyHash == hash) is not { } session)
            return;
        session.End(clock.UtcNow());
        await db.SaveChangesAsync();
    }

    /// <summary>Written once a minute at most, and never to a session that has been ended meanwhile.</summary>
    private static Task<int> SeenAsync(WorkBridgeDb db, Guid sessionId, DateTime now, CancellationToken ct)
    {
        var until = now + Idle;
        return db.SignInSessions.Where(s => s.Id == sessionId && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now).SetProperty(x => x.ExpiresAt, until), ct);
    }

    private string? Open(byte[] ticket)
    {
        try
        {
            return Encoding.UTF8.GetString(protector.Unprotect(ticket));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
