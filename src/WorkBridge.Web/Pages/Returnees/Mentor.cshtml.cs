using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Mentors;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>Who goes along with a person and how loaded every mentor of the commune is; assigned, replaced, ended; the visits so far.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class MentorModel(WorkBridgeDb db, ReadPersonMentor read, ReadMentors mentors, PlanVisit plan, ReportVisit report, CallOffVisit callOff, ReadingLog readings, CurrentUser user, TimeProvider clock)
    : VisitPage(plan, report, callOff)
{
    private IReadOnlyList<MentorLoad> loads = [];

    public Returnee Person { get; private set; } = null!;

    public PersonMentor Mentor { get; private set; } = null!;

    /// <summary>May be helped, and had nothing restricted.</summary>
    public bool Helped { get; private set; }

    /// <summary>The person had everything restricted: notes are not shown.</summary>
    public bool Restricted { get; private set; }

    public DateOnly Today => clock.Today();

    public override MentorVisit? Next => Mentor.Next;

    public IReadOnlyList<MentorVisit> Past => [.. Mentor.Visits.Where(v => v.Id != Next?.Id)];

    public IReadOnlyList<(Mentorship Mentorship, string Name, string? Unit)> Before => [.. Mentor.All.Where(m => m.Mentorship.EndedAt is not null)];

    public MentorLoad? MentorNow => loads.FirstOrDefault(m => m.Id == Mentor.Now?.MentorId);

    public IReadOnlyList<ChoiceView> Choices =>
        [.. loads.Where(m => !m.Disabled).Select(m => new ChoiceView(m.Id.ToString(), m.Name, T($"{m.Unit}, đang đồng hành {m.People} người", $"{m.Unit}, goes along with {m.People} now")))];

    public async Task<IActionResult> OnPostAssignAsync(Guid id, [FromServices] AssignMentor assign, CancellationToken ct) =>
        await ActAsync(id, () => assign.RunAsync(id, Input.Mentor, Input.From, Input.Until, ct), "Đã phân công người đồng hành.", "The mentor is assigned.", ct);

    public async Task<IActionResult> OnPostEndAsync(Guid id, [FromServices] EndMentorship end, CancellationToken ct) =>
        await ActAsync(id, () => end.RunAsync(id, ct), "Đã kết thúc đồng hành.", "The mentorship has ended.", ct);

    protected override Task<Guid?> MentorshipAsync(Guid id, CancellationToken ct) =>
        db.Mentorships.Of(user).Where(m => m.ReturneeId == id && m.EndedAt == null).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(ct);

    protected override async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await db.Returnees.Of(user).AsNoTracking().Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } person)
            return NotFound();
        Person = person;
        Mentor = await read.RunAsync(id, ct);
        loads = await mentors.RunAsync(person.CommuneCode, ct);
        Restricted = await db.IsRestrictedAsync(id, ct);
        Helped = person.MayBeHelped(Today) && !Restricted;
        Input.On ??= Today;
        Input.From ??= Today;
        await readings.OpenedAsync(id, "Returnees/Mentor");
        return Page();
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Task> act, string vi, string en, CancellationToken ct)
    {
        if (!await db.Returnees.Of(user).AnyAsync(r => r.Id == id, ct))
            return NotFound();
        if (!ModelState.IsValid || !await Try(act))
            return await ShowAsync(id, ct);
        Say(vi, en);
        return RedirectToPage(new { id });
    }
}
