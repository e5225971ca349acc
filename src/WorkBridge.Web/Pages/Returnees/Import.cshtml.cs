using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Files;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Pages.Openings;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>Takes a commune's survey over: send the file, confirm what it means, read the preview, save.</summary>
[Authorize(Policy = Policies.Officer)]
[RequestSizeLimit(ImportPage.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = ImportPage.MostRequestBytes, ValueCountLimit = 512)]
public sealed class ImportModel(KeepUpload keep, PreviewSurvey read, ChooseSurvey choose, SaveSurvey save, DropUpload drop, WorkBridgeDb db, CurrentUser user, ReadingLog readings) : PageBase
{
    public const int RowsOnPage = 50;

    [BindProperty(SupportsGet = true)]
    public Guid? Upload { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Shows the questions again after they were answered.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public SurveyPreview? Preview { get; private set; }

    public IReadOnlyList<(string Code, string Name)> Communes { get; private set; } = [];

    public IReadOnlyList<SurveyRow> Good => [.. Preview?.Good ?? []];

    public IReadOnlyList<SurveyRow> Shown => [.. Good.Skip((P - 1) * RowsOnPage).Take(RowsOnPage)];

    public int Pages => Math.Max(1, (Good.Count + RowsOnPage - 1) / RowsOnPage);

    public bool Asks => Preview is { } preview && (preview.NeedsAnswers || Again || !ModelState.IsValid);

    /// <summary>The answer about the columns could not be taken, so they stay open.</summary>
    public bool ColumnsRefused => ModelState["Input.HeadRow"] is { Errors.Count: > 0 };

    public bool IsMarked(CellValue value) => Input.Confirmed ? Input.Marks.Contains(value.Key) : Preview!.Choices.Marks?.Contains(value.Key) ?? value.Suggested;

    public WorkState? Meaning(CellValue value) =>
        Input.States.TryGetValue(value.Key, out var typed) && typed is not null ? typed : Preview!.Choices.States.TryGetValue(value.Key, out var kept) ? kept : null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Preview is { } preview)
            (Input.CommuneCode, Input.SurveyedOn, Input.PlannedEnd) = (preview.Choices.CommuneCode, preview.Choices.SurveyedOn, preview.Choices.PlannedEnd);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.File is not { Length: > 0 } file)
            ModelState.AddModelError("Input.File", T("Chọn một tệp .xlsx hoặc .csv.", "Choose an .xlsx or .csv file."));
        else if (await Try(async () =>
        {
            await using var stream = file.OpenReadStream();
            Upload = await keep.RunAsync(ImportKind.People, stream, file.FileName, ct);
        }))
            return RedirectToPage(new { Upload });
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct)
    {
        Input.Confirmed = true;
        var choices = new SurveyChoices
        {
            CommuneCode = Input.CommuneCode ?? (user.CommuneCodes.Count == 1 ? user.CommuneCodes[0] : ""),
            SurveyedOn = Input.SurveyedOn,
            PlannedEnd = Input.PlannedEnd,
            Marks = Input.Marks.ToHashSet(StringComparer.Ordinal),
            States = Input.States.Where(s => s.Value is not null).ToDictionary(s => s.Key, s => s.Value!.Value, StringComparer.Ordinal),
        };
        (int, IReadOnlyDictionary<string, int>)? columns = Input.HeadRow is { } head ? (head, Input.Columns) : null;
        if (ModelState.IsValid && Upload is { } id && await Try(() => choose.RunAsync(id, choices, columns, ct)))
            return RedirectToPage(new { Upload });
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken ct)
    {
        var (added, newer) = (0, 0);
        if (Upload is { } id && await Try(async () => (added, newer) = await save.RunAsync(id, ct)))
        {
            Say($"Đã thêm {added} người, ghi tình trạng mới cho {newer} người.", $"{added} people added, {newer} got a newer state.");
            return Redirect("/Home");
        }

        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct)
    {
        if (Upload is { } id)
            await drop.RunAsync(id, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnGetErrorsAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Preview is null)
            return NotFound();
        string?[] Line(RowError error) => [$"{error.Row}", error.Column.ToString(), error.Words.ToString()];
        var file = SheetWriter.Write(new SheetOut(T("Cần sửa", "To correct"), [T("Dòng", "Row"), T("Cột", "Column"), T("Cần làm gì", "What to do")], Preview.Errors.Select(Line), [8, 22, 90]));
        return File(file, SheetWriter.ContentType, "can-sua.xlsx");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var codes = user.CommuneCodes;
        Communes = [.. (await db.Communes.Where(c => codes.Contains(c.Code)).OrderBy(c => c.Code).Select(c => new { c.Code, c.Name }).ToListAsync(ct)).Select(c => (c.Code, c.Name))];
        if (Upload is { } id)
            await Try(async () => Preview = await read.RunAsync(id, ct));
        P = Math.Clamp(P, 1, Pages);
        await readings.ListedAsync([.. Shown.Where(r => r.ReturneeId is not null).Select(r => r.ReturneeId!.Value)], "Returnees/Import");
    }

    public sealed class Typed
    {
        public IFormFile? File { get; set; }

        public string? CommuneCode { get; set; }

        public DateOnly? SurveyedOn { get; set; }

        public DateOnly? PlannedEnd { get; set; }

        public List<string> Marks { get; set; } = [];

        public Dictionary<string, WorkState?> States { get; set; } = [];

        public int? HeadRow { get; set; }

        public Dictionary<string, int> Columns { get; set; } = [];

        internal bool Confirmed { get; set; }
    }
}
