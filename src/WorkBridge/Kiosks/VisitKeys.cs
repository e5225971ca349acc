using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Kiosks;

/// <summary>A visit that has begun, and the key for the cookie; only its digest is kept.</summary>
public sealed record StartedVisit(Guid VisitId, string Key);

/// <summary>Random keys for cookies, and their digests.</summary>
public static class VisitKeys
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

/// <summary>Begins a visit: one person at a time at a device, so whatever was open there ends. Saves nothing by itself.</summary>
public sealed class StartVisit(WorkBridgeDb db, TimeProvider clock)
{
    internal async Task<StartedVisit> BeginAsync(Guid deviceId, Guid returneeId, VisitWay way, Guid? officerId, Guid? receiptId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        foreach (var open in await db.KioskVisits.Where(v => v.DeviceId == deviceId && v.EndedAt == null).ToListAsync(ct))
            open.End(now);
        var key = VisitKeys.New();
        var visit = new KioskVisit(deviceId, returneeId, way, officerId, VisitKeys.Digest(key), now);
        if (receiptId is { } receipt)
            visit.Receives(receipt);
        db.KioskVisits.Add(visit);
        return new StartedVisit(visit.Id, key);
    }
}

/// <summary>Ends a visit on the server: its cookie opens nothing any more, whoever holds a copy.</summary>
public sealed class EndVisit(WorkBridgeDb db, TimeProvider clock)
{
    public async Task RunAsync(Guid visitId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await db.KioskVisits.Where(v => v.Id == visitId && v.EndedAt == null).ExecuteUpdateAsync(v => v.SetProperty(x => x.EndedAt, now), ct);
    }
}
