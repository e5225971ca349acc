using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Employers;

/// <summary>A contact (or an officer of the commune) invites another contact of the same employer, who chooses a password from the mail.</summary>
public sealed class InviteContact(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid employerId, string name, string email, CancellationToken ct)
    {
        var employer = await db.OwnEmployerAsync(employerId, user, ct);
        if (employer.State is EmployerState.Refused or EmployerState.Suspended)
            throw new RuleBroken(Rule.EmployerNotApproved);
        await db.RequireFreeAddressAsync(email, ct);
        var account = Account.ForContact(email, name, employer.Id);
        db.Users.Add(account);
        db.Outbox.Add(Invitations.For(account, clock.UtcNow()));
        await db.SaveChangesAsync(ct);
    }
}
