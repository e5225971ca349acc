using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Employers;

/// <summary>An officer registers an employer of the own communes; the contact is invited by mail to choose a password.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class AddModel(WorkBridgeDb db, RegisterEmployer register, CurrentUser user) : PageBase
{
    [BindProperty]
    public EmployerFields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Communes = await EmployerFields.CommunesAsync(db, user.CommuneCodes, ct);
        if (Communes.Count == 1)
            Input.CommuneCode = Communes[0].Value;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var id = Guid.Empty;
        if (Input.CommuneCode is { } code && !user.CommuneCodes.Contains(code))
            ModelState.AddModelError("Input.CommuneCode", T("Chọn xã, phường anh/chị phụ trách", "Choose a commune you work for"));
        Input.CheckTaxCode(ModelState);
        if (ModelState.IsValid && await Try(async () => id = await register.RunAsync(Input.Said(null, "vi"), ct)))
        {
            Say("Đã ghi nơi tuyển. Thư mời đã gửi tới người liên hệ. Còn một bước: duyệt.", "The employer is registered and its contact invited. One step is left: approval.");
            return RedirectToPage("/Employers/Show", new { id });
        }

        Communes = await EmployerFields.CommunesAsync(db, user.CommuneCodes, ct);
        return Page();
    }
}
