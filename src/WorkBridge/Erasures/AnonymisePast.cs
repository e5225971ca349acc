using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Requests;

namespace WorkBridge.Erasures;

/// <summary>
/// The nightly job that lets go of people whom nothing has carried for the retention period: no programme, no consent that stands, no
/// survey, contact, visit to a screen or request since. What the commune counts stays without a name, with months for days, as after an erasure. What erasures of the last
/// days could not wipe out of the files at once is wiped now.
/// </summary>
public sealed class AnonymisePast(WorkBridgeDb db, ErasePerson erase, RetentionRules rules, TimeProvider clock)
{
    /// <summary>People in one run, so that a night's work has an end; the next night goes on.</summary>
    public const int AtMost = 500;

    /// <returns>How many people became numbers.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var day = today.AddMonths(-rules.Months);
        var instant = Clock.Utc(day, TimeOnly.MinValue);
        var due = await db.Returnees
            .Where(r => r.ErasedOn == null && r.CreatedAt < instant && (r.LastContactAt == null || r.LastContactAt < instant) && (r.AskedForHelpAt == null || r.AskedForHelpAt < instant))
            .Where(r => !r.Periods.Any(p => p.End == null ? p.PlannedEnd == null || p.PlannedEnd >= day : p.End >= day))
            .Where(r => !db.EmploymentStates.Any(s => s.ReturneeId == r.Id && s.RecordedAt >= instant))
            .Where(r => !db.Consents.Any(c => c.ReturneeId == r.Id && (c.At >= instant || (c.Decision == Decision.Given && c.ExpiresOn >= today
                && !db.Consents.Any(later => later.ReturneeId == r.Id && later.Purpose == c.Purpose && later.EmployerId == c.EmployerId && later.Sequence > c.Sequence)))))
            .Where(r => !db.KioskVisits.Any(v => v.ReturneeId == r.Id && v.LastSeenAt >= instant) && !db.SupportRequests.Any(q => q.ReturneeId == r.Id && (q.EndedAt == null || q.EndedAt >= instant)))
            .Where(r => !db.DataRequests.Any(q => q.ReturneeId == r.Id && (q.State == RequestState.Received || q.State == RequestState.Answered || q.EndedAt >= instant)))
            .OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).Select(r => r.Id).Take(AtMost).ToListAsync(ct);
        await erase.RunAsync(due, asked: false, ct);
        await erase.WipeAsync(ct);
        return due.Count;
    }
}
