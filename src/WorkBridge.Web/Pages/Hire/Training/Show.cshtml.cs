using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Staff;
using WorkBridge.Training;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Hire.Training;

/// <summary>One person in a training slot: the register, the end assessment and what the person says of it.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class ShowModel(WorkBridgeDb db, CurrentUser user, AssessTraining assess, ReadingLog readings, TimeProvider clock) : PageBase, IAssessing
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AssessmentInput Input { get; set; } = new();

    public Learner Who { get; private set; } = null!;

    public IReadOnlyList<ChoiceView> Teaches { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public string AssessAction => $"/Hire/Training/{Id}";

    public string SignWords => T("Tôi thay mặt nơi dạy ký đánh giá này", "I sign this assessment for whoever taught");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await db.Placements.TaughtBy(user, db, Today).AnyAsync(p => p.Id == Id, ct))
            return NotFound();
        if (ModelState.IsValid && await Try(() => assess.RunAsync(Id, Input.Facts, Input.Signed, ct)))
        {
            Say("Đã ký đánh giá. Người học sẽ xem và trả lời.", "The assessment is signed. The learner will see it and answer.");
            return Redirect($"/Hire/Training/{Id}");
        }

        return await LoadAsync(ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await IndexModel.LearnersAsync(db, user, Today, Id, ct) is not [var who])
            return false;
        Who = who;
        Teaches = IAssessing.Boxes(await db.Openings.Where(o => o.Id == who.Course.Placement.OpeningId).Select(o => o.Teaches).SingleAsync(ct));
        await readings.OpenedAsync(who.Course.Placement.ReturneeId, "Hire/Training");
        return true;
    }
}
