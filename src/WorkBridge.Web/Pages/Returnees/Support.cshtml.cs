using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Support;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>What a person asked help with, at a screen or at the desk: taken up, handed on, answered with a word that the person reads.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class SupportModel(WorkBridgeDb db, AskSupport ask, MoveSupport move, ReadingLog readings, CurrentUser user, TimeProvider clock) : PageBase
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public Returnee Person { get; private set; } = null!;

    public IReadOnlyList<SupportRequest> Asked { get; private set; } = [];

    public bool Helped => Person.MayBeHelped(clock.Today());

    public static IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<SupportKind>().Select(k => new SelectListItem(SupportText.Of(k).ToString(), k.ToString()))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => ask.RunAsync(id, Input.Kind, ct), "Đã ghi yêu cầu.", "The request is written down.", ct);

    public Task<IActionResult> OnPostMoveAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => move.RunAsync(Input.Request ?? Guid.Empty, Input.Version, Input.To ?? SupportState.Asked, Input.Told, ct), "Đã ghi. Người tìm việc thấy ở màn hình.", "Recorded. The person sees it at the screen.", ct);

    private async Task<IActionResult> ActAsync(Guid id, Func<Task> act, string vi, string en, CancellationToken ct)
    {
        if (!await db.Returnees.Of(user).AnyAsync(r => r.Id == id, ct))
            return NotFound();
        if (ModelState.IsValid && await Try(act))
        {
            Say(vi, en);
            return Redirect($"/Returnees/{id}/Support");
        }

        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Returnees.Of(user).AsNoTracking().Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } person)
            return false;
        Person = person;
        Asked = [.. (await db.SupportRequests.Of(user).AsNoTracking().Where(r => r.ReturneeId == id).ToListAsync(ct)).OrderByDescending(r => r.IsOpen).ThenByDescending(r => r.MovedAt)];
        await readings.OpenedAsync(id, "Returnees/Support");
        return true;
    }

    public sealed class Typed
    {
        public SupportKind? Kind { get; set; }

        public Guid? Request { get; set; }

        public int? Version { get; set; }

        public SupportState? To { get; set; }

        public string? Told { get; set; }
    }
}
