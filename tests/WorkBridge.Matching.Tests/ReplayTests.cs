using WorkBridge.Evaluation;

namespace WorkBridge.Matching.Tests;

/// <summary>The offline replay: does the shift tell work that lasted better, judged by what was known at the time alone?</summary>
public sealed class ReplayTests
{
    private const int Seed = 7;
    private static readonly LastingRule Rule = new();

    [Fact]
    public void Where_kinds_of_work_differ_the_shift_helps()
    {
        var found = Replay.Run(InventedHistory.Draw(1500, effect: true, Seed), Rule, 5, Seed);
        Assert.True(found.Low > 0, found.ToString());
        Assert.InRange(found.Gain, 0.008, 0.05);
        Assert.EndsWith("it helps", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_work_is_alike_the_shift_does_no_harm()
    {
        var found = Replay.Run(InventedHistory.Draw(1500, effect: false, Seed), Rule, 5, Seed);
        Assert.InRange(found.Gain, -0.005, 0.005);
        Assert.True(found is { Low: <= 0, High: >= 0 }, found.ToString());
        Assert.True(found.Moved < 0.3 * found.Rows, found.ToString());
    }

    [Fact]
    public void A_shift_that_is_turned_round_is_found_to_harm()
    {
        // The same work as before, but from now on with the opposite outcome: what was learnt misleads.
        var before = InventedHistory.Draw(1500, effect: true, Seed);
        var last = before.Max(r => r.Known);
        List<HistoryRow> after = [.. before.Select(r => r with { Referred = last.AddDays(1), Known = last.AddDays(400), Lasted = !r.Lasted })];
        var alone = Replay.Run(after, Rule, 5, Seed);
        Assert.Equal(0, alone.Moved);
        Assert.True(Replay.Run([.. before.Select(r => r with { Score = 70 }), .. after.Select(r => r with { Score = 70 })], Rule, 5, Seed).High < 0);
    }

    [Fact]
    public void What_becomes_known_later_is_not_used()
    {
        List<HistoryRow> history = [.. InventedHistory.Draw(1500, effect: true, Seed).Select(r => r with { Known = new DateOnly(2030, 1, 1) })];
        var found = Replay.Run(history, Rule, 5, Seed);
        Assert.Equal((0, 0.0, 0.0, 0.0), (found.Moved, found.Gain, found.Low, found.High));
    }

    [Theory]
    [InlineData("90+ 80-", 1)]
    [InlineData("80+ 90-", 0)]
    [InlineData("80+ 80-", 0.5)]
    [InlineData("90+ 70+ 80- 60-", 0.75)]
    [InlineData("90+ 70+", 0.5)]
    public void The_area_is_the_share_of_pairs_in_the_right_order(string rows, double area) =>
        Assert.Equal(area, Replay.Auc(rows.Split(' ').Select(r => new Scored(int.Parse(r[..^1], System.Globalization.CultureInfo.InvariantCulture), r[^1] == '+'))));

    [Fact]
    public void A_history_is_read_back_as_it_was_written()
    {
        foreach (var row in InventedHistory.Draw(50, effect: true, Seed))
            Assert.Equal(row, HistoryRow.Parse(row.Write()));
    }

    [Theory]
    [InlineData("2026-01-05,2026-05-05,7531,Near,Day,Small,70")]
    [InlineData("5/1/2026,2026-05-05,7531,Near,Day,Small,70,yes")]
    [InlineData("2026-01-05,2026-05-05,may,Near,Day,Small,70,yes")]
    [InlineData("2026-01-05,2026-05-05,7531,Near,Day,Small,70,maybe")]
    [InlineData("2026-01-05,2026-05-05,7531,Nearby,Day,Small,70,yes")]
    public void A_row_that_is_none_is_refused(string row) => Assert.Null(HistoryRow.Parse(row));
}
