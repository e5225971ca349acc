using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace WorkBridge.Referrals;

/// <summary>
/// Counts, by address, requests for links that were never given out; after <see cref="Most"/> in <see cref="Window"/> the
/// address waits until the window has passed. In memory and per node: tokens cannot be guessed anyway, this only spares the machine.
/// </summary>
public sealed class LinkGuesses(TimeProvider clock)
{
    public const int Most = 20;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int MostAddresses = 10_000;
    private readonly ConcurrentDictionary<string, (DateTime Since, int Count)> misses = new(StringComparer.Ordinal);

    public bool MustWait(IPAddress? from)
    {
        return misses.TryGetValue(KeyOf(from), out var seen) && seen.Count >= Most && clock.UtcNow() - seen.Since < Window;
    }

    public void Missed(IPAddress? from)
    {
        var now = clock.UtcNow();
        if (misses.Count >= MostAddresses)
            misses.Clear();
        misses.AddOrUpdate(KeyOf(from), _ => (now, 1), (_, seen) => now - seen.Since < Window ? (seen.Since, seen.Count + 1) : (now, 1));
    }

    /// <summary>One key for an IPv4 address, one for the /64 an IPv6 address lies in.</summary>
    private static string KeyOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
