using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Staff;
using WorkBridge.Web.Pages.Referrals;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Pages.R;

/// <summary>
/// The one-time link. It answers one referral and is never a sign-in; opening it any number of times changes nothing and
/// shows trade, employer and day alone. An unknown token is not found; one that has ended says so.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.Links)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OpenModel(WorkBridgeDb db, CurrentUser user, LinkTokens tokens, ViewReferral view, AnswerReferral answer, TimeProvider clock)
    : IntroducedPage(db, user, view, answer, clock)
{
    private readonly WorkBridgeDb db = db;
    private readonly CurrentUser user = user;
    private readonly TimeProvider clock = clock;

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public bool IsOpen { get; private set; }

    public Commune Office { get; private set; } = null!;

    public override string Here => $"/R/{Token}";

    protected override async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (await tokens.FindAsync(db, Token, ct) is not { Step: null } link)
            return NotFound();
        Office = await db.Referrals.Where(r => r.Id == link.ReferralId).Join(db.Communes, r => r.CommuneCode, c => c.Code, (r, c) => c).SingleAsync(ct);
        if (!link.IsOpen(clock.UtcNow()))
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        user.IsLink(link.Id);
        LastDay = LinkTokens.LastDayOf(link);
        IsOpen = await LoadAsync(link.ReferralId, ct);
        return IsOpen ? null : NotFound();
    }
}
