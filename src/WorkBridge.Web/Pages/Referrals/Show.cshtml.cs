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
        /// <summary>The version these forms were filled in from.</summary>
        public int? Version { get; set; }

        public DateOnly? AnswerBy { get; set; }

        public string? ToPerson { get; set; }

        public string? Inside { get; set; }
    }

    public sealed record Record(int Sent, int Answered, int Accepted);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    [BindProperty]
    public Form Edit { get; set; } = new();

    /// <summary>What became of the referral, or of the words, after somebody else was first.</summary>
    public Meanwhile Meanwhile { get; private set; } = Meanwhile.Nothing;

    public Referral Referral { get; private set; } = null!;

    public Returnee Person { get; private set; } = null!;

    public Employer Employer { get; private set; } = null!;

    public Consent? Consent { get; private set; }

    public Placement? Placement { get; private set; }

    public IReadOnlyList<FollowUpStep> Steps { get; private set; } = [];

    public ReferralStory Story { get; private set; } = null!;

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
        Edit = new Form { Version = Referral.Version, ToPerson = Referral.TextToPerson, Inside = Referral.InternalText };
        Input.AfterMoves = Story.Moves;
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
        () => extend.RunAsync(Id, Edit.Version, Edit.AnswerBy ?? throw new RuleBroken(Rule.Incomplete, nameof(Form.AnswerBy), new("Nhập ngày mới", "Enter the new day")), ct),
        "Đã gia hạn.", "More time is given.", ct);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        Do(() => withdraw.RunAsync(Id, ct), "Đã rút lời giới thiệu.", "The referral is withdrawn.", ct);

    public Task<IActionResult> OnPostCancelAsync(CancellationToken ct) =>
        Do(() => cancel.RunAsync(Id, ct), "Đã ghi: không nhận việc nữa.", "Recorded: the acceptance is cancelled.", ct);

    public Task<IActionResult> OnPostWriteAsync(CancellationToken ct) =>
        Do(() => write.RunAsync(Id, Edit.Version, Edit.ToPerson, Edit.Inside, ct), "Đã lưu.", "Saved.", ct);

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
        LookAgain();
        Edit.ToPerson ??= Referral.TextToPerson;
        Edit.Inside ??= Referral.InternalText;
        return Page();
    }

    /// <summary>After an act that was refused: what somebody else did in between, and what the next press is meant against.</summary>
    private void LookAgain()
    {
        if (Input.AfterMoves is { } seen && seen != Story.Moves)
            Meanwhile = new([.. Story.Latest(Referral)], AfterSecond.Look) { Typed = Answers.Count == 0 ? Input.Said() : [] };
        else if (Edit.Version is { } read && read != Referral.Version)
            Meanwhile = new([.. Story.Latest(Referral), .. Written()]);
        ModelState.Remove("Input.AfterMoves");
        ModelState.Remove("Edit.Version");
        (Input.AfterMoves, Edit.Version) = (Story.Moves, Referral.Version);
    }

    private IEnumerable<(string Label, string Kept)> Written()
    {
        var (toPerson, inside) = (Referral.TextToPerson ?? "", Referral.InternalText ?? "");
        if (toPerson != (Edit.ToPerson ?? "").Trim())
            yield return (T("Lời nói với người tìm việc", "Words for the person"), toPerson.Length > 0 ? toPerson : "–");
        if (inside != (Edit.Inside ?? "").Trim())
            yield return (T("Ghi chú trong nhà", "Note inside the office"), inside.Length > 0 ? inside : "–");
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
        Story = await ReferralStory.ReadAsync(db, referral, Person, Employer, Consent, Today, ct);
        EmployerRecord = await RecordAsync(ct);
        await readings.OpenedAsync(referral.ReturneeId, "Referrals/Show");
        return true;
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
