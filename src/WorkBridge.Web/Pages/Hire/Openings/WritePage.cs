using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Staff;
using WorkBridge.Web.Pages.Openings;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Hire.Openings;

/// <summary>What the pages on which an opening is written have in common: the draft, the spans on top, saving and going on.</summary>
public abstract class WritePage(WorkBridgeDb db, WriteOpening write, CurrentUser user, TimeProvider clock) : PageBase
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>The version the form was filled in from.</summary>
    [BindProperty]
    public int? Version { get; set; }

    /// <summary>Came from the last page to put something right: goes back there.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Check { get; set; }

    public OpeningContent Said { get; private set; } = new();

    public string EmployerName { get; private set; } = "";

    public EmployerState EmployerState { get; private set; }

    /// <summary>Where the employer is registered: most work is there.</summary>
    protected ListedCommune? EmployerCommune { get; private set; }

    public OpeningState State { get; private set; }

    public string? ReviewWords { get; private set; }

    /// <summary>Where what somebody else saved differs from what was typed on this page.</summary>
    public Meanwhile Meanwhile { get; private set; } = Meanwhile.Nothing;

    /// <summary>What is at fault in what was typed on this page.</summary>
    public IReadOnlyList<OpeningFault> Faults { get; private set; } = [];

    protected DateOnly Today => clock.Today();

    protected WorkBridgeDb Db => db;

    public IReadOnlyList<SpanView> Steps(OpeningPart? now)
    {
        List<(OpeningPart? Part, string Label)> pages =
        [
            (OpeningPart.Kind, T("Loại chỗ", "Kind")),
            (OpeningPart.Work, T("Công việc, thu nhập", "Work and pay")),
            (OpeningPart.Place, T("Nơi làm, giờ làm", "Place and hours")),
        ];
        if (Said.Kind == OpeningKind.Training)
            pages.Add((OpeningPart.Teaching, T("Dạy gì", "What is taught")));
        pages.Add((null, T("Xem lại", "Check")));
        var at = pages.FindIndex(p => p.Part == now);
        return [.. pages.Select((p, i) => new SpanView(p.Label, i < at ? "done" : i == at ? "now" : "next"))];
    }

    public OpeningFault? WordingOf(string field) => Faults.FirstOrDefault(f => f.Field == field && f.Phrases.Count > 0);

    /// <summary>Loads the draft (or the employer alone, before there is one). An answer other than null ends the request.</summary>
    protected async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var employer = await db.Employers.AsNoTracking().Of(user, db).SingleOrDefaultAsync(e => e.Id == user.EmployerId, ct);
        if (employer is null)
            return NotFound();
        (EmployerName, EmployerState, EmployerCommune) = (employer.Name, employer.State, CommuneList.Default.Find(employer.CommuneCode));
        if (Id is null)
            return null;
        var opening = await db.Openings.AsNoTracking().Of(user, db).SingleOrDefaultAsync(o => o.Id == Id, ct);
        if (opening is null)
            return NotFound();
        var looking = HttpMethods.IsGet(Request.Method);
        if (looking && !opening.IsEditable)
            return RedirectToPage("/Hire/Openings/Show", new { id = Id });
        (Said, State, ReviewWords) = (opening.Content, opening.State, opening.ReviewWords);
        if (looking || opening.Version < Version)
            Version = opening.Version;
        return null;
    }

    /// <summary>
    /// Saves what was typed as a draft. Going on, the faults of this page are told first and nothing is saved; leaving for later,
    /// they may wait. Answers where to go, or null when the page must be shown again.
    /// </summary>
    protected async Task<IActionResult?> SaveAsync(OpeningPart part, Func<OpeningContent, OpeningContent> rewrite, string? then, Func<Guid, IActionResult> next, CancellationToken ct)
    {
        var later = then == "later";
        if (!later)
        {
            // Also beside a field that could not be read: everything is told at once.
            Faults = [.. OpeningCheck.Faults(rewrite(Said), Today, RecordBases.Default).Where(f => f.Part == part && ModelState.GetValueOrDefault("Input." + f.Field) is not { Errors.Count: > 0 })];
            foreach (var fault in Faults)
                ModelState.AddModelError("Input." + fault.Field, ShortOf(fault));
        }

        if (ModelState.IsValid && await Try(async () => Id = await write.RunAsync(Id, user.EmployerId ?? Guid.Empty, Version, rewrite, ct)))
        {
            if (!later)
                return Check ? RedirectToPage("/Hire/Openings/Check", new { id = Id }) : next(Id!.Value);
            Say("Đã lưu bản nháp. Anh/chị làm tiếp lúc nào cũng được.", "The draft is saved. Go on whenever you like.");
            return RedirectToPage("/Hire/Openings/Index");
        }

        var typed = rewrite(Said);
        if (Id is { } id && await db.Openings.AsNoTracking().Of(user, db).SingleOrDefaultAsync(o => o.Id == id, ct) is { } now)
        {
            // After a lost race the next save is meant against what is there now.
            if (Version is { } read && read != now.Version)
                Meanwhile = now.IsEditable
                    ? new(OpeningRows.Differences(now.Content, typed, part))
                    : new([(T("Tình trạng tin", "State of the opening"), OpeningText.Of(now.State).ToString())], AfterSecond.Look);
            Version = now.Version;
            ModelState.Remove(nameof(Version));
        }

        Said = typed;

        return null;
    }

    /// <summary>Beside the field stands what to do; the sentence with the marked words stands below it.</summary>
    private static string ShortOf(OpeningFault fault) => fault.Rule switch
    {
        Rule.WordingDemandsRecord => T("Bỏ yêu cầu về lý lịch", "Take out the demand for a record"),
        Rule.WordingTellsPast => T("Bỏ những từ nói về chuyện trước đây", "Take out the words about the past"),
        _ => fault.Words.ToString(),
    };
}
