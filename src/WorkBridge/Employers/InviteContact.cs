using Microsoft.AspNetCore.Identity;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Employers;

/// <summary>A contact (or an officer of the commune) invites another contact of the same employer, who chooses a password from the mail.</summary>
public sealed class InviteContact(WorkBridgeDb db, UserManager<Account> accounts, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid employerId, string name, string email, CancellationToken ct)
    {
        var employer = await db.OwnEmployerAsync(employerId, user, ct);
        if (employer.State is EmployerState.Refused or EmployerState.Suspended)
            throw new RuleBroken(Rule.EmployerNotApproved);
        var account = Account.ForContact(email, name, employer.Id);
        db.Invite(account, clock.UtcNow());
        ContactAccounts.Check(await accounts.CreateAsync(account));
    }
}
