using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorkBridge.Search;

/// <summary>
/// The order of people for one opening: best first, but of those within a few points of the best one left, who waited
/// longest without a referral comes first. So nobody is passed by somebody more than those few points behind. Pure.
/// </summary>
public static class FairOrder
{
    /// <summary>
    /// The items in order, each with whether it stands before a better score because of the wait. Who was as many days
    /// without a referral keeps the order of the scores, and at the same score the order given (<see cref="Lot"/>).
    /// </summary>
    public static IReadOnlyList<(T Item, bool Ahead)> Of<T>(IEnumerable<T> items, Func<T, int> score, Func<T, DateOnly> waitingSince, int nearTie)
    {
        var left = items.OrderByDescending(score).ToList();
        var order = new List<(T, bool)>(left.Count);
        while (left.Count > 0)
        {
            var best = score(left[0]);
            var next = left.TakeWhile(i => score(i) > best - nearTie).MinBy(waitingSince)!;
            order.Add((next, score(next) < best));
            left.Remove(next);
        }

        return order;
    }

    /// <summary>
    /// The number somebody draws for an opening on a day; the smaller comes first where score and wait are the same. Drawn anew
    /// each day, so that nobody stands behind for good, and by everybody alike: from the three values it can be drawn again.
    /// </summary>
    public static ulong Lot(Guid openingId, DateOnly day, Guid personId) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{openingId:N} {day:yyyy-MM-dd} {personId:N}"))));
}
