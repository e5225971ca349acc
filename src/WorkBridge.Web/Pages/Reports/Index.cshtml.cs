using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Reports;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Reports;

/// <summary>One commune in a report; null where numbers are hidden.</summary>
public sealed record CommuneLine(string Name, EmploymentCounts? Everyone, EmploymentCounts? InProgramme);

/// <summary>
/// The three-way figures at both cuts. An officer sees the own communes whole; a coordinator sees the province's numbers
/// and none under five, nor any that can be worked out: for that the coordinator has no cut by year either, since the
/// difference of two years would count a few.
/// </summary>
[Authorize(Policy = Policies.Reviewer)]
public sealed class IndexModel(WorkBridgeDb db, CountEmployment countEmployment, CurrentUser user, TimeProvider clock) : PageBase
{
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
        if (Masked || Since < 2000 || Since > Today.Year)
            Since = null;
        var communes = await db.Communes.AsNoTracking()
            .Where(c => c.Active && (user.CommuneCodes.Contains(c.Code) || (user.ProvinceCode != null && c.ProvinceCode == user.ProvinceCode)))
            .OrderBy(c => c.Folded).Select(c => new { c.Code, c.Name }).ToListAsync(ct);
        var codes = communes.ConvertAll(c => c.Code);
        var counts = await countEmployment.RunAsync(codes, Today, Since, ct);
        var total = Masked
            ? SmallNumbers.Total(counts)
            : new EmploymentLine("", counts.Aggregate(EmploymentCounts.Empty, (sum, c) => sum + c.Everybody), counts.Aggregate(EmploymentCounts.Empty, (sum, c) => sum + c.InProgramme));
        (Everyone, InProgramme) = (total.Everyone, total.InProgramme);
        var lines = Masked ? SmallNumbers.Lines(counts) : counts.Select(c => new EmploymentLine(c.CommuneCode, c.Everybody, c.InProgramme));
        Lines = [.. lines.Zip(communes, (line, commune) => new CommuneLine(commune.Name, line.Everyone, line.InProgramme))];
        var stages = await db.Referrals.Where(r => codes.Contains(r.CommuneCode)).GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        Stages = [.. stages.Where(s => !Masked || SmallNumbers.Safe(s.Count)).OrderBy(s => s.Key).Select(s => (s.Key, s.Count))];
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
