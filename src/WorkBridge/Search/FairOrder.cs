namespace WorkBridge.Search;

/// <summary>
/// The order of people for one opening: best first, but of those within a few points of the best one left, who waited
/// longest without a referral comes first. So nobody is passed by somebody more than those few points behind.
/// </summary>
public static class FairOrder
{
    /// <summary>
    /// The items in order, each with whether it stands before a better score because of the wait. Who was equally long
    /// without a referral keeps the order of the scores.
    /// </summary>
    public static IReadOnlyList<(T Item, bool Ahead)> Of<T>(IEnumerable<T> items, Func<T, int> score, Func<T, DateTime> waitingSince, int nearTie)
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
}
