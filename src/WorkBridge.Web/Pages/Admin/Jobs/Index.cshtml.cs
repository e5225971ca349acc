using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace WorkBridge.Web.Pages.Admin.Jobs;

/// <summary>The jobs in our own words: when each ran and what it did, when it runs next, what failed, and "run now".</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class IndexModel(IServiceProvider services) : PageBase
{
    /// <summary>Null where the jobs are switched off ("Jobs:Enabled=false").</summary>
    private readonly Schedule.JobBoard? board = services.GetService<Schedule.JobBoard>();

    public bool AreOff => board is null;

    public IReadOnlyList<JobLine> Lines { get; private set; } = [];

    public IReadOnlyList<JobFailure> Failures { get; private set; } = [];

    public void OnGet() => (Lines, Failures) = (board?.All() ?? [], board?.Failures() ?? []);

    public IActionResult OnPost(string? id)
    {
        if (board?.RunNow(id) != true)
            return NotFound();
        Say("Việc này đang chạy. Tải lại trang để xem kết quả.", "The job is running. Load the page again to see what it did.");
        return Redirect("/Admin/Jobs");
    }
}
