using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Mentors;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Mentor;

/// <summary>One person as the mentor may see them: what work, since when, the next date; and the visits. Whatever is taken back is not found at once.</summary>
[Authorize(Policy = Policies.Mentor)]
public sealed class ShowModel(WorkBridgeDb db, ReadMentored read, PlanVisit plan, ReportVisit report, CallOffVisit callOff, ReadingLog readings, CurrentUser user, TimeProvider clock)
    : VisitPage(plan, report, callOff)
{
    public MentoredPerson Person { get; private set; } = null!;

    public override MentorVisit? Next => Person.Who.Next;

    public IReadOnlyList<MentorVisit> Past => [.. Person.Visits.Where(v => v.State != VisitState.Planned)];

    public DateOnly Today => clock.Today();

    /// <summary>A mentor reads the own notes, never an officer's.</summary>
    public bool IsMine(MentorVisit visit) => visit.MovedById == user.AccountId;

    protected override async Task<Guid?> MentorshipAsync(Guid id, CancellationToken ct) =>
        await db.Mentorships.SeenBy(user, db, Today).AnyAsync(m => m.Id == id, ct) ? id : null;

    protected override async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await read.OneAsync(id, ct) is not { } person)
            return NotFound();
        Person = person;
        Input.On ??= Today;
        await readings.OpenedAsync(person.Who.Mentorship.ReturneeId, "Mentor/Show");
        return Page();
    }
}
