using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Openings;

/// <summary>A submitted opening is read: put live, given back with words, or taken down with words.</summary>
[Authorize(Policy = Policies.Reviewer)]
public sealed class ReviewModel(WorkBridgeDb db, CurrentUser user, TimeProvider clock) : OpeningPage(db, user)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What the service itself finds wrong: such an opening cannot go live.</summary>
    public IReadOnlyList<OpeningFault> Faults => OpeningCheck.Faults(Opening.Content, clock.Today(), RecordBases.Default);

    public bool EmployerApproved => Employer.State == EmployerState.Approved;

    public sealed class Fields
    {
        public string? Words { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || !Owns)
            return NotFound();
        return Opening.State == OpeningState.Submitted ? Page() : RedirectToPage("/Openings/Show", new { id = Id });
    }

    public Task<IActionResult> OnPostLiveAsync([FromServices] PutOpeningLive live, CancellationToken ct) =>
        DoAsync(() => live.RunAsync(Id, Version, ct), "Tin đã đăng. Nơi tuyển được báo bằng thư.", "The opening is live. The employer is told by mail.", ct);

    public Task<IActionResult> OnPostAskAsync([FromServices] AskOpeningChanges ask, CancellationToken ct) =>
        DoAsync(() => ask.RunAsync(Id, Version, Input.Words, ct), "Đã nhờ nơi tuyển sửa, qua thư.", "The employer is asked to change it, by mail.", ct);

    public Task<IActionResult> OnPostTakeDownAsync([FromServices] TakeDownOpening takeDown, CancellationToken ct) =>
        DoAsync(() => takeDown.RunAsync(Id, Version, Input.Words, ct), "Đã gỡ tin. Nơi tuyển được báo bằng thư.", "Taken down. The employer is told by mail.", ct);
}
