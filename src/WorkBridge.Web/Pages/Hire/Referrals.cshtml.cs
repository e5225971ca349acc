using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Hire;

/// <summary>Referrals sent to the contact's employer, by number and trade alone; two queries whatever their number.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class ReferralsModel(WorkBridgeDb db, CurrentUser user, TimeProvider clock) : PageBase
{
    private const int OnPage = 20;

    public sealed record Row(Guid Id, string Number, string Title, string? TradeCode, ReferralState State, DateTime? SentAt, DateOnly? AnswerBy, OpeningKind Kind);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Pages { get; private set; } = 1;

    public int All { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool Waits(Row row) => ReferralMoves.WithEmployer.Contains(row.State);

    public bool Late(Row row) => Waits(row) && row.AnswerBy < clock.Today();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var own = db.Referrals.AsNoTracking().Of(user);
        All = await own.CountAsync(ct);
        Pages = Math.Max(1, (All + OnPage - 1) / OnPage);
        P = Math.Clamp(P, 1, Pages);
        var withUs = ReferralMoves.WithEmployer.ToList();
        Rows = await own.OrderBy(r => withUs.Contains(r.State) ? 0 : 1).ThenByDescending(r => r.SentAt).ThenBy(r => r.Id)
            .Skip((P - 1) * OnPage).Take(OnPage)
            .Select(r => new Row(r.Id, r.Number, r.Opening.Title, r.Opening.TradeCode, r.State, r.SentAt, r.AnswerBy, r.Opening.Kind)).ToListAsync(ct);
    }

    /// <summary>Words and tone of a state as the employer reads it.</summary>
    public static (string Tone, string Icon, string Text) Look(ReferralState state) => state switch
    {
        ReferralState.Sent => ("ours", "send", T("Chờ quý đơn vị xem", "Waiting for you")),
        ReferralState.Seen => ("ours", "eye", T("Đã xem, chờ trả lời", "Seen, waiting for your answer")),
        ReferralState.UnderReview => ("theirs", "hourglass", T("Đang hỏi trung tâm", "Asking the centre")),
        ReferralState.InterviewSet => ("person", "calendar-event", T("Đã hẹn phỏng vấn", "Interview set")),
        ReferralState.Trial => ("person", "tools", T("Đang thử việc", "On trial")),
        ReferralState.Accepted => ("good", "circle-check", T("Đã nhận", "Accepted")),
        _ => ("closed", "circle-minus", T("Đã khép lại", "Ended")),
    };
}
