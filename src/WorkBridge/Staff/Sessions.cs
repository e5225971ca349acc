using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Staff;

public static class Sessions
{
    /// <summary>Ends every open session of an account with the next save.</summary>
    public static async Task EndSessionsAsync(this WorkBridgeDb db, Guid accountId, DateTime now, CancellationToken ct)
    {
        foreach (var session in await db.SignInSessions.Where(s => s.AccountId == accountId && s.EndedAt == null).ToListAsync(ct))
            session.End(now);
    }
}

/// <summary>Ends one session of an account, or all when none is named. Whoever holds a copy of the cookie is out with the next request.</summary>
public sealed class EndSessions(WorkBridgeDb db, TimeProvider clock)
{
    public async Task RunAsync(Guid accountId, Guid? sessionId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var open = await db.SignInSessions.Where(s => s.AccountId == accountId && s.EndedAt == null && (sessionId == null || s.Id == sessionId)).ToListAsync(ct);
        foreach (var session in open)
            session.End(now);
        await db.SaveChangesAsync(ct);
    }
}
