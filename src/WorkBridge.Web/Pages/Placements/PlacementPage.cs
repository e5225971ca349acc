using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Pages.Referrals;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Placements;

/// <summary>What the pages of one placement share: the placement, the person, the checks and the ladder.</summary>
public abstract class PlacementPage(WorkBridgeDb db, CurrentUser user, TimeProvider clock) : PageBase
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Placement Placement { get; private set; } = null!;

    public Returnee Person { get; private set; } = null!;

    public Employer? Employer { get; private set; }

    /// <summary>The number of the referral it came from; null for work found alone.</summary>
    public string? Number { get; private set; }

    public IReadOnlyList<FollowUp> Checks { get; private set; } = [];

    public IReadOnlyList<FollowUpStep> Steps { get; private set; } = [];

    /// <summary>Whether the employer may be asked: only under the person's standing consent for it.</summary>
    public bool MayAskEmployer { get; private set; }

    public DateOnly Today { get; private set; }

    public FollowUpStep? Due => Steps.FirstOrDefault(s => s.State == StepState.Due);

    public string Who => $"{Person.Pronoun} {Person.GivenName}";

    public string TradeName => Placement.TradeCode is { } code ? TradeWords.Of(code).ToString() : T("công việc chưa ghi nghề", "work, trade not noted");

    public string EmployerName => Employer?.Name ?? T("nơi tự tìm được", "a place found alone");

    public IReadOnlyList<SpanView> Ladder => [.. Steps.Select(step => ReferralBridge.Later(step, step.Days, Today))];

    /// <summary>What was recorded of the placement since the form was shown.</summary>
    public Meanwhile Meanwhile { get; protected set; } = Meanwhile.Nothing;

    /// <summary>The version the form was filled in from.</summary>
    [BindProperty]
    public int? Version { get; set; }

    /// <summary>After an act that was refused: what somebody else recorded in between, and the version for the next press.</summary>
    protected void LookAgain(AfterSecond next)
    {
        if (Version is { } read && read != Placement.Version)
        {
            List<(string Label, string Kept)> rows = [.. Checks.OrderByDescending(c => c.RecordedAt).Take(1).Select(c => (Show.Day(c.On), FollowUpText.Of(c)))];
            if (Placement is { EndedOn: { } end, EndReason: { } reason })
                rows.Add((T("Thôi làm từ", "Stopped on"), $"{Show.Day(end)}, {PlacementWords.Of(reason)}"));
            Meanwhile = new(rows, Placement.State == PlacementState.Ended ? AfterSecond.Look : next);
        }

        ModelState.Remove(nameof(Version));
        Version = Placement.Version;
    }

    protected async Task<bool> LoadAsync(CancellationToken ct)
    {
        Today = clock.Today();
        var placement = await db.Placements.AsNoTracking().Of(user).SingleOrDefaultAsync(p => p.Id == Id, ct);
        if (placement is null)
            return false;
        Placement = placement;
        if (HttpMethods.IsGet(Request.Method))
            Version = placement.Version;
        Person = await db.Returnees.AsNoTracking().SingleAsync(r => r.Id == placement.ReturneeId, ct);
        Employer = placement.EmployerId is { } employerId ? await db.Employers.AsNoTracking().SingleAsync(e => e.Id == employerId, ct) : null;
        Number = placement.ReferralId is { } referralId ? await db.Referrals.Where(r => r.Id == referralId).Select(r => r.Number).SingleAsync(ct) : null;
        Checks = await db.FollowUps.AsNoTracking().Where(f => f.PlacementId == Id).OrderByDescending(f => f.On).ThenByDescending(f => f.RecordedAt).ToListAsync(ct);
        Steps = FollowUpsDue.For(placement, Checks, Today);
        MayAskEmployer = placement.EmployerId is { } asked && (await db.Consents.CurrentAsync(placement.ReturneeId, Purpose.Employer, asked, ct))?.Stands(Today) == true
            && !await db.IsHeldBackAsync(placement.ReturneeId, ct);
        return true;
    }
}
