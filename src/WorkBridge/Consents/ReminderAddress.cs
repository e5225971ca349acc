using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Requests;

namespace WorkBridge.Consents;

/// <summary>Where a person is written to.</summary>
internal static class ReminderAddress
{
    /// <summary>The person's address while the person agrees to be reminded, may be helped, and nothing holds the person back; otherwise null.</summary>
    public static async Task<string?> ReminderAddressAsync(this WorkBridgeDb db, Guid returneeId, DateOnly day, CancellationToken ct)
    {
        if ((await db.Consents.CurrentAsync(returneeId, Purpose.Reminders, null, ct))?.Stands(day) != true || await db.IsHeldBackAsync(returneeId, ct))
            return null;
        var person = await db.Returnees.AsNoTracking().MayBeHelped(day).SingleOrDefaultAsync(r => r.Id == returneeId, ct);
        return person?.Details.Email is { } address && MailAddressText.IsOne(address) ? address : null;
    }
}
