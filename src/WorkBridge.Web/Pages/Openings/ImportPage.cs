using Microsoft.AspNetCore.Mvc;
using WorkBridge.Files;
using WorkBridge.Openings;

namespace WorkBridge.Web.Pages.Openings;

/// <summary>What both sides' import has in common: send a file, choose columns, read the preview, save. One upload, one address.</summary>
[RequestSizeLimit(MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostRequestBytes, ValueCountLimit = 256)]
public abstract class ImportPage(KeepUpload keep, PreviewOpeningImport preview, ChooseOpeningColumns choose, SaveOpeningImport save, DropUpload drop) : PageBase
{
    /// <summary>Well over what is read, so that a file too big is answered in words and not by a cut connection.</summary>
    public const long MostRequestBytes = 64 * 1024 * 1024;

    public const int RowsOnPage = 25;
    public const int ErrorsShown = 50;
    public const int RowNumbersShown = 8;

    [BindProperty(SupportsGet = true)]
    public Guid? Upload { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public Typed Input { get; set; } = new();

    public OpeningPreview? Preview { get; private set; }

    public IReadOnlyList<ImportRow> Shown => [.. Good.Skip((P - 1) * RowsOnPage).Take(RowsOnPage)];

    public IReadOnlyList<ImportRow> Good => [.. Preview?.Rows.Where(r => r.IsGood) ?? []];

    public int Pages => Math.Max(1, (Good.Count + RowsOnPage - 1) / RowsOnPage);

    /// <summary>What is to be corrected: rows with the same fault stand in one line, so that a whole file of somebody else's stays readable.</summary>
    public IReadOnlyList<(string Rows, Words Column, Words Words)> Faults =>
        [.. (Preview?.Errors ?? []).GroupBy(e => (e.Column, e.Words)).Select(g => (RowNumbers([.. g.Select(e => e.Row)]), g.Key.Column, g.Key.Words))];

    public abstract bool IsOfficer { get; }

    /// <summary>The answer about the columns could not be taken, so they stay open.</summary>
    public bool ColumnsRefused => ModelState["Input.HeadRow"] is { Errors.Count: > 0 };

    public int Count(RowStanding standing) => Good.Count(r => r.Standing == standing);

    public async Task OnGetAsync(CancellationToken ct) => await ReadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.File is not { Length: > 0 } file)
        {
            ModelState.AddModelError("Input.File", T("Chọn một tệp .xlsx hoặc .csv.", "Choose an .xlsx or .csv file."));
            return Page();
        }

        return await Try(async () =>
        {
            await using var stream = file.OpenReadStream();
            Upload = await keep.RunAsync(ImportKind.Openings, stream, file.FileName, ct);
        }) ? Again() : Page();
    }

    public async Task<IActionResult> OnPostColumnsAsync(CancellationToken ct) =>
        ModelState.IsValid && Upload is { } id && await Try(() => choose.RunAsync(id, Input.HeadRow ?? 1, Input.Columns, ct)) ? Again() : await ShowAsync(ct);

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken ct)
    {
        var saved = 0;
        if (!ModelState.IsValid || Upload is not { } id || !await Try(async () => saved = await save.RunAsync(id, IsOfficer && Input.Reviewed, ct)))
            return await ShowAsync(ct);
        Say($"Đã lưu {saved} việc.", $"{saved} openings saved.");
        return Redirect(IsOfficer ? "/Openings" : "/Hire/Openings");
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct)
    {
        if (Upload is { } id)
            await drop.RunAsync(id, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnGetErrorsAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct) || Preview is null)
            return NotFound();
        string?[] Line(RowError error) => [$"{error.Row}", error.Column.ToString(), error.Words.ToString()];
        var file = SheetWriter.Write(new SheetOut(T("Cần sửa", "To correct"), [T("Dòng", "Row"), T("Cột", "Column"), T("Cần làm gì", "What to do")], Preview.Errors.Select(Line), [8, 22, 90]));
        return File(file, SheetWriter.ContentType, "can-sua.xlsx");
    }

    protected async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return Page();
    }

    protected IActionResult Again() => RedirectToPage(new { Upload });

    private static string RowNumbers(List<int> rows)
    {
        var shown = string.Join(", ", rows.Take(RowNumbersShown));
        return rows.Count <= RowNumbersShown ? shown : T($"{shown} và {rows.Count - RowNumbersShown} dòng nữa", $"{shown} and {rows.Count - RowNumbersShown} more");
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        var read = Upload is not { } id || await Try(async () => Preview = await preview.RunAsync(id, ct));
        P = Math.Clamp(P, 1, Pages);
        return read;
    }

    public sealed class Typed
    {
        public IFormFile? File { get; set; }

        public int? HeadRow { get; set; }

        public Dictionary<string, int> Columns { get; set; } = [];

        public bool Reviewed { get; set; }

        public string? Name { get; set; }

        public Guid? EmployerId { get; set; }
    }
}
