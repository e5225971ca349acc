using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using WorkBridge.Staff;
using WorkBridge.Web.Forms;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Pages.SignIn;

[AllowAnonymous]
[EnableRateLimiting(Limits.Doors)]
public sealed class ForgotModel(AskPasswordReset ask) : PageBase
{
    /// <summary>The answer takes this long at least, so that its time does not tell whether the address is known.</summary>
    private static readonly TimeSpan AnswerTakes = TimeSpan.FromMilliseconds(250);

    [BindProperty]
    public ForgotInput Input { get; set; } = new();

    public bool Asked { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Input.Email))
            ModelState.AddModelError("Input.Email", T("Nhập địa chỉ e-mail.", "Enter your e-mail address."));
        if (!ModelState.IsValid)
            return Page();
        var answerTime = Task.Delay(AnswerTakes, ct);
        await Try(() => ask.RunAsync(Input.Email!, ct));
        await answerTime;

        // A race lost to the same request changes nothing and must not look different.
        ModelState.Clear();
        Asked = true;
        return Page();
    }
}

public sealed class ForgotInput
{
    [EmailForm]
    public string? Email { get; set; }
}
