using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Referrals;

namespace WorkBridge.Consents;

/// <summary>
/// The daily sweep: consents whose last day has passed, and those of people who may not be helped any more, are written down as
/// expired and stop what they carried. They had stopped counting on the day itself; run twice, it does nothing the second time.
/// It also lays to rest every yes under a notice that no longer counts; that is why it runs once before the service answers anybody.
/// </summary>
public sealed class ExpireConsents(WorkBridgeDb db, EndOfHelp end, ConsentRules rules, TimeProvider clock)
{
    /// <returns>How many people had something that ended.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var oldest = rules.OldestNotice;
        var given = db.Consents.Where(c => c.Decision == Decision.Given || c.Decision == Decision.Superseded).Last(db);
        var helped = db.Returnees.MayBeHelped(today);
        var due = await given.Where(c => c.ExpiresOn < today || (c.Decision == Decision.Given && c.NoticeVersion < oldest) || !helped.Any(r => r.Id == c.ReturneeId))
            .Select(c => c.ReturneeId).Distinct().ToListAsync(ct);
        // Who agreed to nothing and may not be helped any more can still have a referral that was prepared.
        var prepared = await db.Referrals.Where(r => ReferralMoves.Open.Contains(r.State) && db.Returnees.Any(p => p.Id == r.ReturneeId) && !helped.Any(p => p.Id == r.ReturneeId))
            .Select(r => r.ReturneeId).Distinct().ToListAsync(ct);
        due = [.. due.Union(prepared)];
        foreach (var returneeId in due)
        {
            await LostRace.RetryAsync(db, async () =>
            {
                var person = await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == returneeId, ct);
                await end.ExpireAsync(person, clock.UtcNow(), ct);
                await db.SaveChangesAsync(ct);
            });
            db.ChangeTracker.Clear();
        }

        return due.Count;
    }
}
