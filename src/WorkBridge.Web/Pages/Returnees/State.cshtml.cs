using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Returnees;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>Records what an officer knows of a person's work; earlier records stay.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class StateModel(ReadPerson read, RecordState record, ReadingLog readings, TimeProvider clock) : PageBase
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public PersonFile Dossier { get; private set; } = null!;

    /// <summary>What was recorded since the form was shown.</summary>
    public Meanwhile Meanwhile { get; private set; } = Meanwhile.Nothing;

    /// <summary>The day is filled in, as most often it is today; the state never is.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Input.On = clock.Today();
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (!ModelState.IsValid || !await Try(() => record.RunAsync(id, Input.Recorded, Input.On, Input.State, ct)))
        {
            Meanwhile = new([.. Dossier.States.OrderByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id).Take(Math.Max(0, Dossier.States.Count - Input.Recorded))
                .Select(s => (Show.Day(s.On), $"{ReturneeText.Of(s.State)} ({ReturneeText.Of(s.Source)})"))], AfterSecond.Adds);
            return Page();
        }

        Say("Đã ghi tình trạng việc làm.", "The employment state is recorded.");
        return Redirect($"/Returnees/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await read.RunAsync(id, ct) is not { } file)
            return false;
        Dossier = file;
        await readings.OpenedAsync(id, "Returnees/State");
        return true;
    }

    public sealed class Typed
    {
        /// <summary>How many records the form was shown beside.</summary>
        public int Recorded { get; set; }

        public DateOnly? On { get; set; }

        public WorkState? State { get; set; }
    }
}
