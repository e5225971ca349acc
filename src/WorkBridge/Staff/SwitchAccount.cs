using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Referrals;

namespace WorkBridge.Staff;

/// <summary>Switches an account off (its sessions end with it, and colleagues take over its open referrals) or on again. Never the last administrator who can sign in.</summary>
public sealed class SwitchAccount(WorkBridgeDb db, HandOver handOver, TimeProvider clock)
{
    public async Task RunAsync(Guid accountId, bool on, CancellationToken ct)
    {
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == accountId, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (on)
        {
            account.Enable();
        }
        else
        {
            await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, ct);
            if (account.Role == StaffRole.Administrator
                && !await db.Users.AnyAsync(a => a.Role == StaffRole.Administrator && !a.Disabled && a.PasswordHash != null && a.Id != accountId, ct))
                throw new RuleBroken(Rule.LastAdministrator);
            account.Disable();
            await db.EndSessionsAsync(accountId, clock.UtcNow(), ct);
            await db.SaveChangesAsync(ct);
            await handOver.RunAsync(accountId, null, ct);
            await transaction.CommitAsync(ct);
            return;
        }

        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Puts a colleague's name and office right, as people read it who ask who looked.</summary>
public sealed class RenameAccount(WorkBridgeDb db)
{
    public async Task RunAsync(Guid accountId, string displayName, string? unit, CancellationToken ct)
    {
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == accountId, ct) ?? throw new RuleBroken(Rule.NotFound);
        account.Rename(displayName, unit);
        await db.SaveChangesAsync(ct);
    }
}
