using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Requests;

namespace WorkBridge.Placements;

/// <summary>Whether an employer may be asked about somebody (product brief, section 5).</summary>
internal static class AskingEmployers
{
    /// <summary>
    /// True while the person's consent to this employer stands, nothing holds the person back, the person may be helped, and the
    /// row is still a person's. From the day consent is gone only the person is asked.
    /// </summary>
    public static async Task<bool> MayAskEmployerAsync(this WorkBridgeDb db, Placement placement, DateTime now, CancellationToken ct)
    {
        var today = Clock.DayOf(now);
        if (placement is not { EmployerId: { } employerId, ErasedOn: null })
            return false;
        if ((await db.Consents.CurrentAsync(placement.ReturneeId, Purpose.Employer, employerId, ct))?.Stands(today) != true || await db.IsHeldBackAsync(placement.ReturneeId, ct))
            return false;
        var person = await db.Returnees.AsNoTracking().Include(r => r.Periods).SingleAsync(r => r.Id == placement.ReturneeId, ct);
        return person.MayBeHelped(today);
    }
}
