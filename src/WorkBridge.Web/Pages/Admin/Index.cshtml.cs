using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Admin;

[Authorize(Policy = Policies.Administrator)]
public sealed class IndexModel(WorkBridgeDb db) : PageBase
{
    public int Communes { get; private set; }

    public IReadOnlyDictionary<StaffRole, int> Accounts { get; private set; } = new Dictionary<StaffRole, int>();

    public int NotYetIn { get; private set; }

    public int DeadMails { get; private set; }

    /// <summary>Communes in use for which no officer has an account that is on: what is due there, nobody sees.</summary>
    public IReadOnlyList<string> WithoutOfficer { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Communes = await db.Communes.CountAsync(c => c.Active, ct);
        Accounts = await db.Users.Where(a => !a.Disabled).GroupBy(a => a.Role).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        NotYetIn = await db.Users.CountAsync(a => !a.Disabled && a.PasswordHash == null, ct);
        WithoutOfficer = await db.Communes.Where(c => c.Active && !db.AccountCommunes.Any(a => a.CommuneCode == c.Code && db.Users.Any(u => u.Id == a.AccountId && !u.Disabled)))
            .OrderBy(c => c.Folded).Select(c => c.Name).Take(20).ToListAsync(ct);
        DeadMails = await db.Outbox.CountAsync(m => m.State == MailState.Dead, ct);
    }

    public int Of(StaffRole role) => Accounts.GetValueOrDefault(role);
}
