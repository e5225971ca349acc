using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Openings;

/// <summary>Submits a draft for review: its employer must be approved, nothing missing, and no wording that demands a record.</summary>
public sealed class SubmitOpening(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        var opening = await db.OwnOpeningAsync(id, user, ct);
        await db.RequireApprovedAsync(opening.EmployerId, ct);
        opening.RequireComplete(clock.Today());
        opening.Submit(user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}
