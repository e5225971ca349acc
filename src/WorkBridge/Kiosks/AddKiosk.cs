using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Kiosks;

/// <summary>An officer names a screen of an own commune and gets the code that enrols it: once, within half an hour, shown once.</summary>
public sealed class AddKiosk(WorkBridgeDb db, KeyRing keys, CurrentUser user, TimeProvider clock)
{
    public const int CodeLength = 8;

    /// <exception cref="RuleBroken">The commune is not the officer's own.</exception>
    public async Task<string> RunAsync(string communeCode, string name, CancellationToken ct)
    {
        if (!user.CommuneCodes.Contains(communeCode))
            throw new RuleBroken(Rule.NotYours, "CommuneCode");
        var code = CheckedCode.Random(CodeLength);
        db.KioskDevices.Add(new KioskDevice(communeCode, name.Trim(), Digest(keys, code), user.AccountId, clock.UtcNow()));
        await db.SaveChangesAsync(ct);
        return code;
    }

    internal static byte[] Digest(KeyRing keys, string code) => keys.Mac("kiosk-enrolment", code);
}

/// <summary>At the screen: the code enrols this browser. The token goes into its cookie; only a digest is kept.</summary>
public sealed class EnrolKiosk(WorkBridgeDb db, KeyRing keys, KioskTries tries, TimeProvider clock)
{
    /// <exception cref="RuleBroken"><see cref="Rule.CodeWrong"/>, <see cref="Rule.LinkExpired"/> or <see cref="Rule.CodeLocked"/>.</exception>
    public async Task<string> RunAsync(string? typed, CancellationToken ct)
    {
        await tries.EnsureAllowedAsync(TryKind.Enrolment, null, ct);
        var digest = AddKiosk.Digest(keys, CheckedCode.Read(typed, AddKiosk.CodeLength) ?? "");
        var device = await db.KioskDevices.SingleOrDefaultAsync(d => d.EnrolmentHash == digest, ct);
        if (device is null)
        {
            await tries.FailedAsync(TryKind.Enrolment, null, ct);
            throw new RuleBroken(Rule.CodeWrong, "Code");
        }

        var token = VisitKeys.New();
        device.Enrol(VisitKeys.Digest(token), clock.UtcNow());
        await db.SaveChangesAsync(ct);
        return token;
    }
}

/// <summary>Takes a screen out of use: dead at its next request, with whatever visit is open on it.</summary>
public sealed class RevokeKiosk(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Unknown or foreign device.</exception>
    public async Task RunAsync(Guid deviceId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var device = await db.KioskDevices.Of(user).SingleOrDefaultAsync(d => d.Id == deviceId, ct) ?? throw new RuleBroken(Rule.NotFound);
        device.Revoke(now);
        foreach (var visit in await db.KioskVisits.Where(v => v.DeviceId == deviceId && v.EndedAt == null).ToListAsync(ct))
            visit.End(now);
        foreach (var opening in await db.DeskOpenings.Where(o => o.DeviceId == deviceId && o.UsedAt == null).ToListAsync(ct))
            opening.Close(now);
        await db.SaveChangesAsync(ct);
    }
}
