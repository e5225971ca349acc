using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Matching;
using WorkBridge.Search;
using WorkBridge.Web.Pages.Openings;

namespace WorkBridge.Web.Pages.Returnees;

[Authorize(Policy = Policies.Officer)]
public sealed class MatchesModel(MatchOpenings matchOpenings, ReadingLog readings, Vocabulary vocabulary, TimeProvider clock) : PageBase
{
    public const int PageSize = 8;

    public OpeningsForPerson Found { get; private set; } = null!;

    public IReadOnlyList<OpeningMatch> Shown { get; private set; } = [];

    public int Pages => Math.Max(1, (Found.Matches.Count + PageSize - 1) / PageSize);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public Reach Reach { get; set; } = Reach.Everywhere;

    [BindProperty(SupportsGet = true)]
    public OpeningKind? Kind { get; set; }

    public Vocabulary Vocabulary => vocabulary;

    public DateOnly Today => clock.Today();

    /// <summary>Courses that teach what is missing for an opening, each once with the skills it is for.</summary>
    public IEnumerable<(Guid Id, string Title, string Skills)> CoursesFor(OpeningMatch match) => match.Score.MissingSkills
        .Where(Found.Courses.ContainsKey)
        .GroupBy(skill => Found.Courses[skill])
        .Select(g => (g.Key.OpeningId, g.Key.Title, string.Join(", ", OpeningLook.Names(g).Select(n => n.Length > 1 && char.IsLower(n[1]) ? char.ToLowerInvariant(n[0]) + n[1..] : n))));

    /// <summary>The next wider reach that does return something.</summary>
    public Reach? Wider => Enum.GetValues<Reach>().Where(r => r > Reach && Found.Counts.GetValueOrDefault(r) > 0).Select(r => (Reach?)r).FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        try
        {
            Found = await matchOpenings.RunAsync(id, Reach, Kind, ct);
        }
        catch (RuleBroken broken) when (broken.Rule == Rule.NotFound)
        {
            return NotFound();
        }

        P = Math.Clamp(P, 1, Pages);
        Shown = Found.Matches.Skip((P - 1) * PageSize).Take(PageSize).ToList();
        await readings.OpenedAsync(id, "Returnees/Matches");
        return Page();
    }
}
