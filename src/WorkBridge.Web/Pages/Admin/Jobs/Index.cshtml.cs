using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace WorkBridge.Web.Pages.Admin.Jobs;

/// <summary>The jobs in our own words: when each ran, when it runs next, and "run now".</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class IndexModel(IServiceProvider services) : PageBase
{
    /// <summary>Null where the jobs are switched off ("Jobs:Enabled=false").</summary>
    private readonly Schedule.JobBoard? board = services.GetService<Schedule.JobBoard>();

    public bool AreOff => board is null;

    public IReadOnlyList<JobLine> Lines { get; private set; } = [];

    public void OnGet() => Lines = board?.All() ?? [];

    public IActionResult OnPost(string? id)
    {
        if (board?.RunNow(id) != true)
            return NotFound();
        Say("Đã xếp việc này vào hàng chờ.", "The job is queued.");
        return Redirect("/Admin/Jobs");
    }
}
