using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Staff;
using WorkBridge.Web.SignIn;

namespace WorkBridge.Web.Pages.SignIn;

[AllowAnonymous]
public sealed class CodeModel(Door door, CheckCode checkCode) : PageBase
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public IActionResult OnGet() => door.StepKey is null ? RedirectToPage("/SignIn/Index") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (door.StepKey is not { } key)
            return RedirectToPage("/SignIn/Index");
        if (string.IsNullOrWhiteSpace(Input.Code))
            ModelState.AddModelError("Input.Code", T("Nhập mã.", "Enter the code."));
        if (!ModelState.IsValid)
            return Page();
        Account? account = null;
        return await Try(async () => account = await checkCode.RunAsync(key, Input.Code!, ct))
            ? LocalRedirect(await door.AfterSecondStepAsync(account!, Back))
            : Page();
    }
}

public sealed class CodeInput
{
    public string? Code { get; set; }
}
