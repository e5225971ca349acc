using WorkBridge.Matching;

namespace WorkBridge.Evaluation;

/// <summary>
/// An invented history, drawn from a seed: no person and no employer in it exists. Where the truth has an effect, far work, nights
/// and very small employers last less and trades differ; where it has none, only the fit (the score) counts. Its sizes are chosen
/// by us and say nothing about Vietnam.
/// </summary>
internal static class InventedHistory
{
    private static readonly DateOnly First = new(2024, 1, 1);

    // Unit groups with how often they are met and what they do to the odds of lasting, where anything does.
    private static readonly (string Trade, double Share, double Effect)[] Trades =
    [
        ("7531", 0.20, 0.5), ("7212", 0.14, 0.2), ("9313", 0.14, -0.9), ("7112", 0.10, -0.5), ("8332", 0.08, 0.4), ("5120", 0.08, -0.2),
        ("9112", 0.07, 0.3), ("7231", 0.06, 0.6), ("6121", 0.05, 0.1), ("7115", 0.04, -0.1), ("8153", 0.03, 0.5), ("7533", 0.01, 0.4),
    ];

    public static IReadOnlyList<HistoryRow> Draw(int rows, bool effect, int seed)
    {
        var random = new Random(seed);
        var history = new List<HistoryRow>(rows);
        for (var i = 0; i < rows; i++)
        {
            var trade = Pick(random, Trades, t => t.Share);
            var distance = Pick(random, [(DistanceBand.Near, 0.55), (DistanceBand.Around, 0.3), (DistanceBand.Far, 0.1), (DistanceBand.Unknown, 0.05)], d => d.Item2).Item1;
            var hours = Pick(random, [(HoursBand.Day, 0.6), (HoursBand.Evening, 0.15), (HoursBand.Night, 0.15), (HoursBand.Weekend, 0.05), (HoursBand.Unknown, 0.05)], h => h.Item2).Item1;
            var size = Pick(random, [(EmployerSize.Micro, 0.35), (EmployerSize.Small, 0.3), (EmployerSize.Medium, 0.15), (EmployerSize.Large, 0.1), (EmployerSize.Unknown, 0.1)], s => s.Item2).Item1;
            var score = (int)Math.Clamp(Math.Round(74 + (11 * Normal(random))), 30, 100);
            var odds = 0.03 * (score - 74);
            if (effect)
            {
                odds += trade.Effect
                    + (distance switch { DistanceBand.Near => 0.3, DistanceBand.Far => -1.1, _ => 0 })
                    + (hours switch { HoursBand.Night => -0.7, HoursBand.Day => 0.2, _ => 0 })
                    + (size switch { EmployerSize.Micro => -0.3, EmployerSize.Large => 0.4, _ => 0 });
            }
            var referred = First.AddDays((int)((long)i * 1095 / rows));
            history.Add(new HistoryRow(referred, referred.AddDays(60 + random.Next(150)), new LastingCell(trade.Trade, distance, hours, size), score, random.NextDouble() < 1 / (1 + Math.Exp(-odds))));
        }
        return history;
    }

    private static T Pick<T>(Random random, T[] from, Func<T, double> share)
    {
        var at = random.NextDouble() * from.Sum(share);
        foreach (var one in from)
        {
            if ((at -= share(one)) < 0)
                return one;
        }
        return from[^1];
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
