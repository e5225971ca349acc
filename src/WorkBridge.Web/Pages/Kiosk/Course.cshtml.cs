using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Training;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>The end assessment of a training slot: whether it is right, and if not, what is wrong in it. Nothing is kept before the last touch.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class CourseModel(WorkBridgeDb db, AnswerAssessment answer, ReadingLog readings) : KioskPage
{
    public sealed class Form
    {
        /// <summary>The assessment that was on the screen: another one asks anew.</summary>
        public Guid? Assessment { get; set; }

        public bool? Agrees { get; set; }

        public Objection? Objection { get; set; }

        public string? Words { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Course Course { get; private set; } = null!;

    public string Place { get; private set; } = "";

    /// <summary>What is wrong is being asked.</summary>
    public bool Wrong { get; private set; }

    /// <summary>Something else is wrong: it is written.</summary>
    public bool Writing { get; private set; }

    public bool Done { get; private set; }

    public bool Agreed { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool? agreed, CancellationToken ct)
    {
        if (agreed is { } said)
        {
            (Done, Agreed) = (true, said);
            return Page();
        }

        return await LoadAsync(ct) ? Page() : Redirect("/Kiosk/Menu");
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return Redirect("/Kiosk/Menu");
        if (!ModelState.IsValid || Input.Assessment != Course.Assessment!.Id)
            return Redirect("/Kiosk/Course");
        if (Input.Agrees is not true)
        {
            Wrong = true;
            Writing = Input.Objection == Objection.Other;
            if (Input.Objection is not { } objection || !Enum.IsDefined(objection) || (Writing && Input.Words is null))
                return Page();
        }

        if (await Try(() => answer.RunAsync(Course.Placement.Id, Course.Assessment.Id, Input.Agrees is true, Input.Objection, Input.Words, ct)))
            return Redirect($"/Kiosk/Course?agreed={(Input.Agrees is true ? "true" : "false")}");
        return await LoadAsync(ct) ? Page() : Redirect("/Kiosk/Menu");
    }

    public static string IconOf(Objection objection) => objection switch
    {
        Objection.WasThere => "calendar-check",
        Objection.LearntMore => "plus",
        Objection.NotLearnt => "circle-minus",
        Objection.NoCertificate => "certificate",
        _ => "message-circle",
    };

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.AssessmentQuestionsAsync(Here.PersonId!.Value, ct) is not [var course, ..])
            return false;
        Course = course;
        Place = await db.Employers.Where(e => e.Id == course.Placement.EmployerId).Select(e => e.Name).SingleAsync(ct);
        await readings.OpenedAsync(Here.PersonId.Value, "Kiosk/Course");
        return true;
    }
}
