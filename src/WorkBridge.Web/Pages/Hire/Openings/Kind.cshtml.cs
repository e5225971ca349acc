using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Staff;
using WorkBridge.Web.Forms;

namespace WorkBridge.Web.Pages.Hire.Openings;

/// <summary>The first page of an opening: what it is, and what it is called. From its save on there is a draft.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class KindModel(WorkBridgeDb db, WriteOpening write, CurrentUser user, TimeProvider clock) : WritePage(db, write, user, clock)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public sealed class Fields
    {
        [Need("Chọn loại chỗ", "Choose the kind")]
        public OpeningKind? Kind { get; set; }

        [Need("Nhập tên công việc", "Enter the name of the job")]
        [Longest(Opening.TitleLength)]
        public string? Title { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        if (Id is not null)
            Input = new Fields { Kind = Said.Kind, Title = Said.Title };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        return await SaveAsync(
            OpeningPart.Kind,
            c => c with { Kind = Input.Kind ?? c.Kind, Title = Input.Title ?? "" },
            then,
            id => RedirectToPage("/Hire/Openings/Work", new { id }),
            ct) ?? Page();
    }
}
