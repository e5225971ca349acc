using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Hire.Openings;

/// <summary>Everything said, with a way to put each part right, and the one press that sends it to the officer.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class CheckModel(WorkBridgeDb db, WriteOpening write, SubmitOpening submit, CurrentUser user, TimeProvider clock) : WritePage(db, write, user, clock)
{
    /// <summary>What keeps it from being sent, each on its page.</summary>
    public IReadOnlyList<OpeningFault> Missing { get; private set; } = [];

    public bool CanSubmit => EmployerState == EmployerState.Approved && Missing.Count == 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        Missing = OpeningCheck.Faults(Said, Today, RecordBases.Default);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        if (await Try(() => submit.RunAsync(Id!.Value, ct)))
        {
            Say("Đã gửi. Cán bộ đọc lại trước khi đăng, thường trong một ngày làm việc.", "Sent. An officer reads it before it is posted, usually within one working day.");
            return RedirectToPage("/Hire/Openings/Show", new { id = Id });
        }

        Missing = OpeningCheck.Faults(Said, Today, RecordBases.Default);
        return Page();
    }

    /// <summary>The page on which a part is written.</summary>
    public string PageOf(OpeningPart part) => part == OpeningPart.Kind
        ? Url.Page("/Hire/Openings/Kind", new { id = Id, check = true })!
        : Url.Page($"/Hire/Openings/{part}", new { id = Id, check = true })!;
}
