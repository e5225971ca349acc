using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Admin.Accounts;

[Authorize(Policy = Policies.Administrator)]
public sealed class IndexModel(WorkBridgeDb db) : PageBase
{
    private const int PerPage = 50;

    /// <summary>Part of an e-mail address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public StaffRole? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = db.Users.AsNoTracking();
        if (Role is { } role)
            found = found.Where(a => a.Role == role);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var folded = Account.Fold(Q);
            found = found.Where(a => a.NormalizedEmail!.Contains(folded));
        }

        Total = await found.CountAsync(ct);
        Pages = Math.Max(1, (Total + PerPage - 1) / PerPage);
        P = Math.Clamp(P, 1, Pages);
        Rows = await found.OrderBy(a => a.Role).ThenBy(a => a.NormalizedEmail).Skip((P - 1) * PerPage).Take(PerPage)
            .Select(a => new AccountRow(a.Id, a.DisplayName, a.Email!, a.Role, a.Unit, a.Disabled, a.PasswordHash != null, a.TwoFactorEnabled || db.UserPasskeys.Any(p => p.UserId == a.Id)))
            .ToListAsync(ct);
    }
}

public sealed record AccountRow(Guid Id, string Name, string Email, StaffRole Role, string? Unit, bool Disabled, bool HasPassword, bool HasSecondStep);
