using Microsoft.AspNetCore.Authorization;
using WorkBridge.Audit;
using WorkBridge.Mentors;

namespace WorkBridge.Web.Pages.Mentor;

/// <summary>The mentor's home: the next visit, the people who agreed, and those whom nobody has visited for a month.</summary>
[Authorize(Policy = Policies.Mentor)]
public sealed class IndexModel(ReadMentored read, ReadingLog readings, TimeProvider clock) : PageBase
{
    public IReadOnlyList<Mentored> People { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public IReadOnlyList<Mentored> Unvisited => [.. People.Where(p => p.DaysWithout(Today) >= MentorVisit.Silence).OrderByDescending(p => p.DaysWithout(Today))];

    public async Task OnGetAsync(CancellationToken ct)
    {
        People = await read.RunAsync(ct);
        await readings.ListedAsync([.. People.Select(p => p.Mentorship.ReturneeId)], "Mentor/Index");
    }
}
