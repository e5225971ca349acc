using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Returnees;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>One person: wishes, skills, papers, work over time, what was agreed and what refused, who looked.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class ShowModel(ReadPerson read, ReadingLog readings, TimeProvider clock) : PageBase
{
    public PersonFile Dossier { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    /// <summary>"chị Thơm", or the given name alone where anh or chị is not known.</summary>
    public string Called => Dossier.Person.Details.Sex == Sex.Unknown ? Dossier.Person.GivenName : $"{Dossier.Person.Pronoun} {Dossier.Person.GivenName}";

    public string Pronoun => char.ToUpperInvariant(Dossier.Person.Pronoun[0]) + Dossier.Person.Pronoun[1..];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await read.RunAsync(id, ct) is not { } file)
            return NotFound();
        Dossier = file;
        await readings.OpenedAsync(id, "Returnees/Show");
        return Page();
    }
}
