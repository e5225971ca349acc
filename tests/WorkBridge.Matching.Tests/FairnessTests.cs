using WorkBridge.Evaluation;

namespace WorkBridge.Matching.Tests;

/// <summary>The order of people spreads the first places and gives up no more than it says.</summary>
public sealed class FairnessTests
{
    [Fact]
    public void Near_ties_by_the_wait_spread_the_first_places_for_at_most_two_points()
    {
        var (alone, fair) = (Over(null), Over(3));
        Assert.True(fair.Average(f => f.Gini) < alone.Average(f => f.Gini) - 0.02);
        Assert.True(fair.Average(f => f.EverShown) > alone.Average(f => f.EverShown) + 0.02);
        Assert.All(fair, f => Assert.InRange(f.LostAtMost, 0, 2));
        Assert.All(fair, f => Assert.InRange(f.LostOnAverage, 0, 1));
        Assert.All(alone, f => Assert.Equal((0.0, 0), (f.LostOnAverage, f.LostAtMost)));
    }

    [Fact]
    public void The_lot_alone_spreads_equal_scores_and_costs_nothing()
    {
        var (alone, lot) = (Over(null), Over(0));
        Assert.True(lot.Average(f => f.EverShown) > alone.Average(f => f.EverShown));
        Assert.All(lot, f => Assert.Equal((0.0, 0), (f.LostOnAverage, f.LostAtMost)));
    }

    [Theory]
    [InlineData(new[] { 3, 3, 3, 3 }, 0)]
    [InlineData(new[] { 0, 0, 0, 4 }, 0.75)]
    [InlineData(new[] { 4, 0 }, 0.5)]
    [InlineData(new[] { 0, 0 }, 0)]
    public void Gini_is_zero_where_all_have_the_same_and_grows_as_one_has_all(int[] times, double gini) =>
        Assert.Equal(gini, Fairness.Gini(times), 9);

    private static List<FairnessResult> Over(int? nearTie) => [.. Enumerable.Range(1, 4).Select(seed => Fairness.Run(120, 60, nearTie, seed))];
}
