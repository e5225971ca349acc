using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkBridge.Data;

namespace WorkBridge.Email;

/// <summary>
/// Mail to an address came back for good: nothing more is sent there until somebody says that it works again. The address
/// itself is not kept, only a keyed digest of it; whoever writes another address has mail again.
/// </summary>
public sealed class MailStop
{
    public const int CodeLength = 20;

    /// <summary>The code of a return that somebody told us of, without a report to read.</summary>
    public const string Told = "told";

    private MailStop()
    {
    }

    public MailStop(byte[] addressMac, string code, Actor by, DateTime now)
    {
        AddressMac = addressMac;
        Code = code;
        ById = by.Id;
        At = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public byte[] AddressMac { get; private set; } = [];

    /// <summary>The status of the report (RFC 3463), such as 5.1.1; or <see cref="Told"/>.</summary>
    public string Code { get; private set; } = "";

    public DateTime At { get; private set; }

    public Guid? ById { get; private set; }

    public DateTime? LiftedAt { get; private set; }

    public Guid? LiftedById { get; private set; }

    public void Lift(Actor by, DateTime now)
    {
        LiftedAt ??= now;
        LiftedById ??= by.Id;
    }

    /// <summary>What an address is looked up by: the same for every way of writing it with capitals.</summary>
    public static byte[] MacOf(KeyRing keys, string address) => keys.Mac("mail stop", address.Trim().ToLower(CultureInfo.InvariantCulture));
}

public static class MailStops
{
    /// <summary>The stop that stands for an address, or null.</summary>
    public static async Task<MailStop?> StopOfAsync(this WorkBridgeDb db, string address, CancellationToken ct)
    {
        var mac = MailStop.MacOf(db.NeededKeys, address);
        return await db.MailStops.FirstOrDefaultAsync(s => s.AddressMac == mac && s.LiftedAt == null, ct);
    }

    /// <summary>Which of some addresses are stopped, and since when.</summary>
    public static async Task<IReadOnlyDictionary<string, DateTime>> StoppedAsync(this WorkBridgeDb db, IReadOnlyCollection<string> addresses, CancellationToken ct)
    {
        var standing = await db.MailStops.Where(s => s.LiftedAt == null).Select(s => new { s.AddressMac, s.At }).ToListAsync(ct);
        var since = standing.GroupBy(s => Convert.ToHexString(s.AddressMac), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(s => s.At), StringComparer.Ordinal);
        var macs = addresses.Distinct(StringComparer.Ordinal).ToDictionary(a => a, a => Convert.ToHexString(MailStop.MacOf(db.NeededKeys, a)), StringComparer.Ordinal);
        return macs.Where(m => since.ContainsKey(m.Value)).ToDictionary(m => m.Key, m => since[m.Value], StringComparer.Ordinal);
    }
}

internal sealed class MailStopMapping : IEntityTypeConfiguration<MailStop>
{
    public void Configure(EntityTypeBuilder<MailStop> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Code).HasMaxLength(MailStop.CodeLength);
        builder.HasIndex(s => s.AddressMac);
    }
}
