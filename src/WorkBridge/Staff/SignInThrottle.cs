using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace WorkBridge.Staff;

/// <summary>
/// Slows guessing from one address. Right sign-ins do not count, so that an office behind one address is not shut out in the
/// morning; when failures come from everywhere, what one address may fail gets less. Kept per process: the lock on the account
/// (<see cref="SignInTries"/>) is in the database and counts for all.
/// </summary>
public sealed class SignInThrottle(TimeProvider clock)
{
    public const int FailuresPerAddress = 30;
    public const int FailuresPerAddressUnderAttack = 5;
    public const int FailuresOfAllBeforeAttack = 300;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public static readonly Words Busy = new(
        "Đang có quá nhiều lượt đăng nhập. Chờ vài phút rồi thử lại; dữ liệu không mất gì.",
        "There are too many sign-ins just now. Wait a few minutes and try again; nothing is lost.");

    private const int MostAddresses = 50_000;
    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private readonly Bucket all = new();

    /// <exception cref="RuleBroken">Too much failed from this address of late.</exception>
    public void Pass(IPAddress? address)
    {
        var since = clock.UtcNow() - Window;
        var allowed = all.Count(since) >= FailuresOfAllBeforeAttack ? FailuresPerAddressUnderAttack : FailuresPerAddress;
        if (buckets.TryGetValue(Of(address), out var bucket) && bucket.Count(since) >= allowed)
            throw new RuleBroken(Rule.TooManyTries, words: Busy);
    }

    public void Failed(IPAddress? address)
    {
        var now = clock.UtcNow();
        if (buckets.Count >= MostAddresses)
            Sweep(now - Window);
        buckets.GetOrAdd(Of(address), _ => new Bucket()).Add(now);
        all.Add(now);
    }

    /// <summary>An IPv6 user owns a /64: one bucket.</summary>
    private static string Of(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private void Sweep(DateTime since)
    {
        foreach (var (key, bucket) in buckets)
        {
            if (bucket.Count(since) == 0)
                buckets.TryRemove(key, out _);
        }
    }

    private sealed class Bucket
    {
        private readonly Queue<DateTime> failures = new();

        public void Add(DateTime now)
        {
            lock (failures)
            {
                failures.Enqueue(now);
                while (failures.Count > FailuresOfAllBeforeAttack)
                    failures.Dequeue();
            }
        }

        public int Count(DateTime since)
        {
            lock (failures)
            {
                while (failures.TryPeek(out var oldest) && oldest <= since)
                    failures.Dequeue();
                return failures.Count;
            }
        }
    }
}
