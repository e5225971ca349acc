using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Mentors;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Mentors;

/// <summary>The mentors of an officer's communes with their load, and the way to invite another.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class IndexModel(WorkBridgeDb db, ReadMentors read, InviteMentor invite, CurrentUser user) : PageBase
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<MentorLoad> All { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid && await Try(() => invite.RunAsync(new InvitedMentor(Input.Name, Input.Unit, Input.Email, Input.Phone, Input.CommuneCode), ct)))
        {
            Say("Đã gửi thư mời. Người nhận tự đặt mật khẩu từ thư.", "The invitation is sent. They choose a password from the mail.");
            return RedirectToPage();
        }

        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        All = await read.RunAsync(null, ct);
        var codes = user.CommuneCodes;
        Communes = [.. (await db.Communes.Where(c => codes.Contains(c.Code)).OrderBy(c => c.Name).Select(c => new { c.Code, c.Name }).ToListAsync(ct)).Select(c => new SelectListItem(c.Name, c.Code))];
    }

    public sealed class Fields
    {
        public string? Name { get; set; }

        public string? Unit { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        public string? CommuneCode { get; set; }
    }
}
