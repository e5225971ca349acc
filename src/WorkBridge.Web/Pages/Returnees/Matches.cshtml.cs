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

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public Reach Reach { get; set; } = Reach.Everywhere;

    [BindProperty(SupportsGet = true)]
    public OpeningKind? Kind { get; set; }

    /// <summary>Only what pays at least this much a month, in million đồng; what says no pay is left out then.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Pay { get; set; }

    /// <summary>Only work within these times; work that says no times is left out then.</summary>
    [BindProperty(SupportsGet = true)]
    public Shifts[] Times { get; set; } = [];

    /// <summary>Only openings like this one, itself among them.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Like { get; set; }

    public static IReadOnlyList<int> Pays { get; } = [5, 6, 7, 8, 10, 12];

    public bool Filtered => Pay is not null || Times.Length > 0;

    /// <summary>How many of those found pass.</summary>
    public int Total { get; private set; }

    /// <summary>How many would pass without one of the filters.</summary>
    public int WithoutPay => Found.Matches.Count(IsWithinTimes);

    public int WithoutTimes => Found.Matches.Count(PaysEnough);

    public Vocabulary Vocabulary => vocabulary;

    public DateOnly Today => clock.Today();

    /// <summary>Courses that teach what is missing for an opening, each once with the skills it is for.</summary>
    public IEnumerable<(Guid Id, string Title, string Skills)> CoursesFor(OpeningMatch match) => OpeningLook.Courses(match.Score.MissingSkills, Found.Courses);

    /// <summary>The next wider reach that does return something.</summary>
    public Reach? Wider => Enum.GetValues<Reach>().Where(r => r > Reach && Found.Counts.GetValueOrDefault(r) > 0).Select(r => (Reach?)r).FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        try
        {
            Found = await matchOpenings.RunAsync(id, Reach, Kind, Like, ct);
        }
        catch (RuleBroken broken) when (broken.Rule == Rule.NotFound)
        {
            return NotFound();
        }

        Pay = Pay is { } pay && Pays.Contains(pay) ? pay : null;
        var wanted = Found.Matches.Where(m => PaysEnough(m) && IsWithinTimes(m)).ToList();
        Total = wanted.Count;
        P = Math.Clamp(P, 1, Pages);
        Shown = wanted.Skip((P - 1) * PageSize).Take(PageSize).ToList();
        await readings.OpenedAsync(id, "Returnees/Matches");
        return Page();
    }

    private bool PaysEnough(OpeningMatch match) => Pay is not { } pay || (match.Opening.PayMax ?? match.Opening.PayMin) >= pay * 1_000_000L;

    private bool IsWithinTimes(OpeningMatch match)
    {
        var can = Times.Aggregate(Shifts.None, (all, time) => all | time);
        return can == Shifts.None || (match.Opening.Shifts != Shifts.None && (match.Opening.Shifts & ~can) == Shifts.None);
    }
}
