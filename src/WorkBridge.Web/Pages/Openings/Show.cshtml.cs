using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Data;
using WorkBridge.Openings;
using WorkBridge.Search;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Openings;

/// <summary>One opening on the desk: what it says, how it stands, and the moves that may be made from there.</summary>
[Authorize(Policy = Policies.Reviewer)]
public sealed class ShowModel(WorkBridgeDb db, CurrentUser user, FindAlike findAlike) : OpeningPage(db, user)
{
    private const int MostAlike = 5;

    private readonly CurrentUser user = user;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public bool IsOfficer => user.IsOfficer;

    public sealed class Fields
    {
        public string? Words { get; set; }
    }

    /// <summary>Live openings like this one.</summary>
    public IReadOnlyList<OpeningAlike> Alike { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Alike = await findAlike.RunAsync(Id, MostAlike, ct);
        return Page();
    }

    public Task<IActionResult> OnPostPauseAsync([FromServices] PauseOpening pause, CancellationToken ct) =>
        DoAsync(() => pause.RunAsync(Id, ct), "Tin đã tạm dừng.", "The opening is paused.", ct);

    public Task<IActionResult> OnPostResumeAsync([FromServices] ResumeOpening resume, CancellationToken ct) =>
        DoAsync(() => resume.RunAsync(Id, ct), "Tin đã đăng lại.", "The opening is live again.", ct);

    public Task<IActionResult> OnPostConfirmAsync([FromServices] ConfirmOpening confirm, CancellationToken ct) =>
        DoAsync(() => confirm.RunAsync(Id, ct), "Đã ghi: nơi tuyển còn cần người.", "Noted: the employer still needs people.", ct);

    public Task<IActionResult> OnPostCloseAsync([FromServices] CloseOpening close, CancellationToken ct) =>
        DoAsync(() => close.RunAsync(Id, ct), "Tin đã đóng. Các lần giới thiệu chưa xong được khép lại.", "Closed. Referrals not yet answered have ended.", ct);

    public Task<IActionResult> OnPostFillAsync([FromServices] TellFill tell, FillAnswer? fill, CancellationToken ct) =>
        DoAsync(() => tell.RunAsync(Id, fill, ct), "Đã ghi.", "Noted.", ct);

    public Task<IActionResult> OnPostTakeDownAsync([FromServices] TakeDownOpening takeDown, CancellationToken ct) =>
        DoAsync(() => takeDown.RunAsync(Id, Version, Input.Words, ct), "Đã gỡ tin. Nơi tuyển được báo bằng thư.", "Taken down. The employer is told by mail.", ct);
}
