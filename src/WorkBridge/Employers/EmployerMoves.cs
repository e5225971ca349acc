using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Staff;

namespace WorkBridge.Employers;

/// <summary>Why an employer was refused or suspended: coded, kept with the move, told to the contact.</summary>
public enum RefusalReason
{
    CannotBeVerified,
    OutsideCommune,
    NotInBusiness,
    Registered,
    BrokenPromise,
}

/// <summary>Approves an employer of the user's communes (or province): from now on its openings may be submitted; its contacts are told.</summary>
public sealed class ApproveEmployer(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        var employer = await db.OwnEmployerAsync(id, user, ct);
        employer.Approve(user.Actor, clock.UtcNow());
        await db.TellContactsAsync(employer, MailKinds.EmployerApproved, clock.UtcNow(), ct);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Refuses an employer for a coded reason; its contacts are told whom to ring.</summary>
public sealed class RefuseEmployer(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, RefusalReason reason, CancellationToken ct)
    {
        var employer = await db.OwnEmployerAsync(id, user, ct);
        employer.Refuse(reason, user.Actor, clock.UtcNow());
        await db.TellContactsAsync(employer, MailKinds.EmployerRefused, clock.UtcNow(), ct);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Takes a refusal back: the employer waits for approval again.</summary>
public sealed class ReconsiderEmployer(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        var employer = await db.OwnEmployerAsync(id, user, ct);
        employer.Reconsider(user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Suspends an approved employer: its live openings are paused in the same save, and none can be submitted until it is approved again.</summary>
public sealed class SuspendEmployer(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, RefusalReason reason, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var employer = await db.OwnEmployerAsync(id, user, ct);
        employer.Suspend(reason, user.Actor, now);
        foreach (var opening in await db.Openings.Where(o => o.EmployerId == id && o.State == Openings.OpeningState.Live).ToListAsync(ct))
            opening.Pause(Actor.System, now);
        await db.SaveChangesAsync(ct);
    }
}
