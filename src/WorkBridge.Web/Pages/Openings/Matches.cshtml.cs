using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Matching;
using WorkBridge.Search;

namespace WorkBridge.Web.Pages.Openings;

[Authorize(Policy = Policies.Officer)]
public sealed class MatchesModel(MatchPeople matchPeople, ReadingLog readings, Vocabulary vocabulary, TimeProvider clock) : PageBase
{
    public const int PageSize = 8;

    public PeopleForOpening Found { get; private set; } = null!;

    public IReadOnlyList<PersonMatch> Shown { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Only people who already agreed to this employer.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Agreed { get; set; }

    /// <summary>Only people with a certificate.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Certified { get; set; }

    /// <summary>Only people who have waited more than three weeks.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Waiting { get; set; }

    public Vocabulary Vocabulary => vocabulary;

    public DateOnly Today => clock.Today();

    public bool Filtered => Agreed || Certified || Waiting;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        try
        {
            Found = await matchPeople.RunAsync(id, ct);
        }
        catch (RuleBroken broken) when (broken.Rule == Rule.NotFound)
        {
            return NotFound();
        }

        var wanted = Found.Matches.Where(Wanted).ToList();
        Total = wanted.Count;
        P = Math.Clamp(P, 1, Pages);
        Shown = wanted.Skip((P - 1) * PageSize).Take(PageSize).ToList();
        await readings.ListedAsync([.. Shown.Select(m => m.Person.Id)], "Openings/Matches");
        return Page();
    }

    private bool Wanted(PersonMatch match) =>
        (!Agreed || match.EmployerConsent?.Stands(Today) == true)
        && (!Certified || match.Profile.Content.Trades.Any(t => t.Evidence == Evidence.Certificate))
        && (!Waiting || (match.Person.LastReferralAt ?? match.Person.CreatedAt) < clock.UtcNow().AddDays(-21));
}
