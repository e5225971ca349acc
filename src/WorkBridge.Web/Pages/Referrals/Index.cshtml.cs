using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Referrals;

/// <summary>Whose turn it is.</summary>
public enum Turn
{
    Ours,
    Theirs,
    Person,
    Over,
}

/// <summary>The referrals of the own communes, those that wait for the officer first; a constant number of queries.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class IndexModel(WorkBridgeDb db, CurrentUser user, ReadingLog readings, TimeProvider clock) : PageBase
{
    private const int OnPage = 20;

    public sealed record Row(Referral Referral, Returnee Person, string Employer, bool ConsentStands);

    [BindProperty(SupportsGet = true)]
    public Turn? Turn { get; set; }

    [BindProperty(SupportsGet = true)]
    public ReferralState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyDictionary<Turn, int> Counts { get; private set; } = new Dictionary<Turn, int>();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Found { get; private set; }

    public int Pages { get; private set; } = 1;

    public DateOnly Today { get; private set; }

    public int CountOf(Turn turn) => Counts.GetValueOrDefault(turn);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Today = clock.Today();
        var own = db.Referrals.AsNoTracking().Of(user);
        var byState = await own.GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        Counts = byState.GroupBy(g => TurnOf(g.Key)).ToDictionary(g => g.Key, g => g.Sum(s => s.Count));

        var wanted = Enum.GetValues<ReferralState>().Where(s => (Turn is not { } turn || TurnOf(s) == turn) && (State is not { } state || s == state)).ToList();
        var ours = StatesOf(Referrals.Turn.Ours);
        var theirs = StatesOf(Referrals.Turn.Theirs);
        var found = own.Where(r => wanted.Contains(r.State));
        Found = await found.CountAsync(ct);
        Pages = Math.Max(1, (Found + OnPage - 1) / OnPage);
        P = Math.Clamp(P, 1, Pages);
        var referrals = await found
            .OrderBy(r => ours.Contains(r.State) ? 0 : theirs.Contains(r.State) ? 1 : r.State == ReferralState.Trial ? 2 : 3)
            .ThenBy(r => r.EndedAt == null ? r.AnswerBy : null).ThenByDescending(r => r.PreparedAt).ThenBy(r => r.Id)
            .Skip((P - 1) * OnPage).Take(OnPage)
            .Include(r => r.Opening)
            .ToListAsync(ct);

        var personIds = referrals.Select(r => r.ReturneeId).Distinct().ToList();
        var employerIds = referrals.Select(r => r.EmployerId).Distinct().ToList();
        var people = await db.Returnees.AsNoTracking().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var employers = await db.Employers.AsNoTracking().Where(e => employerIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        var standing = await db.Consents.Where(c => c.Purpose == Purpose.Employer && personIds.Contains(c.ReturneeId)).Standing(db, Today)
            .Select(c => new { c.ReturneeId, c.EmployerId }).ToListAsync(ct);
        Rows = [.. referrals.Select(r => new Row(r, people[r.ReturneeId], employers[r.EmployerId], standing.Any(c => c.ReturneeId == r.ReturneeId && c.EmployerId == r.EmployerId)))];
        await readings.ListedAsync(personIds, "Referrals/Index");
    }

    /// <summary>A question waits for us; so does what was prepared. An appointment or a sent mail waits for the employer.</summary>
    public static Turn TurnOf(ReferralState state) => state switch
    {
        ReferralState.Prepared or ReferralState.UnderReview => Referrals.Turn.Ours,
        ReferralState.Sent or ReferralState.Seen or ReferralState.InterviewSet => Referrals.Turn.Theirs,
        ReferralState.Trial => Referrals.Turn.Person,
        _ => Referrals.Turn.Over,
    };

    private static List<ReferralState> StatesOf(Turn turn) => [.. Enum.GetValues<ReferralState>().Where(s => TurnOf(s) == turn)];
}
