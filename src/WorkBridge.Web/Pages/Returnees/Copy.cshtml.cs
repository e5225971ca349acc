using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Requests;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>Everything held of one person, to print and hand over, or as a file. One entry in the log, saved before anything is shown.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class CopyModel(CopyPerson copy, ReadingLog readings) : PageBase
{
    public PersonCopy Copy { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Copy = await copy.RunAsync(id, ct);
        await readings.PrintedAsync([id], "Returnees/Copy");
        return Page();
    }

    public async Task<IActionResult> OnGetJsonAsync(Guid id, CancellationToken ct)
    {
        Copy = await copy.RunAsync(id, ct);
        await readings.ExportedAsync([id], "Returnees/Copy");
        return File(CopyText.Json(Copy), "application/json", $"{Copy.Person.Code}.json");
    }

    /// <summary>What of a row is shown, by the words of its columns.</summary>
    public IEnumerable<(string Label, string Value)> Lines(IReadOnlyList<HeldValue> row) =>
        row.Select(held => (Label: CopyWords.Column(held.Name)?.ToString() ?? held.Name, Value: CopyText.Of(held, Copy.Names)))
            .Where(line => !string.IsNullOrEmpty(line.Value)).Select(line => (line.Label, line.Value!));
}
