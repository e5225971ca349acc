using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;

namespace WorkBridge.Matching;

/// <summary>
/// How much what is known of placements may move a score. <paramref name="Most"/> points either way (0 to 10; 0 switches it
/// off), reached where work of a kind lasts <paramref name="Whole"/> (a share) more or less often than work in general;
/// <paramref name="Shrink"/> is how many placements' worth its parents weigh.
/// </summary>
public sealed record LastingRule(int Most = 5, double Whole = 0.25, double Shrink = 10)
{
    /// <summary>Never past ten points of the hundred.</summary>
    public bool IsSound => Most is >= 0 and <= 10 && Whole > 0 && Shrink > 0;
}

/// <summary>
/// What placements that lasted tell about an opening: a few points more or less, the same for everybody who lives as far from
/// it; a person's own history is no part of it. Immutable and pure. What is known closer by is shrunk to what is known
/// farther off, (s + m·p)/(n + m), each placement counted once, and only what still differs from all work at the 20 % bound
/// counts. With nothing known, or little, it is nothing. docs/matching.md has the formula and its sources.
/// </summary>
public sealed class Lasting
{
    private const double Bound = 0.8416; // the 80 % point of the normal distribution
    private const int RoundedDownTo = 5;

    private readonly Dictionary<LastingCell, LastingCount> _counts;
    private readonly ConcurrentDictionary<LastingCell, int> _shifts = new();
    private readonly LastingRule _rule;

    private Lasting(IEnumerable<LastingCount> counts, LastingRule rule) => (_counts, _rule) = (counts.ToDictionary(c => c.Cell), rule);

    /// <summary>Nothing is known: no score changes.</summary>
    public static Lasting Nothing { get; } = new([], new LastingRule());

    /// <exception cref="ArgumentException">More than 10 points, or a share or weight that is not above zero.</exception>
    public static Lasting From(IEnumerable<LastingCount> counts, LastingRule rule) =>
        rule.IsSound ? new Lasting(counts, rule) : throw new ArgumentException("At most 10 points either way; shares and weights above zero.", nameof(rule));

    /// <summary>Whole points for work of this kind, from −Most to Most; 0 where nothing is known.</summary>
    public int ShiftOf(LastingCell cell) => _rule.Most == 0 || _counts.Count == 0 ? 0 : _shifts.GetOrAdd(cell, Weigh);

    /// <summary>The shift of a score of so many points: never more than a tenth of it, and not past 100.</summary>
    public int ShiftOf(LastingCell cell, int score)
    {
        var most = Math.Max(0, score / 10);
        return Math.Clamp(ShiftOf(cell), -most, Math.Min(most, Math.Max(0, 100 - score)));
    }

    /// <summary>
    /// The score with this as its last part; the same score where there is nothing to say. The total stays between 0 and 100.
    /// Courses are left alone: a course is meant to end.
    /// </summary>
    public MatchScore Onto(MatchScore score, ProfileFacts person, OpeningFacts opening, Vocabulary vocabulary)
    {
        if (opening.Kind == OpeningKind.Training || _counts.Count == 0)
            return score;
        var cell = LastingCell.Of(person, opening, vocabulary);
        var points = ShiftOf(cell, score.Total);
        if (points == 0)
            return score;
        var (told, known) = Told(cell, points > 0);
        var reason = Why.Reason(
            points > 0 ? "lasting-more" : "lasting-less",
            told.Trade.Length switch { 4 => "Trade", 3 => "NearTrades", _ => "" },
            told.Distance?.ToString() ?? "",
            told.Hours?.ToString() ?? "",
            told.Size?.ToString() ?? "",
            (known / RoundedDownTo * RoundedDownTo).ToString(CultureInfo.InvariantCulture));
        var part = new MatchPart(PartKind.Lasting, points, _rule.Most, points > 0 ? PartState.Fits : PartState.Partly, [reason]);
        return score with { Total = score.Total + points, Parts = [.. score.Parts, part] };
    }

    private int Weigh(LastingCell cell)
    {
        var all = Count(cell, "", 0);
        if (all.Known == 0)
            return 0;
        var mean = (double)all.Lasted / all.Known;
        var (share, variance) = Estimate(cell, mean);
        var sure = Math.Max(0, Math.Abs(share - mean) - (Bound * Math.Sqrt(variance)));
        var points = Math.Min(_rule.Most, Math.Round(_rule.Most * sure / _rule.Whole, MidpointRounding.ToZero));
        return (int)(share < mean ? -points : points);
    }

    // What the conditions do in other trades, and what the trade does, are learnt apart and added, so that what is known of
    // far work also counts in a trade where nobody has gone far yet; then what the trade shows under the very conditions.
    // Each step takes what the next finer one will not: nothing is counted twice.
    private (double Share, double Variance) Estimate(LastingCell cell, double mean)
    {
        (double Share, double Variance) conditions = (mean, 0), trade = (mean, 0);
        var own = cell.Trade;
        for (var row = 1; row <= LastingCell.Conditions; row++)
        {
            var ring = Count(cell, "", row) - Finer(cell, "", row);
            conditions = Shrunk(own.Length == 0 ? ring : ring - (Count(cell, own, row) - Finer(cell, own, row)), conditions);
        }
        if (own.Length == 0)
            return conditions;

        trade = Shrunk(Count(cell, cell.Minor, 0) - Count(cell, own, 0), trade);
        trade = Shrunk(Count(cell, own, 0) - Finer(cell, own, 0), trade);
        var both = (Math.Clamp(conditions.Share + trade.Share - mean, 0, 1), conditions.Variance + trade.Variance);
        for (var row = 1; row <= LastingCell.Conditions; row++)
            both = Shrunk(Count(cell, own, row) - Finer(cell, own, row), both);
        return both;
    }

    private Tally Count(LastingCell cell, string trade, int conditions) =>
        _counts.TryGetValue(cell.At(trade, conditions), out var count) ? new Tally(count.Known, count.Lasted) : default;

    private Tally Finer(LastingCell cell, string trade, int conditions) =>
        conditions < LastingCell.Conditions ? Count(cell, trade, conditions + 1) : default;

    private (double Share, double Variance) Shrunk(Tally tally, (double Share, double Variance) prior)
    {
        if (tally.Known <= 0)
            return prior;
        var lasted = Math.Clamp(tally.Lasted, 0, tally.Known); // a cell left out for its few people can make a rest uneven
        var share = (lasted + (_rule.Shrink * prior.Share)) / (tally.Known + _rule.Shrink);
        var own = tally.Known / (tally.Known + _rule.Shrink);
        return (share, (own * own * share * (1 - share) / tally.Known) + ((1 - own) * (1 - own) * prior.Variance));
    }

    // What is said must be true as it stands: of the counted cells that themselves lie to the side of the shift, the one with
    // the most behind it (how far off, by the root of how many), the finer of equals.
    private (LastingCell Cell, int Known) Told(LastingCell cell, bool more)
    {
        var all = Count(cell, "", 0);
        var mean = (double)all.Lasted / all.Known;
        var (told, known, strongest) = (LastingCell.All, 0, 0.0);
        foreach (var one in cell.Ladder().Reverse())
        {
            if (!_counts.TryGetValue(one, out var count))
                continue;
            var strength = (((double)count.Lasted / count.Known) - mean) * Math.Sqrt(count.Known) * (more ? 1 : -1);
            if (strength > strongest)
                (told, known, strongest) = (one, count.Known, strength);
        }
        return (told, known);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Tally(int Known, int Lasted)
    {
        public static Tally operator -(Tally whole, Tally part) => new(whole.Known - part.Known, whole.Lasted - part.Lasted);
    }
}
