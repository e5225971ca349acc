using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Staff;
using WorkBridge.Web.Forms;

namespace WorkBridge.Web.Pages.Hire;

/// <summary>Who answers for the employer, and the way to let a colleague in.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class ContactsModel(WorkBridgeDb db, InviteContact invite, CurrentUser user) : PageBase
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<(string Name, string Email)> Contacts { get; private set; } = [];

    public sealed class Fields
    {
        [Need("Nhập họ tên người được mời", "Enter the name of the colleague")]
        [Longest(Account.NameLength)]
        public string? ContactName { get; set; }

        [Need("Nhập địa chỉ thư của người được mời", "Enter the colleague's e-mail address")]
        [EmailForm]
        public string? ContactEmail { get; set; }
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid && await Try(() => invite.RunAsync(user.EmployerId!.Value, Input.ContactName!.Trim(), Input.ContactEmail!.Trim(), ct)))
        {
            Say("Đã gửi thư mời. Người nhận tự đặt mật khẩu từ thư.", "The invitation is sent. The colleague chooses a password from the mail.");
            return RedirectToPage();
        }

        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Contacts = [.. (await db.ContactsOf(user.EmployerId!.Value).AsNoTracking().Select(a => new { a.DisplayName, a.Email }).Take(50).ToListAsync(ct)).Select(a => (a.DisplayName, a.Email ?? ""))];
}
