using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Admin.Accounts;

/// <summary>The accounts, a page at a time. What is typed of an e-mail address is sent as a form: it stands in no address, history or log.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class IndexModel(WorkBridgeDb db) : PageBase
{
    private const int PerPage = 50;

    /// <summary>Part of an e-mail address.</summary>
    [BindProperty]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public StaffRole? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    /// <summary>More were found than the one page of an answer to what was typed.</summary>
    public bool IsCut { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostFindAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Q))
            return RedirectToPage(new { role = Role });
        P = 1;
        await LoadAsync(ct);
        (IsCut, Pages) = (Pages > 1, 1);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
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
