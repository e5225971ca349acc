using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>How the work goes, one question a page. Nothing is kept before the last of them.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class WorkModel(WorkBridgeDb db, TellHowItGoes tell, TimeProvider clock) : KioskPage
{
    public enum Asking
    {
        There,
        OtherWork,
        Going,
        Trouble,
        Call,
    }

    /// <summary>What has been said so far; carried from page to page in the form, never in an address.</summary>
    public sealed class Form
    {
        public Guid? Work { get; set; }

        public int? Step { get; set; }

        public bool? Still { get; set; }

        public bool? Other { get; set; }

        public Going? Going { get; set; }

        public Trouble? Trouble { get; set; }

        public bool? Call { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The place, as the question names it; null where the person found the work alone.</summary>
    public string? Place { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public bool IsTraining { get; private set; }

    public Asking? Next => Input switch
    {
        { Still: null } => Asking.There,
        { Still: false, Other: null } => Asking.OtherWork,
        { Still: true, Going: null } => Asking.Going,
        { Still: true, Going: Going.Hard, Trouble: null } => Asking.Trouble,
        { Call: null } and ({ Still: false } or { Going: Going.Hard }) => Asking.Call,
        _ => null,
    };

    /// <summary>The fields that were answered, for the next form.</summary>
    public IEnumerable<(string Name, string Value)> Said => new (string Name, string? Value)[]
    {
        ("Work", Input.Work?.ToString()), ("Step", Input.Step is { } step ? $"{step}" : null), ("Still", Input.Still?.ToString()), ("Other", Input.Other?.ToString()), ("Going", Input.Going?.ToString()), ("Trouble", Input.Trouble?.ToString()),
    }.Where(f => f.Value is not null).Select(f => ("Input." + f.Name, f.Value!));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Redirect("/Kiosk/Menu");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var said = ModelState.IsValid && Input is { Work: not null, Step: not null } ? Input : new Form();
        var shown = (said.Work, said.Step);
        if (!await LoadAsync(ct))
            return Redirect("/Kiosk/Menu");
        if ((Input.Work, Input.Step) != shown)
            return Page();
        (Input.Still, Input.Other, Input.Going, Input.Trouble, Input.Call) = (said.Still, said.Other, said.Going, said.Trouble, said.Call);
        ModelState.Clear();
        if (Next is not null)
            return Page();
        var words = new OwnWords(said.Step!.Value, said.Still!.Value, said.Other, said.Going, said.Trouble, said.Call);
        if (await Try(() => tell.RunAsync(Here.PersonId!.Value, said.Work!.Value, words, ct)))
            return Redirect("/Kiosk/Menu?noted=true");
        return await LoadAsync(ct) ? Page() : Redirect("/Kiosk/Menu");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var waiting = await db.WorkQuestionsAsync(Here.PersonId!.Value, clock.Today(), ct);
        if (waiting.Count == 0)
            return false;
        var (placement, step) = waiting[0];
        Input = new Form { Work = placement.Id, Step = step };
        (StartsOn, IsTraining) = (placement.StartsOn, placement.IsTraining);
        Place = placement.EmployerId is { } id ? await db.Employers.Where(e => e.Id == id).Select(e => e.Name).SingleAsync(ct) : null;
        return true;
    }
}
