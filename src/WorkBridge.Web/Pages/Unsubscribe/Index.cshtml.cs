using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Digests;
using WorkBridge.Email;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Pages.Unsubscribe;

/// <summary>
/// Where the line at the end of a mail leads. Looking changes nothing; the button stops the list, and another lets it begin
/// again. A mail program presses without having seen the page (RFC 8058), so that the token in the address is all that is
/// asked for, and it can do nothing else.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(Limits.Links)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkBridgeDb db, Unsubscribing unsubscribing, SwitchMailList switchList) : PageBase
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public MailList List { get; private set; }

    /// <summary>Whether mails of the list are sent now.</summary>
    public bool On { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SwitchAsync(on: false, ct);

    public Task<IActionResult> OnPostAgainAsync(CancellationToken ct) => SwitchAsync(on: true, ct);

    private async Task<IActionResult> SwitchAsync(bool on, CancellationToken ct)
    {
        if (unsubscribing.Read(Token) is not { } token)
            return NotFound();
        if (on && token.List == MailList.Person)
            return NotFound();
        await switchList.RunAsync(token.List, token.Id, on, ct);
        return RedirectToPage(new { token = Token });
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (unsubscribing.Read(Token) is not { } token)
            return false;
        List = token.List;
        On = token.List switch
        {
            MailList.Digest => await db.Users.AnyAsync(a => a.Id == token.Id && a.Digest != DigestRhythm.Never, ct),
            MailList.Reminders => await db.Employers.AnyAsync(e => e.Id == token.Id && e.TakesReminders, ct),
            _ => await db.Consents.CurrentAsync(token.Id, Purpose.Reminders, null, ct) is { CanWithdraw: true },
        };
        return true;
    }
}
