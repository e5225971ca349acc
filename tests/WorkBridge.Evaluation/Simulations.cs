using System.Globalization;
using WorkBridge.Matching;

namespace WorkBridge.Evaluation;

/// <summary>The commands that need no advertisements.</summary>
internal static class Simulations
{
    private const int Seed = 20261126;
    private const int LeastPeople = 5;
    private const int Histories = 40;

    /// <returns>The exit code, or null where none of these was asked for.</returns>
    public static int? Run(string[] args) => args switch
    {
        ["--replay", "invented"] => Invented(),
        ["--replay", var path] => Read(path),
        ["--fairness"] => Spread(),
        _ => null,
    };

    private static int Read(string path)
    {
        Console.WriteLine(Replay.Run(HistoryRow.Read(path), new LastingRule(), LeastPeople, Seed));
        return 0;
    }

    private static int Invented()
    {
        foreach (var rows in new[] { 300, 1000, 3000, 10_000 })
        {
            foreach (var effect in new[] { true, false })
                Console.WriteLine($"{(effect ? "work differs" : "work is alike"),-14} {Replay.Run(InventedHistory.Draw(rows, effect, Seed), new LastingRule(), LeastPeople, Seed)}");
        }
        foreach (var effect in new[] { true, false })
        {
            List<ReplayResult> results = [.. Enumerable.Range(1, Histories).Select(i => Replay.Run(InventedHistory.Draw(1000, effect, Seed + i), new LastingRule(), LeastPeople, Seed))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(effect ? "work differs" : "work is alike"),-14} {Histories} further histories of 1000: helps in {results.Count(r => r.Low > 0)}, harms in {results.Count(r => r.High < 0)}; gain {results.Average(r => r.Gain):+0.000;-0.000;0.000} on average, {results.Min(r => r.Gain):+0.000;-0.000;0.000} to {results.Max(r => r.Gain):+0.000;-0.000;0.000}"));
        }
        return 0;
    }

    private static int Spread()
    {
        foreach (var (people, openings) in new[] { (60, 60), (200, 120), (200, 240) })
        {
            foreach (var nearTie in new int?[] { null, 0, 3, 5 })
            {
                var rule = nearTie switch { null => "by score alone", 0 => "by score and lot", _ => $"near ties of {nearTie}" };
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{people,4} people, {openings,4} openings, {rule,-17} {Fairness.Run(people, openings, nearTie, Seed)}"));
            }
        }
        return 0;
    }
}
