using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>What a person proposed at a screen, beside what stands: confirmed or left as it is, in one press for one or for all.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class ChangesModel(WorkBridgeDb db, ReadChanges read, ConfirmChanges confirm, LeaveAsItIs leave, ReadingLog readings, CurrentUser user) : PageBase
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public OpenChanges Open { get; private set; } = null!;

    public static string Of(LeftBecause because) => because switch
    {
        LeftBecause.TalkFirst => T("Hỏi thêm trước", "Ask first"),
        LeftBecause.PaperFirst => T("Cần xem giấy", "A paper is needed"),
        LeftBecause.IsSoAlready => T("Đã ghi như vậy", "It says so already"),
        _ => T("Không ghi điều này", "Not kept here"),
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => confirm.RunAsync(id, Input.Changes, Input.Profile, Input.Person, ct), "Đã sửa hồ sơ. Người tìm việc thấy ở màn hình.", "The profile is changed. The person sees it at the screen.", ct);

    public Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => leave.RunAsync(id, Input.Change ?? Guid.Empty, Input.Because, ct), "Hồ sơ giữ như cũ. Người tìm việc được báo vì sao.", "The profile stays as it is. The person is told why.", ct);

    private async Task<IActionResult> ActAsync(Guid id, Func<Task> act, string vi, string en, CancellationToken ct)
    {
        if (!await db.Returnees.Of(user).AnyAsync(r => r.Id == id, ct))
            return NotFound();
        if (ModelState.IsValid && await Try(act))
        {
            Say(vi, en);
            return Redirect($"/Returnees/{id}/Changes");
        }

        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await read.RunAsync(id, ct) is not { } open)
            return false;
        Open = open;
        await readings.OpenedAsync(id, "Returnees/Changes");
        return true;
    }

    public sealed class Typed
    {
        public List<Guid> Changes { get; set; } = [];

        public int Profile { get; set; }

        public int Person { get; set; }

        public Guid? Change { get; set; }

        public LeftBecause? Because { get; set; }
    }
}
