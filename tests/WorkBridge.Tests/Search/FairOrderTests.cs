using WorkBridge.Search;

namespace WorkBridge.Tests.Search;

public sealed class FairOrderTests
{
    private const int NearTie = 3;
    private static readonly DateOnly Day = new(2026, 11, 1);

    private sealed record Waiting(string Name, int Score, int Days);

    private static List<(Waiting Item, bool Ahead)> Order(params Waiting[] people) =>
        [.. FairOrder.Of(people, p => p.Score, p => Day.AddDays(-p.Days), NearTie)];

    [Fact]
    public void Of_near_equal_people_who_waited_longer_comes_first_and_it_is_told() =>
        Assert.Equal(
            [("b", true), ("a", false), ("c", false)],
            Order(new("a", 75, 2), new("b", 73, 90), new("c", 60, 400)).Select(o => (o.Item.Name, o.Ahead)));

    [Fact]
    public void Three_points_behind_nobody_is_passed_however_long_the_wait() =>
        Assert.Equal(["a", "b"], Order(new("b", 72, 999), new("a", 75, 0)).Select(o => o.Item.Name));

    [Theory]
    [InlineData(74, 75)]
    [InlineData(75, 76)]
    [InlineData(98, 99)]
    public void One_point_is_a_near_tie_wherever_it_lies(int lower, int higher) =>
        Assert.Equal("long", Order(new("short", higher, 1), new("long", lower, 50))[0].Item.Name);

    [Fact]
    public void Equal_waits_keep_the_order_of_the_scores_and_nobody_stands_ahead() =>
        Assert.Equal(
            [("a", false), ("b", false), ("c", false)],
            Order(new("c", 70, 5), new("a", 72, 5), new("b", 71, 5)).Select(o => (o.Item.Name, o.Ahead)));

    [Fact]
    public void The_lot_is_the_same_whoever_draws_it_and_another_for_another_day_opening_or_person()
    {
        var (opening, person) = (new Guid("11111111-2222-3333-4444-555555555555"), new Guid("66666666-7777-8888-9999-000000000000"));
        Assert.Equal(45206934630650912UL, FairOrder.Lot(opening, Day, person));
        Assert.Equal(4, new[] { FairOrder.Lot(opening, Day, person), FairOrder.Lot(opening, Day.AddDays(1), person), FairOrder.Lot(person, Day, person), FairOrder.Lot(opening, Day, opening) }.Distinct().Count());
    }

    [Fact]
    public void Over_the_days_equal_people_are_first_equally_often()
    {
        var opening = new Guid(77, 0, 0, new byte[8]);
        Guid[] people = [.. Enumerable.Range(1, 5).Select(i => new Guid(i, 0, 0, new byte[8]))];
        var first = Enumerable.Range(0, 2000).Select(i => FairOrder.Of(people.OrderBy(p => FairOrder.Lot(opening, Day.AddDays(i), p)), _ => 70, _ => Day, NearTie)[0].Item).CountBy(p => p).ToDictionary();
        Assert.All(people, p => Assert.InRange(first[p], 320, 480)); // 400 each, four standard deviations
    }

    [Fact]
    public void Everybody_stands_in_it_once_and_nobody_before_somebody_three_points_better()
    {
        var random = new Random(20261126);
        var people = Enumerable.Range(0, 200).Select(i => new Waiting($"{i}", random.Next(40, 100), random.Next(0, 300))).ToArray();
        var order = Order(people);
        Assert.Equal(people.Length, order.Select(o => o.Item.Name).Distinct().Count());
        for (var i = 0; i < order.Count; i++)
            Assert.DoesNotContain(order.Skip(i + 1), later => later.Item.Score >= order[i].Item.Score + NearTie);
        Assert.Contains(order, o => o.Ahead);
    }

    [Fact]
    public void Taking_turns_by_the_wait_spreads_the_first_places()
    {
        // Twelve near-equal people, one first place a day: each is referred in turn; by the score alone one is always first.
        var people = Enumerable.Range(0, 12).Select(i => new Waiting($"{i}", 80 + (i % 3), 0)).ToDictionary(p => p.Name);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var day = 0; day < 24; day++)
        {
            var next = Order([.. people.Values])[0].Item;
            first[next.Name] = first.GetValueOrDefault(next.Name) + 1;
            foreach (var (name, person) in people.ToList())
                people[name] = person with { Days = name == next.Name ? 0 : person.Days + 1 };
        }

        Assert.Equal(12, first.Count);
        Assert.All(first.Values, times => Assert.Equal(2, times));
    }
}
