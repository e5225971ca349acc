using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Staff;
using WorkBridge.Web.Forms;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Pages.Employers;

/// <summary>An employer registers itself with its first contact, who chooses a password here and waits for an officer.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.Doors)]
public sealed class RegisterModel(WorkBridgeDb db, RegisterEmployer register) : PageBase
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>A good password was typed and is not given back: the page asks for it once more.</summary>
    public bool PasswordAgain { get; private set; }

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public sealed class Fields : EmployerFields
    {
        [Need("Chọn một mật khẩu", "Choose a password")]
        [Longest(200)]
        public string? Password { get; set; }

        public bool Agrees { get; set; }
    }

    public async Task OnGetAsync(CancellationToken ct) => Communes = await EmployerFields.CommunesAsync(db, null, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Input.Agrees)
            ModelState.AddModelError("Input.Agrees", T("Cần sự đồng ý này để giữ tên và thư của người liên hệ", "This is needed to keep the contact's name and e-mail"));
        Input.CheckTaxCode(ModelState);
        if (!string.IsNullOrEmpty(Input.Password) && PasswordRules.Refusal(Input.Password, Input.ContactName, Input.ContactEmail, Input.Name) is { } weak)
            ModelState.AddModelError("Input.Password", weak.ToString());
        if (ModelState.IsValid && await Try(() => register.RunAsync(Input.Said(Input.Password, Tongue.English ? "en" : "vi"), ct)))
            return RedirectToPage("/Employers/Registered");
        Communes = await EmployerFields.CommunesAsync(db, null, ct);
        PasswordAgain = !string.IsNullOrEmpty(Input.Password) && ModelState["Input.Password"] is not { Errors.Count: > 0 };
        return Page();
    }
}
