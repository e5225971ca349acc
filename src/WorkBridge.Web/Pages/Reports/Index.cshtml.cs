using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Reports;

/// <summary>One commune in a report; null where numbers are hidden.</summary>
public sealed record CommuneLine(string Name, EmploymentCounts? Everyone, EmploymentCounts? InProgramme);

/// <summary>
/// The three-way figures at both cuts. An officer sees the own communes whole; a coordinator sees the province's numbers
/// and none under five, nor any that the total would give away.
/// </summary>
[Authorize(Policy = Policies.Reviewer)]
public sealed class IndexModel(WorkBridgeDb db, CountEmployment countEmployment, CurrentUser user, TimeProvider clock) : PageBase
{
    /// <summary>The least number that is shown outside the commune.</summary>
    public const int Least = 5;

    [BindProperty(SupportsGet = true)]
    public int? Since { get; set; }

    public bool Masked => user.IsCoordinator;

    public DateOnly Today => clock.Today();

    public EmploymentCounts? Everyone { get; private set; }

    public EmploymentCounts? InProgramme { get; private set; }

    public IReadOnlyList<CommuneLine> Lines { get; private set; } = [];

    public IReadOnlyList<(ReferralState State, int Count)> Stages { get; private set; } = [];

    public IEnumerable<int> Years => Enumerable.Range(0, 8).Select(back => Today.Year - back);

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Since < 2000 || Since > Today.Year)
            Since = null;
        var communes = await db.Communes.AsNoTracking()
            .Where(c => c.Active && (user.CommuneCodes.Contains(c.Code) || (user.ProvinceCode != null && c.ProvinceCode == user.ProvinceCode)))
            .OrderBy(c => c.Folded).Select(c => new { c.Code, c.Name }).ToListAsync(ct);
        var codes = communes.ConvertAll(c => c.Code);
        var counts = await countEmployment.RunAsync(codes, Today, Since, ct);
        var everyone = counts.Aggregate(EmploymentCounts.Empty, (sum, c) => sum + c.Everybody);
        var inProgramme = counts.Aggregate(EmploymentCounts.Empty, (sum, c) => sum + c.InProgramme);
        Everyone = Masked ? Mask(everyone) : everyone;
        InProgramme = Masked ? MaskBeside(inProgramme, everyone) : inProgramme;
        var lines = communes.ConvertAll(c => counts.Single(n => n.CommuneCode == c.Code)).Zip(communes, (n, c) => new CommuneLine(c.Name, n.Everybody, n.InProgramme)).ToList();
        Lines = Masked ? HideSmall(lines) : lines;
        var stages = await db.Referrals.Where(r => codes.Contains(r.CommuneCode)).GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        Stages = [.. stages.Where(s => !Masked || s.Count >= Least).OrderBy(s => s.Key).Select(s => (s.Key, s.Count))];
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>All four numbers or none: a part under the least (and not zero) could be worked out from the others.</summary>
    public static EmploymentCounts? Mask(EmploymentCounts counts)
    {
        int[] parts = [counts.Stable, counts.Unstable, counts.None, counts.Unknown];
        return parts.Any(part => part is > 0 and < Least) ? null : counts;
    }

    /// <summary>The second cut beside the first: hidden too where the difference of the two would show a small number.</summary>
    public static EmploymentCounts? MaskBeside(EmploymentCounts part, EmploymentCounts whole) =>
        Mask(new EmploymentCounts(whole.Stable - part.Stable, whole.Unstable - part.Unstable, whole.None - part.None, whole.Unknown - part.Unknown)) is null ? null : Mask(part);

    /// <summary>Hides small lines; where just one line of a total would be hidden, one more goes with it, so that it cannot be worked out.</summary>
    public static List<CommuneLine> HideSmall(List<CommuneLine> lines)
    {
        var everyone = Hidden(lines.ConvertAll(l => (l.Everyone ?? EmploymentCounts.Empty, EmploymentCounts.Empty)));
        var inProgramme = Hidden(lines.ConvertAll(l => (l.InProgramme ?? EmploymentCounts.Empty, l.Everyone ?? EmploymentCounts.Empty)));
        return [.. lines.Select((line, i) => new CommuneLine(line.Name, everyone.Contains(i) ? null : line.Everyone, inProgramme.Contains(i) ? null : line.InProgramme))];
    }

    private static HashSet<int> Hidden(List<(EmploymentCounts Part, EmploymentCounts Whole)> counts)
    {
        var hidden = Enumerable.Range(0, counts.Count)
            .Where(i => (counts[i].Whole == EmploymentCounts.Empty ? Mask(counts[i].Part) : MaskBeside(counts[i].Part, counts[i].Whole)) is null)
            .ToHashSet();
        if (hidden.Count == 1)
        {
            var next = Enumerable.Range(0, counts.Count).Where(i => !hidden.Contains(i) && counts[i].Part.Total > 0).OrderBy(i => counts[i].Part.Total).Select(i => (int?)i).FirstOrDefault();
            if (next is { } also)
                hidden.Add(also);
        }

        return hidden;
    }
}
