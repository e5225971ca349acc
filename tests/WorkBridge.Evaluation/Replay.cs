using System.Globalization;
using WorkBridge.Matching;

namespace WorkBridge.Evaluation;

/// <summary>
/// What the replay found: how well the score tells work that lasted from work that did not (AUC: the chance that of two
/// placements, one of each, the one that lasted had the higher score), without and with the shift, and the gain with its 95 %
/// bootstrap interval.
/// </summary>
internal sealed record ReplayResult(int Rows, int Moved, double Without, double With, double Low, double High)
{
    public double Gain => With - Without;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows} placements, {Moved} with a shift; AUC {Without:0.000} without, {With:0.000} with; gain {Gain:+0.000;-0.000;0.000} (95 % {Low:+0.000;-0.000;0.000} to {High:+0.000;-0.000;0.000}): {Verdict}");

    private string Verdict => Low > 0 ? "it helps" : High < 0 ? "it harms" : "no difference that could be told";
}

/// <summary>
/// Walks a history in the order of time. Each placement is scored with what was known on the day of its referral, counted anew
/// each week as the nightly job would, and nothing later; then score and outcome are compared.
/// </summary>
internal static class Replay
{
    private const int Week = 7;
    private const int Draws = 1000;

    public static ReplayResult Run(IReadOnlyList<HistoryRow> history, LastingRule rule, int leastPeople, int seed)
    {
        var rows = history.OrderBy(r => r.Referred).ToList();
        // Each placement stands for a person of its own: a history holds nobody's name.
        var known = history.OrderBy(r => r.Known).Select((r, i) => (r.Known, Outcome: new KnownOutcome(r.Cell, new Guid(i, 0, 0, new byte[8]), r.Lasted))).ToList();
        var plain = new List<Scored>(rows.Count);
        var moved = new List<Scored>(rows.Count);
        var (lasting, countedOn) = (Lasting.Nothing, DateOnly.MinValue);
        foreach (var row in rows)
        {
            if (row.Referred >= countedOn.AddDays(Week))
            {
                countedOn = row.Referred;
                lasting = Lasting.From(LastingCount.Of(known.TakeWhile(k => k.Known < countedOn).Select(k => k.Outcome), leastPeople), rule);
            }
            plain.Add(new Scored(row.Score, row.Lasted));
            moved.Add(new Scored(row.Score + lasting.ShiftOf(row.Cell, row.Score), row.Lasted));
        }

        var random = new Random(seed);
        var gains = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            int[] picked = [.. Enumerable.Range(0, rows.Count).Select(_ => random.Next(rows.Count))];
            gains[draw] = Auc(picked.Select(i => moved[i])) - Auc(picked.Select(i => plain[i]));
        }
        Array.Sort(gains);
        return new ReplayResult(rows.Count, plain.Zip(moved).Count(p => p.First.Score != p.Second.Score), Auc(plain), Auc(moved), gains[Draws / 40], gains[Draws - 1 - (Draws / 40)]);
    }

    /// <summary>The area under the curve of a score from 0 to 100, ties as half; a half where all ended alike.</summary>
    public static double Auc(IEnumerable<Scored> scored)
    {
        var (lasted, not) = (new long[101], new long[101]);
        foreach (var one in scored)
            (one.Lasted ? lasted : not)[one.Score]++;
        double pairs = lasted.Sum() * not.Sum();
        if (pairs == 0)
            return 0.5;
        var (below, won) = (0L, 0.0);
        for (var score = 0; score <= 100; score++)
        {
            won += lasted[score] * (below + (not[score] / 2.0));
            below += not[score];
        }
        return won / pairs;
    }
}

/// <summary>A score and what came of it.</summary>
internal readonly record struct Scored(int Score, bool Lasted);
