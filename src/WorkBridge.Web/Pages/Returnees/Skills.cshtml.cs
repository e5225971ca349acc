using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Returnees;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>Writes skills, wishes and limits. A trade is typed and resolved by the vocabulary; what is not clear is asked.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class SkillsModel(ReadPerson read, RewriteSkills rewrite, ReadingLog readings) : PageBase
{
    [BindProperty]
    public SkillsInput Input { get; set; } = new();

    public PersonFile Dossier { get; private set; } = null!;

    public Meanwhile Meanwhile { get; private set; } = Meanwhile.Nothing;

    public static IReadOnlyList<ChoiceView> Kinds => [.. Enum.GetValues<OpeningKind>().Select(k => new ChoiceView(k.ToString(), OpeningText.Of(k).ToString()))];

    public static IReadOnlyList<ChoiceView> Times => [.. OpeningText.Each(Shifts.Any).Select(s => new ChoiceView(s.ToString(), OpeningText.Of(s).ToString()))];

    public static IReadOnlyList<ChoiceView> Ways => [.. Enum.GetValues<Transport>().Where(t => t != Transport.Unknown).Select(t => new ChoiceView(t.ToString(), ReturneeText.Of(t).ToString()))];

    public static IReadOnlyList<ChoiceView> Codes(IReadOnlyList<string> codes, Func<string, Words> name) => [.. codes.Select(c => new ChoiceView(c, name(c).ToString()))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        Input.Fill(Dossier.Skills, Dossier.Profile?.Version ?? 0);
        Input.AddLines();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var version = Input.Version;
        if (ModelState.IsValid && await Try(() => rewrite.RunAsync(id, version, Input.Content(Dossier.Skills), ct)))
        {
            Say("Đã lưu tay nghề và nguyện vọng.", "Skills and wishes saved.");
            return Redirect($"/Returnees/{id}");
        }

        if (version != (Dossier.Profile?.Version ?? 0))
        {
            Meanwhile = new(PersonLook.Of(Dossier.Skills));
            ModelState.Remove("Input.Version");
            Input.Version = Dossier.Profile?.Version ?? 0;
        }

        Input.AddLines();
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await read.RunAsync(id, ct) is not { IsRestricted: false } file || file.Standing == PersonStanding.CountedOnly)
            return false;
        Dossier = file;
        await readings.OpenedAsync(id, "Returnees/Skills");
        return true;
    }
}
