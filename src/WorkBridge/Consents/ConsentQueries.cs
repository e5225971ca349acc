using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Requests;
using WorkBridge.Returnees;

namespace WorkBridge.Consents;

/// <summary>What stands of a person's answers: the last act on a purpose counts, and only while it has not expired.</summary>
public static class ConsentQueries
{
    /// <summary>The last act on this purpose (for this employer), whatever it said; null when never asked.</summary>
    public static Task<Consent?> CurrentAsync(this IQueryable<Consent> consents, Guid returneeId, Purpose purpose, Guid? employerId, CancellationToken ct) =>
        consents.Where(c => c.ReturneeId == returneeId && c.Purpose == purpose && c.EmployerId == employerId)
            .OrderByDescending(c => c.Sequence)
            .FirstOrDefaultAsync(ct);

    /// <summary>All acts that are the last on their purpose and employer.</summary>
    public static IQueryable<Consent> Last(this IQueryable<Consent> consents, WorkBridgeDb db) =>
        consents.Where(c => !db.Consents.Any(later =>
            later.ReturneeId == c.ReturneeId && later.Purpose == c.Purpose && later.EmployerId == c.EmployerId && later.Sequence > c.Sequence));

    /// <summary>All consents that stand on a day.</summary>
    public static IQueryable<Consent> Standing(this IQueryable<Consent> consents, WorkBridgeDb db, DateOnly day) =>
        consents.Where(c => c.Decision == Decision.Given && c.ExpiresOn >= day).Last(db);

    /// <summary>Those of these people who may be helped on a day, as <see cref="Returnee.MayBeHelped"/> says it of one.</summary>
    public static IQueryable<Returnee> MayBeHelped(this IQueryable<Returnee> people, DateOnly day) =>
        people.Where(r => r.AskedForHelpAt != null || r.Periods.Any(p => p.End == null && p.Start <= day && (p.PlannedEnd == null || p.PlannedEnd >= day)));

    /// <summary>Whether the person's consent for an employer stands on a day, the person may be helped on it, and nothing holds the person back.</summary>
    public static async Task<bool> EmployerMayKnowAsync(this WorkBridgeDb db, Guid returneeId, Guid employerId, DateOnly day, CancellationToken ct) =>
        (await db.Consents.CurrentAsync(returneeId, Purpose.Employer, employerId, ct))?.Stands(day) == true
        && await db.Returnees.MayBeHelped(day).AnyAsync(r => r.Id == returneeId, ct)
        && !await db.IsHeldBackAsync(returneeId, ct);

    /// <summary>
    /// Those of these people who may be matched on a day: consent stands, nothing was restricted or objected to, and they are in the programme or asked for help.
    /// Asked of each person by its own rows, so that a commune's question does not read the whole province's consents.
    /// </summary>
    public static IQueryable<Returnee> MayBeMatched(this IQueryable<Returnee> people, WorkBridgeDb db, DateOnly day) =>
        people.MayBeHelped(day)
            .Where(r => db.Consents.Any(c => c.ReturneeId == r.Id && c.Purpose == Purpose.Matching && c.Decision == Decision.Given && c.ExpiresOn >= day
                && !db.Consents.Any(later => later.ReturneeId == r.Id && later.Purpose == Purpose.Matching && later.Sequence > c.Sequence)))
            .Where(r => !db.Restrictions.Any(x => x.ReturneeId == r.Id && x.LiftedAt == null && x.Scope != RequestScope.Statistics));

    /// <summary>
    /// The number the next act of this person takes; the unique index catches a second device. Taken before what stands is read: then whoever
    /// acted in between took this number, and the later one looks again.
    /// </summary>
    public static async Task<int> NextSequenceAsync(this WorkBridgeDb db, Guid returneeId, CancellationToken ct) =>
        (await db.Consents.Where(c => c.ReturneeId == returneeId).MaxAsync(c => (int?)c.Sequence, ct) ?? 0) + 1;
}
