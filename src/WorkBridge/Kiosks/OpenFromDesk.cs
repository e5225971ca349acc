using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Kiosks;

/// <summary>
/// An officer opens a person's part at one screen: four digits on the appointment slip, for ten minutes, at that device alone, dead
/// after three wrong tries. One is open at a device, and one for a person.
/// </summary>
public sealed class OpenFromDesk(WorkBridgeDb db, KeyRing keys, CurrentUser user, TimeProvider clock)
{
    public const int CodeLength = 4;

    /// <exception cref="RuleBroken">Unknown or foreign person or device, or the person may not be helped today.</exception>
    public async Task<string> RunAsync(Guid returneeId, Guid deviceId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var person = await db.Returnees.Of(user).Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == returneeId, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (!person.MayBeHelped(Clock.DayOf(now)))
            throw new RuleBroken(Rule.NotInProgramme);
        var device = await db.KioskDevices.Of(user).SingleOrDefaultAsync(d => d.Id == deviceId && d.TokenHash != null && d.RevokedAt == null, ct)
            ?? throw new RuleBroken(Rule.NotFound, "DeviceId");
        foreach (var old in await db.DeskOpenings.Where(o => o.UsedAt == null && (o.DeviceId == deviceId || o.ReturneeId == returneeId)).ToListAsync(ct))
            old.Close(now);

        var code = RandomNumberGenerator.GetString("0123456789", CodeLength);
        var opening = new DeskOpening(person.Id, device.Id, user.AccountId, now);
        opening.Keep(Digest(keys, opening.Id, code));
        db.DeskOpenings.Add(opening);
        await db.SaveChangesAsync(ct);
        return code;
    }

    /// <summary>Bound to the row, so that equal digits have different digests.</summary>
    internal static byte[] Digest(KeyRing keys, Guid openingId, string code) => keys.Mac("desk", $"{openingId:N}:{code}");
}
