using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Staff;
using WorkBridge.Training;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Placements;

/// <summary>A training slot that somebody took up: the register, the end assessment of both sides, and what it leads on to. What was said on paper or by telephone is written down here.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class TrainingModel(WorkBridgeDb db, CurrentUser user, MarkAttendance mark, AssessTraining assess, AnswerAssessment answer, ReadingLog readings, TimeProvider clock)
    : PlacementPage(db, user, clock), IAssessing
{
    /// <summary>The answer that is none of <see cref="Objection"/>.</summary>
    public const string Agrees = "Agrees";

    public sealed class Form : AssessmentInput
    {
        public DateOnly? Day { get; set; }

        public AttendanceMark? Mark { get; set; }

        public Guid? Assessment { get; set; }

        /// <summary><see cref="Agrees"/>, or an <see cref="Objection"/>.</summary>
        public string? Answer { get; set; }

        public string? Said { get; set; }
    }

    private readonly WorkBridgeDb db = db;
    private readonly CurrentUser user = user;

    [BindProperty]
    public Form Input { get; set; } = new();

    AssessmentInput IAssessing.Input => Input;

    public Course Course { get; private set; } = null!;

    public IReadOnlyList<ChoiceView> Teaches { get; private set; } = [];

    public string AssessAction => $"/Placements/{Id}/Training?handler=Assess";

    public string SignWords => T("Tôi đã thấy bản giấy có chữ ký của nơi dạy", "I have seen the paper signed by whoever taught");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostMarkAsync(CancellationToken ct) => Do(
        () => mark.RunAsync(Input.Day, Input.Mark is { } said ? new Dictionary<Guid, AttendanceMark> { [Id] = said } : throw new RuleBroken(Rule.Incomplete, nameof(Form.Mark), new("Chọn có mặt hay vắng", "Choose there or absent")), ct),
        "Đã ghi điểm danh.", "The register is filled in.", ct);

    public Task<IActionResult> OnPostAssessAsync(CancellationToken ct) => Do(
        () => assess.RunAsync(Id, Input.Facts, Input.Signed, ct),
        "Đã ghi đánh giá. Mời người học xem và trả lời.", "The assessment is recorded. Invite the learner to see it and answer.", ct);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) => Do(
        async () =>
        {
            var wrong = Enum.TryParse<Objection>(Input.Answer, out var objection) && Enum.GetNames<Objection>().Contains(Input.Answer) ? objection : (Objection?)null;
            if (Input.Answer != Agrees && wrong is null)
                throw new RuleBroken(Rule.Incomplete, nameof(Form.Answer), new("Chọn đồng ý, hoặc điều chưa đúng", "Choose that the learner agrees, or what is wrong"));
            try
            {
                await answer.RunAsync(Id, Input.Assessment ?? Guid.Empty, wrong is null, wrong, Input.Said, ct);
            }
            catch (RuleBroken broken) when (broken.Field == "Words")
            {
                throw new RuleBroken(broken.Rule, nameof(Form.Said), broken.Words);
            }
        },
        "Đã ghi lời người học.", "The learner's answer is recorded.", ct);

    private async Task<IActionResult> Do(Func<Task> act, string vi, string en, CancellationToken ct)
    {
        if (!await db.Placements.Of(user).AnyAsync(p => p.Id == Id && p.IsTraining, ct))
            return NotFound();
        if (ModelState.IsValid && await Try(act))
        {
            Say(vi, en);
            return Redirect($"/Placements/{Id}/Training");
        }

        db.ChangeTracker.Clear();
        return await ReadAsync(ct) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || !Placement.IsTraining)
            return false;
        Course = await db.CourseAsync(Placement, ct);
        Teaches = IAssessing.Boxes(await db.Openings.Where(o => o.Id == Placement.OpeningId).Select(o => o.Teaches).SingleAsync(ct));
        Input.Day ??= Today;
        await readings.OpenedAsync(Person.Id, "Placements/Training");
        return true;
    }
}
