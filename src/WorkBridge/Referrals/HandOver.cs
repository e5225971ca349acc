using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Referrals;

/// <summary>
/// Gives the open referrals that stand in one officer's name to colleagues, so that none is left with somebody who is away:
/// to one colleague, as far as the communes are shared, or, with nobody named, to whoever of each commune has the fewest.
/// Answers how many found a new officer. Throws <see cref="RuleBroken"/> with NotYours when the colleague is none, or shares no commune in which there is something to hand over.
/// </summary>
public sealed class HandOver(WorkBridgeDb db)
{
    public async Task<int> RunAsync(Guid from, Guid? to, CancellationToken ct)
    {
        if (to is { } named && (named == from || !await db.Users.AnyAsync(a => a.Id == named && a.Role == StaffRole.Officer && !a.Disabled, ct)))
            throw new RuleBroken(Rule.NotYours, "Colleague", new Words("Chọn một đồng nghiệp đang làm việc.", "Choose a colleague who works here."));
        var moved = 0;
        var all = await db.Caseload(from).ToListAsync(ct);
        foreach (var commune in all.GroupBy(r => r.CommuneCode))
        {
            var code = commune.Key;
            var colleague = await db.OfficersOf(code).Where(a => a.Id != from && (to == null || a.Id == to))
                .OrderBy(a => db.Referrals.Count(r => r.OfficerId == a.Id && ReferralMoves.Open.Contains(r.State))).ThenBy(a => a.Id)
                .Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
            if (colleague is not { } taker)
                continue;
            foreach (var referral in commune)
            {
                referral.HandTo(taker);
                moved++;
            }

            await db.SaveChangesAsync(ct);
        }

        return moved > 0 || to is null || all.Count == 0
            ? moved
            : throw new RuleBroken(Rule.NotYours, "Colleague", new Words("Đồng nghiệp này không phụ trách xã, phường nào có lời giới thiệu của anh/chị.", "This colleague works for none of the communes where you have referrals."));
    }
}

/// <summary>Whose referrals are whose.</summary>
public static class CaseloadQueries
{
    /// <summary>The open referrals in an officer's name.</summary>
    public static IQueryable<Referral> Caseload(this WorkBridgeDb db, Guid officerId) =>
        db.Referrals.Where(r => r.OfficerId == officerId && ReferralMoves.Open.Contains(r.State));

    /// <summary>The officers who work for a commune now.</summary>
    public static IQueryable<Account> OfficersOf(this WorkBridgeDb db, string communeCode) =>
        db.Users.Where(a => a.Role == StaffRole.Officer && !a.Disabled && a.Communes.Any(c => c.CommuneCode == communeCode));

    /// <summary>The address of the officer who is told about a referral at once: whose it is, or a colleague when that account is off. Null when the officer reads it in the worklist instead, or nobody is there.</summary>
    public static async Task<string?> AddressToTellAsync(this WorkBridgeDb db, Referral referral, CancellationToken ct)
    {
        var officer = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == referral.OfficerId && !a.Disabled, ct)
            ?? await db.OfficersOf(referral.CommuneCode).AsNoTracking().OrderBy(a => a.Id).FirstOrDefaultAsync(ct);
        return officer is { TellsAtOnce: true } ? officer.Email : null;
    }
}
