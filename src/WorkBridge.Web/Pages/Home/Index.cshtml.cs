using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Kiosks;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Worklists;

namespace WorkBridge.Web.Pages.Home;

/// <summary>The officer's day. A coordinator and an administrator are led to their own first page.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class IndexModel(ReadWorklist readWorklist, CountEmployment countEmployment, AnswerAsk answerAsk, ReadingLog readings, CurrentUser user) : PageBase
{
    /// <summary>Things of one urgency shown at first; the rest behind "show all".</summary>
    public const int ShownPerGroup = 20;

    public Worklist List { get; private set; } = null!;

    public EmploymentCounts Everyone { get; private set; } = null!;

    public EmploymentCounts InProgramme { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (user.IsCoordinator)
            return Redirect("~/Reports");
        if (!user.IsOfficer)
            return Redirect("~/Admin");
        List = await readWorklist.RunAsync(ct);
        var counts = await countEmployment.RunAsync(user.CommuneCodes, List.Today, null, ct);
        Everyone = counts.Aggregate(EmploymentCounts.Empty, (sum, c) => sum + c.Everybody);
        InProgramme = counts.Aggregate(EmploymentCounts.Empty, (sum, c) => sum + c.InProgramme);
        var shown = Shown(List.Late).Concat(Shown(List.ForToday)).Concat(Shown(List.Soon)).Where(i => i.ReturneeId is not null).Select(i => i.ReturneeId!.Value);
        await readings.ListedAsync([.. shown.Concat(List.Waiting.Select(w => w.ReturneeId)).Concat(List.Unheard.Select(u => u.ReturneeId)).Distinct()], "Home/Index");
        return Page();
    }

    /// <summary>A call, an interest or a correction was seen to.</summary>
    public async Task<IActionResult> OnPostAnsweredAsync(Guid ask, CancellationToken ct)
    {
        if (!await Try(() => answerAsk.RunAsync(ask, ct)))
            return await OnGetAsync(ct);
        Say("Đã ghi là xong.", "Marked as done.");
        return RedirectToPage();
    }

    /// <summary>The headline of a day with nothing open: done, or never begun; and what tomorrow brings.</summary>
    public string NothingOpen => (List.DoneToday > 0 ? T("Hôm nay đã xong việc.", "All done today.") : T("Hôm nay chưa có việc nào đến hạn.", "Nothing is due today."))
        + (List.Tomorrow > 0 ? T($" Ngày mai có {List.Tomorrow} việc.", $" {List.Tomorrow} tomorrow.") : "");

    public IEnumerable<WorkItem> Shown(IEnumerable<WorkItem> items) => All ? items : items.Take(ShownPerGroup);
}

/// <summary>Things of one urgency, as the page shows them.</summary>
public sealed record WorkGroup(string Title, IEnumerable<WorkItem> Items, int Count, DateOnly Today);
