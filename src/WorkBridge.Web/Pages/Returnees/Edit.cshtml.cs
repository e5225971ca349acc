using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Returnees;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>Puts a person's details right. Somebody else's change in between is shown beside what was typed.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class EditModel(ReadPerson read, CorrectDetails correct, ReadingLog readings) : PageBase
{
    [BindProperty]
    public EditInput Input { get; set; } = new();

    public PersonFile Dossier { get; private set; } = null!;

    public bool Helped => Dossier.Standing != PersonStanding.CountedOnly;

    /// <summary>What is kept now where it differs from what was typed, after somebody else was first.</summary>
    public Meanwhile Meanwhile { get; private set; } = Meanwhile.Nothing;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        Input.Fill(Dossier.Person.Details);
        Input.Version = Dossier.Person.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var version = Input.Version;
        if (ModelState.IsValid && await Try(() => correct.RunAsync(id, version, Input.Details(), ct)))
        {
            Say("Đã lưu.", "Saved.");
            return Redirect($"/Returnees/{id}");
        }

        if (version != Dossier.Person.Version)
        {
            Meanwhile = new(PersonLook.Differences(Dossier.Person.Details, Input));
            ModelState.Remove("Input.Version");
            Input.Version = Dossier.Person.Version;
        }

        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await read.RunAsync(id, ct) is not { } file)
            return false;
        Dossier = file;
        await readings.OpenedAsync(id, "Returnees/Edit");
        return true;
    }

    public sealed class EditInput : DetailsInput
    {
        public int Version { get; set; }
    }
}
