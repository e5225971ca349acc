using Microsoft.AspNetCore.Mvc;
using WorkBridge.Mentors;
using WorkBridge.Placements;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web;

/// <summary>A page on which visits are planned and reported, by the mentor or by the officer.</summary>
public abstract class VisitPage(PlanVisit plan, ReportVisit report, CallOffVisit callOff) : PageBase
{
    [BindProperty]
    public VisitInput Input { get; set; } = new();

    public static IReadOnlyList<ChoiceView> Results =>
    [
        .. Enum.GetValues<Going>().Select(g => new ChoiceView(g.ToString(), T($"Đã gặp: {PlacementWords.Of(g).Vi.ToLowerInvariant()}", $"Met: {PlacementWords.Of(g).En.ToLowerInvariant()}"))),
        .. Enum.GetValues<VisitFailure>().Select(f => new ChoiceView(f.ToString(), T($"Không gặp được: {MentorText.Of(f).Vi.ToLowerInvariant()}", $"Not met: {MentorText.Of(f).En.ToLowerInvariant()}"))),
    ];

    /// <summary>The visit that is planned; null where none is.</summary>
    public abstract MentorVisit? Next { get; }

    /// <summary>The path of this page, for its forms.</summary>
    public string Here => Request.Path.Value ?? "";

    /// <summary>What was written and has no field any more, because the visit was recorded elsewhere in the meantime.</summary>
    public string? Unkept => Next is null && !ModelState.IsValid ? Input.Note : null;

    /// <summary>The mentorship that the page's address leads to; null where there is none.</summary>
    protected abstract Task<Guid?> MentorshipAsync(Guid id, CancellationToken ct);

    /// <summary>The page as it is, once the reading is written down; not found for those it is not for.</summary>
    protected abstract Task<IActionResult> ShowAsync(Guid id, CancellationToken ct);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public Task<IActionResult> OnPostPlanAsync(Guid id, CancellationToken ct) =>
        ActForAsync(id, mentorship => plan.RunAsync(mentorship, Input.Day, ct), "Đã hẹn lần tới thăm.", "The visit is planned.", ct);

    public Task<IActionResult> OnPostReportAsync(Guid id, CancellationToken ct) =>
        ActForAsync(id, _ => report.RunAsync(Input.Visit ?? Guid.Empty, new VisitReport(Input.On, Chosen<Going>(), Chosen<VisitFailure>(), Input.Note), ct), "Đã ghi lần tới thăm.", "The visit is recorded.", ct);

    public Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken ct) =>
        ActForAsync(id, _ => callOff.RunAsync(Input.Visit ?? Guid.Empty, ct), "Đã bỏ lần hẹn.", "The visit is called off.", ct);

    /// <summary>Does it for the mentorship of this page, once it is sure that whoever asks has business here.</summary>
    private async Task<IActionResult> ActForAsync(Guid id, Func<Guid, Task> act, string vi, string en, CancellationToken ct)
    {
        if (await MentorshipAsync(id, ct) is not { } mentorship)
        {
            ModelState.AddModelError("", RuleText.Of(Rule.WrongState).ToString());
            return await ShowAsync(id, ct);
        }

        if (!ModelState.IsValid || !await Try(() => act(mentorship)))
            return await ShowAsync(id, ct);
        Say(vi, en);
        return RedirectToPage(new { id });
    }

    private TEnum? Chosen<TEnum>()
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Contains(Input.Result) ? Enum.Parse<TEnum>(Input.Result!) : null;
}

public sealed class VisitInput
{
    public DateOnly? Day { get; set; }

    public Guid? Visit { get; set; }

    /// <summary>A <see cref="Going"/>, or a <see cref="VisitFailure"/>.</summary>
    public string? Result { get; set; }

    public DateOnly? On { get; set; }

    public string? Note { get; set; }

    public Guid? Mentor { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }
}
