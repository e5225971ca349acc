using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Placements;

/// <summary>One placement: the ladder of follow-ups, the outcome with every condition of the rule, and what was recorded.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class ShowModel(WorkBridgeDb db, CurrentUser user, StabilityRules rules, OverrideOutcome overrideOutcome, EndPlacement end, ReadingLog readings, TimeProvider clock)
    : PlacementPage(db, user, clock)
{
    public sealed class Form
    {
        public WorkState? Result { get; set; }

        public string? Reason { get; set; }

        public DateOnly? EndedOn { get; set; }

        public EndReason? EndReason { get; set; }
    }

    private readonly WorkBridgeDb db = db;
    private readonly CurrentUser user = user;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Outcome> Outcomes { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What employer and person said last, and whether the two differ.</summary>
    public TwoSides Sides => TwoSides.Of(Checks);

    public Outcome? Latest => Outcomes.Count > 0 ? Outcomes[0] : null;

    /// <summary>The last outcome that the rule computed, with its conditions.</summary>
    public Outcome? Computed => Outcomes.FirstOrDefault(o => o.OverrideReason is null);

    public StabilityTerms TermsOf(Outcome outcome) => rules.Number(outcome.RuleVersion) ?? rules.On(Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostOverrideAsync(CancellationToken ct) => Do(
        () => overrideOutcome.RunAsync(Id, Version, Input.Result ?? throw new RuleBroken(Rule.Incomplete, nameof(Form.Result), new("Chọn một kết quả", "Choose an outcome")), Input.Reason, ct),
        "Đã ghi kết quả.", "The outcome is recorded.", ct);

    public Task<IActionResult> OnPostEndAsync(CancellationToken ct) => Do(
        () => end.RunAsync(Id, Version, Input.EndedOn ?? throw new RuleBroken(Rule.Incomplete, nameof(Form.EndedOn), new("Nhập ngày cuối cùng", "Enter the last day")), Input.EndReason, ct),
        "Đã ghi kết thúc.", "The end is recorded.", ct);

    private async Task<IActionResult> Do(Func<Task> act, string vi, string en, CancellationToken ct)
    {
        if (!await db.Placements.Of(user).AnyAsync(p => p.Id == Id, ct))
            return NotFound();
        if (ModelState.IsValid && await Try(act))
        {
            Say(vi, en);
            return Redirect($"/Placements/{Id}");
        }

        db.ChangeTracker.Clear();
        if (!await ReadAsync(ct))
            return NotFound();
        LookAgain(AfterSecond.Look);
        if (Meanwhile.Kept.Count > 0 && Latest is { OverrideReason: { } own } latest)
            Meanwhile = Meanwhile with { Kept = [.. Meanwhile.Kept, (T("Kết quả do cán bộ ghi", "Outcome by an officer"), $"{ReturneeText.Of(latest.Result)}, “{own}”")] };
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return false;
        Outcomes = await db.Outcomes.AsNoTracking().Where(o => o.PlacementId == Id).OrderByDescending(o => o.At).ThenByDescending(o => o.Id).ToListAsync(ct);
        var ids = Checks.Select(f => f.ById).Concat(Outcomes.Select(o => o.ById)).Distinct().ToList();
        Names = await db.Users.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        await readings.OpenedAsync(Person.Id, "Placements/Show");
        return true;
    }
}
