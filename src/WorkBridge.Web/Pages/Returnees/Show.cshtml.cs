using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Mentors;
using WorkBridge.Returnees;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>One person: wishes, skills, papers, work over time, what was agreed and what refused, who looked.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class ShowModel(WorkBridgeDb db, ReadPerson read, ReadPersonMentor readMentor, ReadingLog readings, TimeProvider clock) : PageBase
{
    public PersonFile Dossier { get; private set; } = null!;

    /// <summary>Set while mail to the person's address comes back.</summary>
    public MailStop? Stop { get; private set; }

    public PersonMentor Mentor { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    /// <summary>"chị Thơm", or the given name alone where anh or chị is not known.</summary>
    public string Called => Dossier.Person.Details.Sex == Sex.Unknown ? Dossier.Person.GivenName : $"{Dossier.Person.Pronoun} {Dossier.Person.GivenName}";

    public string Pronoun => char.ToUpperInvariant(Dossier.Person.Pronoun[0]) + Dossier.Person.Pronoun[1..];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await read.RunAsync(id, ct) is not { } file)
            return NotFound();
        Dossier = file;
        Stop = file.Person.Details.Email is { } email ? await db.StopOfAsync(email, ct) : null;
        Mentor = await readMentor.RunAsync(id, ct);
        await readings.OpenedAsync(id, "Returnees/Show");
        return Page();
    }

    public async Task<IActionResult> OnPostReturnedAsync(Guid id, [FromServices] RecordReturn record, CancellationToken ct)
    {
        await record.RunAsync(id, ct);
        Say("Đã ghi: không gửi thêm thư tới địa chỉ này.", "Recorded: no more mail goes to this address.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostWorksAgainAsync(Guid id, [FromServices] LiftMailStop lift, CancellationToken ct)
    {
        await lift.RunAsync(id, ct);
        Say("Từ nay lại gửi thư tới địa chỉ này.", "Mail goes to this address again.");
        return RedirectToPage(new { id });
    }
}
