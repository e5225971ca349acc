using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Staff;

namespace WorkBridge.Employers;

internal static class EmployerQueries
{
    /// <summary>The employer, if the user may act on it.</summary>
    public static async Task<Employer> OwnEmployerAsync(this WorkBridgeDb db, Guid id, CurrentUser user, CancellationToken ct) =>
        await db.Employers.Of(user, db).SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new RuleBroken(Rule.NotFound);

    /// <summary>Promises one mail to each contact, or to the employer's own address where it has none. One promise per state reached.</summary>
    public static async Task TellContactsAsync(this WorkBridgeDb db, Employer employer, string kind, DateTime now, CancellationToken ct)
    {
        foreach (var address in await db.AddressesOfAsync(employer.Id, employer.Email, ct))
            db.Outbox.Add(new OutboxMail($"{kind}:{employer.Id}:{employer.Version}:{address.Key}", kind, employer.Id, address.Value, now));
    }

    /// <summary>Where an employer is written to: account id to address; the id is empty for the employer's own address.</summary>
    public static async Task<Dictionary<Guid, string>> AddressesOfAsync(this WorkBridgeDb db, Guid employerId, string ownAddress, CancellationToken ct)
    {
        var found = await db.ContactsOf(employerId).Where(a => a.Email != null).Select(a => new { a.Id, a.Email }).ToDictionaryAsync(a => a.Id, a => a.Email!, ct);
        return found.Count > 0 ? found : new() { [Guid.Empty] = ownAddress };
    }
}
