using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Referrals;

/// <summary>
/// What an employer sees of one referral, through the one-time link or signed in: first trade, employer and day; only after
/// "see who is introduced" is pressed, the person and the form. Opening the page changes nothing.
/// </summary>
public abstract class IntroducedPage(WorkBridgeDb db, CurrentUser user, ViewReferral view, AnswerReferral answer, TimeProvider clock) : PageBase, IAnswerPage
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public Referral Referral { get; private set; } = null!;

    public Employer Employer { get; private set; } = null!;

    public Commune Commune { get; private set; } = null!;

    public Words Trade => TradeWords.InSentence(TradeWords.Of(Referral.Opening));

    /// <summary>The person, once asked for; null on the first page.</summary>
    public IntroducedPerson? Shown { get; private set; }

    public IReadOnlyList<AnswerKind> Answers => AnswerKinds.For(Referral, user.Actor.Kind);

    public IReadOnlyList<DeclineReason> Reasons => DeclineReasons.ForEmployers;

    public bool ByOfficer => false;

    /// <summary>The address of this page, to come back to after an answer.</summary>
    public abstract string Here { get; }

    /// <summary>An answer came after the referral had ended; what stands is what ended it.</summary>
    public bool TooLate { get; private set; }

    /// <summary>That answer in words, to be read once more: its form is no longer there.</summary>
    public IReadOnlyList<(string Label, string Words)> NotRecorded { get; private set; } = [];

    /// <summary>The last day on which the page opens; null where it always does.</summary>
    public DateOnly? LastDay { get; protected set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostViewAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } elsewhere)
            return elsewhere;
        ModelState.Clear();
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } elsewhere)
            return elsewhere;
        Overlook(Input.Unasked());
        if (ModelState.IsValid && await Try(() => answer.RunAsync(Referral.Id, Input.ToAnswer(), ct)))
            return Redirect(Here);
        db.ChangeTracker.Clear();
        await LoadAsync(Referral.Id, ct);
        if (Input.IsAnswerOf(Referral))
            return Redirect(Here); // sent twice: it was recorded the first time
        if (Referral.IsWithEmployer)
        {
            await ShowAsync(ct);
            return Page();
        }

        TooLate = true;
        NotRecorded = Input.Said();
        ModelState.Clear();
        return Page();
    }

    /// <summary>Finds the referral within what the visitor may reach; otherwise says where to go.</summary>
    protected abstract Task<IActionResult?> FindAsync(CancellationToken ct);

    protected async Task<bool> LoadAsync(Guid referralId, CancellationToken ct)
    {
        var referral = await db.Reachable(user, clock.UtcNow()).AsNoTracking().Include(r => r.Opening).SingleOrDefaultAsync(r => r.Id == referralId, ct);
        if (referral is null)
            return false;
        Referral = referral;
        Employer = await db.Employers.AsNoTracking().SingleAsync(e => e.Id == referral.EmployerId, ct);
        Commune = await db.Communes.AsNoTracking().SingleAsync(c => c.Code == referral.CommuneCode, ct);
        return true;
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        try
        {
            Shown = await view.RunAsync(Referral.Id, ct);
        }
        catch (RuleBroken broken) when (broken.Rule is Rule.ConsentMissing or Rule.WrongState or Rule.NotFound)
        {
            // It ended a moment ago, or consent does: the first page says so without saying why.
            db.ChangeTracker.Clear();
        }

        await LoadAsync(Referral.Id, ct);
        ModelState.Remove("Input.AfterMoves");
        Input.AfterMoves = await db.MovesOfAsync(Referral.Id, ct);
    }
}
