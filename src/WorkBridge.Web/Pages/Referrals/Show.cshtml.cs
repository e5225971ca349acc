using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Referrals;

/// <summary>One referral: where it is on the bridge, what may be done now, what has happened.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class ShowModel(WorkBridgeDb db, CurrentUser user, ReadingLog readings, TimeProvider clock,
    SendReferral send, AnswerReferral answer, ExtendReferral extend, WithdrawReferral withdraw, CancelAcceptance cancel, WriteReferral write) : PageBase, IAnswerPage
{
    /// <summary>Fewer answers than this say nothing about an employer.</summary>
    private const int LeastToShow = 5;

    public sealed class Form
    {
        public DateOnly? AnswerBy { get; set; }

        public string? ToPerson { get; set; }

        public string? Inside { get; set; }
    }

    public sealed record Happening(DateTime At, string Icon, string Who, string What, string? More);

    public sealed record Record(int Sent, int Answered, int Accepted);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    [BindProperty]
    public Form Edit { get; set; } = new();

    public Referral Referral { get; private set; } = null!;

    public Returnee Person { get; private set; } = null!;

    public Employer Employer { get; private set; } = null!;

    public Consent? Consent { get; private set; }

    public Placement? Placement { get; private set; }

    public IReadOnlyList<FollowUpStep> Steps { get; private set; } = [];

    public IReadOnlyList<Happening> History { get; private set; } = [];

    public Record? EmployerRecord { get; private set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<AnswerKind> Answers => AnswerKinds.For(Referral, ActorKind.Officer);

    public IReadOnlyList<DeclineReason> Reasons => Enum.GetValues<DeclineReason>();

    public bool ByOfficer => true;

    public bool ConsentStands => Consent?.Stands(Today) == true;

    public bool Can(ReferralState to) => Referral.CanMove(to, ActorKind.Officer);

    public IReadOnlyList<SpanView> Bridge => ReferralBridge.Of(Referral, Steps, Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Edit.ToPerson = Referral.TextToPerson;
        Edit.Inside = Referral.InternalText;
        return Page();
    }

    public Task<IActionResult> OnPostSendAsync(CancellationToken ct) =>
        Do(() => send.RunAsync(Id, ct), "Đã gửi lời giới thiệu.", "The referral is sent.", ct);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken ct)
    {
        Overlook(Input.Unasked());
        return Do(() => answer.RunAsync(Id, Input.ToAnswer(), ct), "Đã ghi trả lời của nơi tuyển.", "The employer's answer is recorded.", ct);
    }

    public Task<IActionResult> OnPostExtendAsync(CancellationToken ct) => Do(
        () => extend.RunAsync(Id, Edit.AnswerBy ?? throw new RuleBroken(Rule.Incomplete, nameof(Form.AnswerBy), new("Nhập ngày mới", "Enter the new day")), ct),
        "Đã gia hạn.", "More time is given.", ct);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        Do(() => withdraw.RunAsync(Id, ct), "Đã rút lời giới thiệu.", "The referral is withdrawn.", ct);

    public Task<IActionResult> OnPostCancelAsync(CancellationToken ct) =>
        Do(() => cancel.RunAsync(Id, ct), "Đã ghi: không nhận việc nữa.", "Recorded: the acceptance is cancelled.", ct);

    public Task<IActionResult> OnPostWriteAsync(CancellationToken ct) =>
        Do(() => write.RunAsync(Id, Edit.ToPerson, Edit.Inside, ct), "Đã lưu.", "Saved.", ct);

    private async Task<IActionResult> Do(Func<Task> act, string vi, string en, CancellationToken ct)
    {
        if (!await db.Referrals.Of(user).AnyAsync(r => r.Id == Id, ct))
            return NotFound();
        if (ModelState.IsValid && await Try(act))
        {
            Say(vi, en);
            return Redirect($"/Referrals/{Id}");
        }

        Rename(nameof(Form.AnswerBy), nameof(Form.ToPerson), nameof(Form.Inside));
        db.ChangeTracker.Clear();
        if (!await LoadAsync(ct))
            return NotFound();
        Edit.ToPerson ??= Referral.TextToPerson;
        Edit.Inside ??= Referral.InternalText;
        return Page();
    }

    /// <summary>Rules name fields of the answer by default; these belong to the other forms of the page.</summary>
    private void Rename(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (ModelState.TryGetValue("Input." + field, out var entry) && entry.Errors.Count > 0)
            {
                ModelState.AddModelError("Edit." + field, entry.Errors[0].ErrorMessage);
                ModelState.Remove("Input." + field);
            }
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Today = clock.Today();
        var referral = await db.Referrals.AsNoTracking().Of(user).Include(r => r.Opening).SingleOrDefaultAsync(r => r.Id == Id, ct);
        if (referral is null)
            return false;
        Referral = referral;
        Person = await db.Returnees.AsNoTracking().SingleAsync(r => r.Id == referral.ReturneeId, ct);
        Employer = await db.Employers.AsNoTracking().SingleAsync(e => e.Id == referral.EmployerId, ct);
        Consent = await db.Consents.CurrentAsync(referral.ReturneeId, Purpose.Employer, referral.EmployerId, ct);
        Placement = await db.Placements.AsNoTracking().SingleOrDefaultAsync(p => p.ReferralId == Id, ct);
        if (Placement is not null)
            Steps = FollowUpsDue.For(Placement, await db.FollowUps.AsNoTracking().Where(f => f.PlacementId == Placement.Id).ToListAsync(ct), Today);
        History = await HistoryAsync(ct);
        EmployerRecord = await RecordAsync(ct);
        await readings.OpenedAsync(referral.ReturneeId, "Referrals/Show");
        return true;
    }

    private async Task<List<Happening>> HistoryAsync(CancellationToken ct)
    {
        var moves = await db.StateMoves.AsNoTracking().Where(m => m.Noun == nameof(Referral) && m.NounId == Id).ToListAsync(ct);
        var accountIds = moves.Where(m => m.ByKind is ActorKind.Officer or ActorKind.Employer).Select(m => m.ById).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        var happenings = moves.Select(m =>
        {
            var state = Enum.Parse<ReferralState>(m.To);
            var who = m.ByKind switch
            {
                ActorKind.Officer or ActorKind.Employer => m.ById is { } id && names.TryGetValue(id, out var name) ? name : Employer.Name,
                ActorKind.EmployerLink => Employer.Name,
                ActorKind.Person => Person.Details.Name,
                _ => T("Hệ thống", "The system"),
            };
            var code = m.Code is { } reason && Enum.TryParse<DeclineReason>(reason, out var known) ? ReferralWords.Of(known).ToString() : null;
            return new Happening(m.At, ReferralLook.Of(state).Icon, who, ReferralWords.Of(state).ToString(), code);
        }).ToList();
        if (Consent is { } act)
            happenings.Add(new(act.At, act.Stands(Today) ? "shield-check" : "shield-x", Person.Details.Name, ConsentState.Of(act, Today) is "given" or "soon" ? T($"Đồng ý gửi tay nghề cho {Employer.Name}", $"Agreed to {Employer.Name}") : T($"Không còn đồng ý với {Employer.Name}", $"No standing consent for {Employer.Name}"), null));
        return [.. happenings.OrderByDescending(h => h.At)];
    }

    /// <summary>How this employer answers, over all communes, without anybody's name; hidden under five.</summary>
    private async Task<Record?> RecordAsync(CancellationToken ct)
    {
        var byState = await db.Referrals.Where(r => r.EmployerId == Referral.EmployerId && r.SentAt != null).GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var sent = byState.Sum(g => g.Count);
        return sent < LeastToShow ? null : new Record(
            sent,
            byState.Where(g => g.Key is not (ReferralState.Sent or ReferralState.Seen or ReferralState.Lapsed)).Sum(g => g.Count),
            byState.Where(g => g.Key is ReferralState.Accepted or ReferralState.CancelledAfterAcceptance).Sum(g => g.Count));
    }
}
