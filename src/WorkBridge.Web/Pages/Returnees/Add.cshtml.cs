using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>An officer types a person in; skills follow on the next page.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class AddModel(AddPerson add, WorkBridgeDb db, CurrentUser user) : PageBase
{
    [BindProperty]
    public NewInput Input { get; set; } = new();

    public IReadOnlyList<(string Code, string Name)> Communes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Input.Standing is null)
            ModelState.AddModelError("Input.Standing", T("Chọn một trong ba.", "Choose one of the three."));
        if (Input.State is null)
            ModelState.AddModelError("Input.State", T("Chọn tình trạng việc làm; chưa biết thì chọn Chưa rõ.", "Choose the employment state; unknown is an answer too."));
        var commune = Communes.Count == 1 ? Communes[0].Code : Input.CommuneCode ?? "";
        var id = Guid.Empty;
        if (!ModelState.IsValid || !await Try(async () =>
            id = await add.RunAsync(new NewPerson(commune, Input.Standing!.Value, Input.Start, Input.PlannedEnd, Input.State!.Value), Input.Details(), ct)))
            return Page();
        Say("Đã thêm vào danh sách.", "Added to the list.");
        return Redirect(Input.Standing == PersonStanding.CountedOnly ? $"/Returnees/{id}" : $"/Returnees/{id}/Skills");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var codes = user.CommuneCodes;
        Communes = [.. (await db.Communes.Where(c => codes.Contains(c.Code)).OrderBy(c => c.Code).Select(c => new { c.Code, c.Name }).ToListAsync(ct)).Select(c => (c.Code, c.Name))];
    }

    public sealed class NewInput : DetailsInput
    {
        public string? CommuneCode { get; set; }

        public PersonStanding? Standing { get; set; }

        public DateOnly? Start { get; set; }

        public DateOnly? PlannedEnd { get; set; }

        public WorkState? State { get; set; }
    }
}
