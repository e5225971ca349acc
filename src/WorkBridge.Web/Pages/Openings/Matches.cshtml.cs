using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Audit;
using WorkBridge.Communes;
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

    /// <summary>Only people who can work at all its times.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Times { get; set; }

    /// <summary>Only people whose least pay it reaches.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Pay { get; set; }

    /// <summary>Only people of one commune; for an officer of several.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Commune { get; set; }

    /// <summary>The communes of those found, with how many of them.</summary>
    public IReadOnlyList<(string Code, string Name, int Count)> Communes { get; private set; } = [];

    /// <summary>The filters in force, each with the address of the page without it and how many would be left then.</summary>
    public IReadOnlyList<(Words Name, string Query, int Left)> Loosened { get; private set; } = [];

    public Vocabulary Vocabulary => vocabulary;

    public DateOnly Today => clock.Today();

    /// <summary>Courses that teach what somebody lacks for this opening, each once with the skills it is for.</summary>
    public IEnumerable<(Guid Id, string Title, string Skills)> CoursesFor(PersonMatch match) => OpeningLook.Courses(match.Score.MissingSkills, Found.Courses);

    public bool Filtered => InForce.Any();

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

        Communes = [.. Found.Matches.CountBy(m => m.Person.CommuneCode, StringComparer.Ordinal).Select(c => (c.Key, CommuneList.Default.Find(c.Key)?.Name ?? c.Key, c.Value)).OrderBy(c => c.Item2, StringComparer.Ordinal)];
        if (!Communes.Any(c => c.Code == Commune))
            Commune = null;
        var wanted = Found.Matches.Where(m => InForce.All(f => f.Passes(m))).ToList();
        Loosened = [.. InForce.Select(without => (
            without.Name,
            "?" + string.Join('&', InForce.Where(f => f != without).Select(f => f.Query)),
            Found.Matches.Count(m => InForce.Where(f => f != without).All(f => f.Passes(m)))))];
        Total = wanted.Count;
        P = Math.Clamp(P, 1, Pages);
        Shown = wanted.Skip((P - 1) * PageSize).Take(PageSize).ToList();
        await readings.ListedAsync([.. Shown.Select(m => m.Person.Id)], "Openings/Matches");
        return Page();
    }

    private IReadOnlyList<Filter> InForce => field ??=
    [
        .. new Filter?[]
        {
            Agreed ? new(new("đã đồng ý gửi cho nơi này", "agreed to this employer"), "agreed=true", m => m.EmployerConsent?.Stands(Today) == true) : null,
            Certified ? new(new("có chứng chỉ nghề", "have a certificate"), "certified=true", m => m.Profile.Content.Trades.Any(t => t.Evidence == Evidence.Certificate)) : null,
            Waiting ? new(new("chờ trên 21 ngày", "have waited over 21 days"), "waiting=true", m => (m.Person.LastReferralAt ?? m.Person.CreatedAt) < clock.UtcNow().AddDays(-21)) : null,
            Times ? new(new("làm được đủ các giờ của chỗ này", "can work at all its times"), "times=true", m => Found.Opening.Shifts != Shifts.None && (Found.Opening.Shifts & ~m.Profile.Content.Shifts) == Shifts.None) : null,
            Pay ? new(new("lương đủ mức mong muốn", "whose least pay it reaches"), "pay=true", m => m.Profile.Content.PayFrom is not { } least || least <= (Found.Opening.PayMax ?? Found.Opening.PayMin)) : null,
            Commune is { } code ? new(new("ở một xã, phường", "of one commune"), $"commune={code}", m => m.Person.CommuneCode == code) : null,
        }.OfType<Filter>(),
    ];

    private sealed record Filter(Words Name, string Query, Func<PersonMatch, bool> Passes);
}
