using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Email;

/// <summary>"Try again" of a dead mail: it is due now. Throws <see cref="RuleBroken"/> when it is not dead.</summary>
public sealed class ReviveMail(WorkBridgeDb db, AfterCommit after, TimeProvider clock)
{
    public async Task RunAsync(Guid mailId, CancellationToken ct)
    {
        var mail = await db.Outbox.SingleOrDefaultAsync(m => m.Id == mailId, ct) ?? throw new RuleBroken(Rule.NotFound);
        mail.Revive(clock.UtcNow());
        await db.SaveChangesAsync(ct);
        after.NudgeMail?.Invoke();
    }
}
