using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Returnees;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>A person's stay in the programme: enter, plan its end, leave; or note that somebody came for help.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class ProgrammeModel(ReadPerson read, EnterProgramme enter, PlanProgrammeEnd plan, StopForProgrammeEnd stop, AskForHelp ask, ReadingLog readings, TimeProvider clock) : PageBase
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public PersonFile Dossier { get; private set; } = null!;

    /// <summary>How the stay stands now, after somebody else was first.</summary>
    public Meanwhile Meanwhile { get; private set; } = Meanwhile.Nothing;

    public bool IsIn => Dossier.Person.InProgramme(clock.Today());

    public static IReadOnlyList<ChoiceView> Endings => [.. Enum.GetValues<ProgrammeEnding>().Select(e => new ChoiceView(e.ToString(), ReturneeText.Of(e).ToString()))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        Input.Version = Dossier.Person.Version;
        Input.PlannedEnd = Dossier.OpenPeriod?.PlannedEnd;
        return Page();
    }

    public Task<IActionResult> OnPostEnterAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => enter.RunAsync(id, Input.Version, Input.Start, Input.PlannedEnd, ct), "Đã ghi vào mô hình.", "Entered in the programme.", ct);

    public Task<IActionResult> OnPostPlanAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => plan.RunAsync(id, Input.Version, Input.PlannedEnd, ct), "Đã lưu ngày dự kiến.", "The planned end is saved.", ct);

    public Task<IActionResult> OnPostHelpAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => ask.RunAsync(id, ct), "Đã ghi: người này đến nhờ giúp.", "Noted: this person came for help.", ct);

    public Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken ct)
    {
        if (Input.End is null)
            ModelState.AddModelError("Input.End", T("Nhập ngày ra khỏi mô hình.", "Enter the day of leaving."));
        else if (Input.End > clock.Today())
            ModelState.AddModelError("Input.End", T("Ngày này chưa tới. Ghi vào ngày dự kiến.", "That day has not come. Set it as the planned end."));
        if (Input.Ending is null)
            ModelState.AddModelError("Input.Ending", T("Chọn lý do.", "Choose the reason."));
        return ActAsync(id, () => stop.RunAsync(id, Input.Version, Input.End!.Value, Input.Ending!.Value, ct), "Đã ghi ra khỏi mô hình. Sự đồng ý, thẻ và các lần giới thiệu đang mở đã dừng.", "Left the programme. Consents, card and open referrals have stopped.", ct);
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Task> act, string vi, string en, CancellationToken ct)
    {
        if (ModelState.IsValid && await Try(act))
        {
            Say(vi, en);
            return Redirect($"/Returnees/{id}/Programme");
        }

        if (!await LoadAsync(id, ct))
            return NotFound();
        if (Input.Version != Dossier.Person.Version)
            Meanwhile = new(Standing(), AfterSecond.Look);
        ModelState.Remove("Input.Version");
        Input.Version = Dossier.Person.Version;
        return Page();
    }

    private List<(string Label, string Kept)> Standing()
    {
        var last = Dossier.Person.Periods.OrderBy(p => p.Start).LastOrDefault();
        var rows = new List<(string Label, string Kept)> { (T("Hiện nay", "At present"), IsIn ? T("Đang trong mô hình", "In the programme") : PersonLook.Of(Dossier.Standing).ToString()) };
        if (last is not null)
            rows.Add((T("Từ ngày", "Since"), Show.Day(last.Start)));
        if (last?.PlannedEnd is { } planned)
            rows.Add((T("Dự kiến đến ngày", "Planned end"), Show.Day(planned)));
        if (last is { End: { } end, Ending: { } ending })
            rows.Add((T("Ra ngày", "Left on"), $"{Show.Day(end)}, {ReturneeText.Of(ending)}"));
        return rows;
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await read.RunAsync(id, ct) is not { } file)
            return false;
        Dossier = file;
        await readings.OpenedAsync(id, "Returnees/Programme");
        return true;
    }

    public sealed class Typed
    {
        public int Version { get; set; }

        public DateOnly? Start { get; set; }

        public DateOnly? PlannedEnd { get; set; }

        public DateOnly? End { get; set; }

        public ProgrammeEnding? Ending { get; set; }
    }
}
