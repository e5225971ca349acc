using WorkBridge.Consents;
using WorkBridge.Data;

namespace WorkBridge.Placements;

/// <summary>Whether an employer may be asked about somebody (product brief, section 5).</summary>
internal static class AskingEmployers
{
    /// <summary>True while the employer may know the person and the row is still a person's. From the day consent is gone only the person is asked.</summary>
    public static async Task<bool> MayAskEmployerAsync(this WorkBridgeDb db, Placement placement, DateTime now, CancellationToken ct) =>
        placement is { EmployerId: { } employerId, ErasedOn: null } && await db.EmployerMayKnowAsync(placement.ReturneeId, employerId, Clock.DayOf(now), ct);
}
