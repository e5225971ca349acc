using System.Globalization;
using WorkBridge.Matching;
using WorkBridge.Search;

namespace WorkBridge.Evaluation;

/// <summary>
/// How the first three places were spread: the Gini coefficient of how often each person stood there (0: all alike), the share
/// of people who ever did, and what was given up: points of the first three against the best three, on average and at most.
/// </summary>
internal sealed record FairnessResult(double Gini, double EverShown, double LostOnAverage, int LostAtMost)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Gini {Gini:0.000}; ever among the first three {EverShown:0.0%}; points given up a place {LostOnAverage:0.00} on average, {LostAtMost} at most");
}

/// <summary>
/// A seeded simulation of the order of people: one commune, openings one after another, the product's own score and the
/// product's own order. The first of each list is referred and begins to wait anew. People and openings are invented.
/// </summary>
internal static class Fairness
{
    private const int Shown = 3;
    private static readonly DateOnly First = new(2026, 1, 5);

    private sealed class Waiting(ProfileFacts facts, DateOnly since)
    {
        public ProfileFacts Facts { get; } = facts;
        public DateOnly Since { get; set; } = since;
        public int Times { get; set; }
    }

    /// <summary>
    /// With the rule as it is (near ties of <paramref name="nearTie"/> points, then the lot of the day); with 0 by the score
    /// and the lot, and with null by the score alone, equal ones always in the same order.
    /// </summary>
    public static FairnessResult Run(int people, int openings, int? nearTie, int seed)
    {
        var random = new Random(seed);
        Trade[] trades = [.. Vocabulary.Default.Trades.Where((_, i) => i % 23 == 0)];
        List<Waiting> commune = [.. Enumerable.Range(0, people).Select(i => new Waiting(Person(random, trades, i), First.AddDays(-random.Next(120))))];
        var (lost, places, most) = (0L, 0, 0);
        var listed = new HashSet<Waiting>();
        for (var i = 0; i < openings; i++)
        {
            var (opening, day) = (Opening(random, trades, i), First.AddDays(i));
            var scored = commune.Select(w => (Who: w, Score: Scoring.Score(w.Facts, opening, Vocabulary.Default, new MatchWeights())))
                .Where(s => s.Score.Exclusion is null && s.Score.Parts[0].State != PartState.DoesNotFit)
                .OrderBy(s => nearTie is null ? 0 : FairOrder.Lot(opening.Id, day, s.Who.Facts.Id))
                .Select(s => (s.Who, s.Score.Total))
                .ToList();
            listed.UnionWith(scored.Select(s => s.Who));
            var best = scored.OrderByDescending(s => s.Total).Take(Shown).ToList();
            var order = nearTie is > 0 ? [.. FairOrder.Of(scored, s => s.Total, s => s.Who.Since, nearTie.Value).Take(Shown).Select(o => o.Item)] : best;
            foreach (var (wanted, given) in best.Zip(order))
                (lost, places, most) = (lost + wanted.Total - given.Total, places + 1, Math.Max(most, best[0].Total - order[0].Total));
            foreach (var (who, _) in order)
                who.Times++;
            if (order.Count > 0)
                order[0].Who.Since = day;
        }
        return new FairnessResult(Gini([.. listed.Select(w => w.Times)]), listed.Count == 0 ? 0 : (double)listed.Count(w => w.Times > 0) / listed.Count, places == 0 ? 0 : (double)lost / places, most);
    }

    /// <summary>Gini (1912): 0 where all have the same, near 1 where one has everything.</summary>
    public static double Gini(int[] values)
    {
        Array.Sort(values);
        double sum = values.Sum();
        return sum == 0 ? 0 : (values.Select((v, i) => (i + 1.0) * v).Sum() * 2 / (values.Length * sum)) - ((values.Length + 1.0) / values.Length);
    }

    private static ProfileFacts Person(Random random, Trade[] trades, int number)
    {
        var trade = Skewed(random, trades);
        return new ProfileFacts
        {
            Id = new Guid(number + 1, 1, 0, new byte[8]),
            CommuneCode = "11443",
            ProvinceCode = "31",
            Trades = random.Next(5) == 0 ? [] : [new HeldTrade(trade.Code, (Evidence)random.Next(4), random.Next(3) == 0 ? null : random.Next(1, 120))],
            WantedTrades = random.Next(2) == 0 ? [] : [trade.Code],
            Shifts = (Shifts)(random.Next(4) switch { 0 => 0, 1 => 1, 2 => 3, _ => 15 }),
            PayFrom = random.Next(3) == 0 ? null : random.Next(5, 12) * 1_000_000L,
            Transport = (Transport)random.Next(4),
            Papers = random.Next(2) == 0 ? [] : ["id"],
        };
    }

    private static OpeningFacts Opening(Random random, Trade[] trades, int number)
    {
        var trade = Skewed(random, trades);
        return new OpeningFacts
        {
            Id = new Guid(number + 1, 2, 0, new byte[8]),
            TradeCode = trade.Code,
            Title = trade.Vi,
            CommuneCode = random.Next(2) == 0 ? "11443" : "11407",
            ProvinceCode = "31",
            Shifts = random.Next(4) == 0 ? Shifts.Day | Shifts.Evening : Shifts.Day,
            PayMin = 7_000_000,
            PayMax = random.Next(8, 12) * 1_000_000L,
            ExperienceMonths = random.Next(3) == 0 ? 12 : null,
            Papers = ["id"],
            TeachesOnTheJob = random.Next(5) == 0,
        };
    }

    private static Trade Skewed(Random random, Trade[] trades) => trades[(int)(trades.Length * random.NextDouble() * random.NextDouble())];
}
