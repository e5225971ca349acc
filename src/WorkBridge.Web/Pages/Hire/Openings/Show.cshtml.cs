using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Staff;
using WorkBridge.Web.Pages.Openings;

namespace WorkBridge.Web.Pages.Hire.Openings;

/// <summary>One opening of the contact's own employer: how it stands, and what can be done with it.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class ShowModel(WorkBridgeDb db, CurrentUser user, TimeProvider clock) : PageBase
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Opening Opening { get; private set; } = null!;

    public string EmployerName { get; private set; } = "";

    public IReadOnlyList<HistoryLine> Moves { get; private set; } = [];

    /// <summary>True once the employer has been asked whether it still stands.</summary>
    public bool Stale => Opening.IsLive && OpeningSweep.Due(Opening.State, Clock.DayOf(Opening.ConfirmedAt), Opening.ClosesOn, clock.Today()) == SweepStep.Warn;

    public bool Can(OpeningState to) => Opening.CanMove(to, ActorKind.Employer);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostPauseAsync([FromServices] PauseOpening pause, CancellationToken ct) =>
        DoAsync(() => pause.RunAsync(Id, ct), "Tin đã tạm dừng. Không ai mới được giới thiệu.", "Paused. Nobody new is introduced.", ct);

    public Task<IActionResult> OnPostResumeAsync([FromServices] ResumeOpening resume, CancellationToken ct) =>
        DoAsync(() => resume.RunAsync(Id, ct), "Tin đã đăng lại.", "The opening is live again.", ct);

    public Task<IActionResult> OnPostConfirmAsync([FromServices] ConfirmOpening confirm, CancellationToken ct) =>
        DoAsync(() => confirm.RunAsync(Id, ct), "Đã ghi: quý đơn vị còn cần người.", "Noted: you still need people.", ct);

    public Task<IActionResult> OnPostCloseAsync([FromServices] CloseOpening close, CancellationToken ct) =>
        DoAsync(() => close.RunAsync(Id, ct), "Tin đã đóng. Các lần giới thiệu chưa xong được khép lại.", "Closed. Introductions not yet answered have ended.", ct);

    public Task<IActionResult> OnPostFillAsync([FromServices] TellFill tell, FillAnswer? fill, CancellationToken ct) =>
        DoAsync(() => tell.RunAsync(Id, fill, ct), "Đã ghi, cảm ơn.", "Noted, thank you.", ct);

    public async Task<IActionResult> OnPostCopyAsync([FromServices] CopyOpening copy, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        var made = Guid.Empty;
        if (!await Try(async () => made = await copy.RunAsync(Id, ct)))
            return Page();
        Say("Đã chép thành bản nháp mới. Xem lại và chọn hạn mới.", "Copied into a new draft. Look through it and choose a new last day.");
        return RedirectToPage("/Hire/Openings/Check", new { id = made });
    }

    private async Task<IActionResult> DoAsync(Func<Task> act, string vi, string en, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        if (!await Try(act))
            return Page();
        Say(vi, en);
        return RedirectToPage(new { id = Id });
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await db.Openings.AsNoTracking().Of(user, db).Where(o => o.Id == Id)
            .Join(db.Employers, o => o.EmployerId, e => e.Id, (opening, employer) => new { opening, employer.Name })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return false;
        (Opening, EmployerName) = (found.opening, found.Name);
        Moves = await db.HistoryOfAsync(nameof(Opening), Id, ct);
        return true;
    }
}
