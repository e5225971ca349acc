using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Data;

namespace WorkBridge.Web.Pages.Admin.Jobs;

/// <summary>The jobs in our own words: when each ran and what it did, when it runs next, what failed, and "run now".</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class IndexModel(WorkBridgeDb db, IServiceProvider services) : PageBase
{
    /// <summary>Null where the jobs are switched off ("Jobs:Enabled=false").</summary>
    private readonly Schedule.JobBoard? board = services.GetService<Schedule.JobBoard>();

    public bool AreOff => board is null;

    public IReadOnlyList<JobLine> Lines { get; private set; } = [];

    public IReadOnlyList<JobFailure> Failures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (board is not null)
            (Lines, Failures) = (await board.AllAsync(db, ct), board.Failures());
    }

    public IActionResult OnPost(string? id)
    {
        if (board?.RunNow(id) != true)
            return NotFound();
        Say("Việc này đang chạy. Tải lại trang để xem kết quả.", "The job is running. Load the page again to see what it did.");
        return Redirect("/Admin/Jobs");
    }
}
