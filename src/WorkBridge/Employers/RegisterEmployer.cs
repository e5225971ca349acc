using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Employers;

/// <summary>
/// Registers an employer with the account of its first contact, both or neither. It waits for an officer of its commune. A
/// tax code that is registered already is refused with the way to join (<see cref="WaysToJoin"/>). Without a password (an
/// officer registers for somebody) the contact is invited by mail to choose one. Answers the employer's id.
/// </summary>
public sealed class RegisterEmployer(WorkBridgeDb db, Passwords passwords, CurrentUser user, TimeProvider clock)
{
    public async Task<Guid> RunAsync(Registration said, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var by = user.Role is null ? new Actor(ActorKind.Employer, null) : user.Actor;
        var employer = Employer.Register(said.Name, said.Kind, said.TaxCode, said.CommuneCode, said.Address, said.Phone, said.ContactEmail, now, by);
        employer.Speak(said.Language);
        employer.TellSize(said.Size);
        await RefuseTakenAsync(employer.TaxCode, said.ContactEmail, ct);
        if (!await db.Communes.AnyAsync(c => c.Code == said.CommuneCode && c.Active, ct))
            throw new RuleBroken(Rule.NotFound, nameof(said.CommuneCode), new("Chọn xã, phường nơi đơn vị đặt trụ sở.", "Choose the commune where the employer is seated."));

        var account = Account.ForContact(said.ContactEmail, said.ContactName, employer.Id);
        if (said.Password is { } password)
        {
            PasswordRules.Check(password, nameof(said.Password), said.ContactName, said.ContactEmail, said.Name);
            account.TakePassword(await passwords.HashAsync(account, password, ct));
        }
        else
            db.Outbox.Add(Invitations.For(account, now));

        db.Employers.Add(employer);
        db.Users.Add(account);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            await RefuseTakenAsync(employer.TaxCode, said.ContactEmail, ct); // lost the race for a unique key
            throw;
        }

        return employer.Id;
    }

    private async Task RefuseTakenAsync(string taxCode, string email, CancellationToken ct)
    {
        var taken = await db.Employers.Where(e => e.TaxCode == taxCode).Select(e => new { e.Id, e.Name, e.CommuneCode }).FirstOrDefaultAsync(ct);
        if (taken is not null)
        {
            var contact = await db.ContactsOf(taken.Id).Select(a => a.DisplayName).FirstOrDefaultAsync(ct);
            var office = await db.Communes.Where(c => c.Code == taken.CommuneCode).Select(c => new { c.Name, c.Phone }).FirstAsync(ct);
            throw new RuleBroken(Rule.TaxCodeTaken, nameof(Registration.TaxCode), WaysToJoin.Say(taken.Name, contact, office.Name, office.Phone));
        }

        await db.RequireFreeAddressAsync(email, ct);
    }
}
