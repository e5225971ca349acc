using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Kiosks;

public enum TryKind
{
    Card,
    Desk,
    Slip,
    Enrolment,
}

/// <summary>A code that was wrong. Kept in the database, so that a restart forgives nobody; removed after a day.</summary>
public sealed class KioskTry
{
    private KioskTry()
    {
    }

    public KioskTry(TryKind kind, Guid? deviceId, DateTime at)
    {
        Kind = kind;
        DeviceId = deviceId;
        At = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public TryKind Kind { get; private set; }

    /// <summary>Null while the device is not enrolled yet.</summary>
    public Guid? DeviceId { get; private set; }

    public DateTime At { get; private set; }
}

/// <summary>Counts wrong codes, for one device and for all together.</summary>
public sealed class KioskTries(WorkBridgeDb db, KioskSettings settings, TimeProvider clock)
{
    /// <exception cref="RuleBroken"><see cref="Rule.CodeLocked"/>: too many wrong codes lately.</exception>
    public async Task EnsureAllowedAsync(TryKind kind, Guid? deviceId, CancellationToken ct)
    {
        var since = clock.UtcNow() - settings.TriesWindow;
        var lately = db.KioskTries.Where(t => t.Kind == kind && t.At > since);
        if ((deviceId is not null && await lately.CountAsync(t => t.DeviceId == deviceId, ct) >= settings.TriesOfDevice)
            || await lately.CountAsync(ct) >= settings.TriesOfAll)
        {
            throw new RuleBroken(Rule.CodeLocked);
        }
    }

    public async Task FailedAsync(TryKind kind, Guid? deviceId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var yesterday = now.AddDays(-1);
        await db.KioskTries.Where(t => t.At < yesterday).ExecuteDeleteAsync(ct);
        db.KioskTries.Add(new KioskTry(kind, deviceId, now));
        await db.SaveChangesAsync(ct);
    }
}
