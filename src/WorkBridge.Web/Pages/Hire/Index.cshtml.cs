using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Hire;

/// <summary>The contact's home: what waits for an answer, and how the openings stand. People are a number and a trade, nothing more.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class IndexModel(WorkBridgeDb db, CurrentUser user, TimeProvider clock) : PageBase
{
    private const int Most = 5;

    public sealed record Waiting(Guid Id, string Number, string Title, string? TradeCode, ReferralState State, DateOnly? AnswerBy);

    public sealed record Row(Guid Id, string Title, string? TradeCode, OpeningState State, int Places, int PlacesTaken, DateTime ConfirmedAt, DateOnly? ClosesOn);

    public Employer Employer { get; private set; } = null!;

    public string Office { get; private set; } = "";

    public string? OfficePhone { get; private set; }

    public IReadOnlyList<Waiting> Referrals { get; private set; } = [];

    public int ReferralCount { get; private set; }

    public IReadOnlyList<Row> Openings { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public bool Asked(Row row) => row.State == OpeningState.ChangesAsked
        || OpeningSweep.Due(row.State, Clock.DayOf(row.ConfirmedAt), row.ClosesOn, Today) == SweepStep.Warn;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await db.Employers.AsNoTracking().Of(user, db)
            .Join(db.Communes, e => e.CommuneCode, c => c.Code, (employer, commune) => new { employer, commune.Name, commune.Phone })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Employer, Office, OfficePhone) = (found.employer, found.Name, found.Phone);

        var withUs = ReferralMoves.WithEmployer.ToList();
        var waiting = db.Referrals.AsNoTracking().Of(user).Where(r => withUs.Contains(r.State));
        ReferralCount = await waiting.CountAsync(ct);
        Referrals = await waiting.OrderBy(r => r.AnswerBy).ThenBy(r => r.Id).Take(Most)
            .Select(r => new Waiting(r.Id, r.Number, r.Opening.Title, r.Opening.TradeCode, r.State, r.AnswerBy)).ToListAsync(ct);
        Openings = await db.Openings.AsNoTracking().Of(user, db)
            .Where(o => o.State == OpeningState.Draft || o.State == OpeningState.ChangesAsked || o.State == OpeningState.Submitted || o.State == OpeningState.Live || o.State == OpeningState.Paused)
            .OrderBy(o => o.State == OpeningState.ChangesAsked ? 0 : o.State == OpeningState.Live ? 1 : 2).ThenBy(o => o.ConfirmedAt)
            .Take(Most)
            .Select(o => new Row(o.Id, o.Title, o.TradeCode, o.State, o.Places, o.PlacesTaken, o.ConfirmedAt, o.ClosesOn)).ToListAsync(ct);
        return Page();
    }
}
