using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Data;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Staff;
using WorkBridge.Training;
using WorkBridge.Web.Start;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.R;

/// <summary>
/// "Is the person still with you?": one touch, one confirmation, through the link of one step. Opening it, and the first touch,
/// change nothing; it shows the work and its first day alone. Answered before, it says what was answered.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.Links)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StillModel(WorkBridgeDb db, CurrentUser user, LinkTokens tokens, AnswerStillThere answer, AssessTraining assess, TimeProvider clock) : PageBase, IAssessing
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public AssessmentInput Input { get; set; } = new();

    /// <summary>What was touched and is not confirmed yet; null on the first page.</summary>
    public bool? Chosen { get; private set; }

    public bool IsOpen { get; private set; }

    public Placement Placement { get; private set; } = null!;

    public string EmployerName { get; private set; } = "";

    public string Number { get; private set; } = "";

    public Words Trade { get; private set; } = new("", "");

    public Commune Commune { get; private set; } = null!;

    /// <summary>What was answered through this link; null while nothing was.</summary>
    public FollowUp? Answered { get; private set; }

    /// <summary>The end assessment signed through this link; null while none was, and of work.</summary>
    public Course? Signed { get; private set; }

    public DateOnly LastDay { get; private set; }

    public IReadOnlyList<ChoiceView> Teaches { get; private set; } = [];

    public string AssessAction => Here + "?handler=Assess";

    public string SignWords => T("Tôi thay mặt nơi dạy ký đánh giá này", "I sign this assessment for whoever taught");

    public string Here => $"/R/Still/{Token}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostChooseAsync(bool? still, CancellationToken ct)
    {
        if (await FindAsync(ct) is { } elsewhere)
            return elsewhere;
        ModelState.Clear();
        Chosen = Answered is null && Signed is null ? still : null;
        return Page();
    }

    /// <summary>Training that is over is assessed: the link serves for that as well.</summary>
    public async Task<IActionResult> OnPostAssessAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } elsewhere)
            return elsewhere;
        if (!Placement.IsTraining || Answered is not null || Signed is not null)
            return Redirect(Here);
        if (ModelState.IsValid && await Try(() => assess.RunAsync(Placement.Id, Input.Facts, Input.Signed, ct)))
            return Redirect(Here);
        db.ChangeTracker.Clear();
        if (await FindAsync(ct) is { } over)
            return over;
        Chosen = false;
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(bool? still, CancellationToken ct)
    {
        if (await FindAsync(ct) is { } elsewhere)
            return elsewhere;
        if (still is not { } there || Answered is not null || Signed is not null || (Placement.IsTraining && !there))
            return Redirect(Here); // sent twice: it was recorded the first time
        if (there)
            Overlook(ModelState.Keys.Where(k => k.StartsWith("Input.", StringComparison.Ordinal)).ToList());
        if (ModelState.IsValid && await Try(() => answer.RunAsync(new StillThereAnswer(there, Input.LastDay, Input.Reason), ct)))
            return Redirect(Here);
        db.ChangeTracker.Clear();
        if (await FindAsync(ct) is { } over)
            return over;
        if (Answered is not null)
            return Redirect(Here);
        Chosen = there;
        return Page();
    }

    private async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (await tokens.FindAsync(db, Token, ct) is not { PlacementId: { } placementId } link)
            return NotFound();
        user.IsLink(link.Id);
        Placement = await db.Placements.AsNoTracking().SingleAsync(p => p.Id == placementId, ct);
        Commune = await db.Communes.AsNoTracking().SingleAsync(c => c.Code == Placement.CommuneCode, ct);
        Answered = await db.FollowUps.AsNoTracking().Where(f => f.PlacementId == placementId && f.ById == link.Id).FirstOrDefaultAsync(ct);
        Signed = Placement.IsTraining && await db.CourseAsync(Placement, ct) is { Assessment: { } assessment } course && assessment.ById == link.Id ? course : null;
        IsOpen = link.IsOpen(clock.UtcNow()) && (Answered is not null || Signed is not null || Placement.State != PlacementState.Ended);
        if (!IsOpen)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        var referral = await db.Referrals.AsNoTracking().Include(r => r.Opening).SingleAsync(r => r.Id == link.ReferralId, ct);
        EmployerName = await db.Employers.Where(e => e.Id == referral.EmployerId).Select(e => e.Name).SingleAsync(ct);
        if (Placement.IsTraining)
            Teaches = IAssessing.Boxes(referral.Opening.Teaches);
        (Number, Trade, LastDay) = (referral.Number, TradeWords.InSentence(TradeWords.Of(referral.Opening)), LinkTokens.LastDayOf(link));
        return null;
    }
}
