using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Staff;
using WorkBridge.Training;

namespace WorkBridge.Web.Pages.Hire.Training;

/// <summary>Somebody in a training slot as whoever teaches knows them: initials, the number of the referral and the slot.</summary>
public sealed record Learner(Course Course, string Initials, string Number, string Title);

/// <summary>The register of one day, and everybody who learns here or has done so lately.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class IndexModel(WorkBridgeDb db, CurrentUser user, MarkAttendance mark, ReadingLog readings, TimeProvider clock) : PageBase
{
    public sealed class Row
    {
        public Guid Placement { get; set; }

        public AttendanceMark? Mark { get; set; }
    }

    public sealed class Form
    {
        public DateOnly? Day { get; set; }

        public List<Row> Marks { get; set; } = [];
    }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DateOnly Today => clock.Today();

    /// <summary>The day whose register is shown.</summary>
    public DateOnly On { get; private set; }

    public IReadOnlyList<Learner> All { get; private set; } = [];

    public IReadOnlyList<Learner> Running => [.. All.Where(l => l.Course.MayBeAssessed)];

    /// <summary>Those who had begun by that day; after a refusal everybody, with what was marked.</summary>
    public IReadOnlyList<Learner> Rows => [.. Running.Where(l => l.Course.Placement.StartsOn <= On || !ModelState.IsValid)];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            (Day, _) = (null, ModelState.Remove(nameof(Day)));
        await LoadAsync(Day, keep: false, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var marks = Input.Marks.Where(m => m.Mark is { } said && Enum.IsDefined(said)).DistinctBy(m => m.Placement).ToDictionary(m => m.Placement, m => m.Mark!.Value);
        if (ModelState.IsValid && await Try(() => mark.RunAsync(Input.Day, marks, ct)))
        {
            Say("Đã lưu điểm danh.", "The register is saved.");
            return RedirectToPage(new { day = Input.Day == Today ? null : Input.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
        }

        await LoadAsync(Input.Day, keep: true, ct);
        return Page();
    }

    private async Task LoadAsync(DateOnly? day, bool keep, CancellationToken ct)
    {
        On = day is { } asked && asked <= Today && asked >= Today.AddDays(-Attendance.DaysBack) ? asked : Today;
        All = await LearnersAsync(db, user, Today, null, ct);
        await readings.ListedAsync([.. All.Select(l => l.Course.Placement.ReturneeId).Distinct()], "Hire/Training");
        var typed = Input.Marks.DistinctBy(m => m.Placement).ToDictionary(m => m.Placement, m => m.Mark);
        Input = new Form
        {
            Day = On,
            Marks = [.. Rows.Select(l => new Row
            {
                Placement = l.Course.Placement.Id,
                Mark = keep && typed.TryGetValue(l.Course.Placement.Id, out var said) ? said : l.Course.Days.FirstOrDefault(d => d.Day == On)?.Mark,
            })],
        };
        // The rows may have moved, and what was typed is in them: words about any of them stand at the first.
        var words = ModelState.Where(e => e.Key.StartsWith("Input.Marks", StringComparison.Ordinal) && e.Value is { Errors.Count: > 0 }).Select(e => e.Value!.Errors[0].ErrorMessage).FirstOrDefault();
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Input.Marks", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
        if (words is not null)
            ModelState.AddModelError("Input.Marks[0].Mark", words);
    }

    /// <summary>Who learns at the contact's employer, and who has until lately; one of them where an id is given.</summary>
    internal static async Task<IReadOnlyList<Learner>> LearnersAsync(WorkBridgeDb db, CurrentUser user, DateOnly today, Guid? id, CancellationToken ct)
    {
        var since = today.AddDays(-Course.LeadOnDays);
        var rows = await (from placement in db.Placements.TaughtBy(user, db, today)
                          where id == null ? placement.State != PlacementState.Ended || placement.EndedOn >= since : placement.Id == id
                          join referral in db.Referrals on placement.ReferralId equals referral.Id
                          join person in db.Returnees on placement.ReturneeId equals person.Id
                          select new { placement, referral.Number, referral.Opening.Title, person }).AsNoTracking().ToListAsync(ct);
        var courses = (await db.CoursesAsync(rows.ConvertAll(r => r.placement), ct)).ToDictionary(c => c.Placement.Id);
        return [.. rows.Select(r => new Learner(courses[r.placement.Id], r.person.Initials, r.Number, r.Title)).OrderByDescending(l => l.Course.MayBeAssessed).ThenBy(l => l.Course.Placement.StartsOn).ThenBy(l => l.Number, StringComparer.Ordinal)];
    }
}
