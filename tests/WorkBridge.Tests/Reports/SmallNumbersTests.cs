using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using WorkBridge.Reports;
using WorkBridge.Returnees;

namespace WorkBridge.Tests.Reports;

public sealed class SmallNumbersTests
{
    private static readonly Func<EmploymentCounts, int>[] States = [c => c.Stable, c => c.Unstable, c => c.None, c => c.Unknown];

    [Fact]
    public void A_total_is_whole_or_hidden_and_the_second_cut_goes_where_the_difference_is_small()
    {
        CommuneEmployment kienAn = new("11443", new(7, 21, 6, 0), new(0, 7, 5, 0));
        CommuneEmployment hongBang = new("11300", new(12, 30, 9, 5), new(6, 14, 0, 5));
        Assert.Null(SmallNumbers.Total([kienAn]).InProgramme); // 6 − 5 people without work have left.
        Assert.Equal(kienAn.Everybody, SmallNumbers.Total([kienAn]).Everyone);
        Assert.Equal(new(6, 21, 5, 5), SmallNumbers.Total([kienAn, hongBang]).InProgramme);
        Assert.Null(SmallNumbers.Total([kienAn, new("06526", new(3, 8, 3, 0), EmploymentCounts.Empty), new("1", new(0, 0, 0, 4), EmploymentCounts.Empty)]).Everyone);
    }

    [Fact]
    public void One_hidden_commune_takes_a_second_with_it_so_that_the_total_does_not_name_it()
    {
        CommuneEmployment small = new("a", new(3, 8, 6, 0), EmploymentCounts.Empty);
        CommuneEmployment middle = new("b", new(9, 20, 7, 0), EmploymentCounts.Empty);
        CommuneEmployment large = new("c", new(30, 60, 20, 8), EmploymentCounts.Empty);
        var lines = SmallNumbers.Lines([large, small, middle]);
        Assert.Equal(["c", "a", "b"], lines.Select(l => l.CommuneCode));
        Assert.Equal([large.Everybody, null, null], lines.Select(l => l.Everyone));
    }

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_small()
    {
        CommuneEmployment[] communes = [new("a", new(30, 60, 20, 0), new(10, 20, 10, 0)), new("b", new(40, 60, 20, 8), new(10, 20, 10, 0)), new("empty", EmploymentCounts.Empty, EmploymentCounts.Empty)];
        Assert.All(SmallNumbers.Lines(communes).Zip(communes), pair => Assert.Equal((pair.Second.Everybody, pair.Second.InProgramme), (pair.First.Everyone!, pair.First.InProgramme!)));
    }

    /// <summary>
    /// Whoever reads the table may add and subtract what it shows in every way. A result that counts people (each of them
    /// once at the most) is never one to four of them.
    /// </summary>
    [Property(MaxTest = 300, Arbitrary = [typeof(Tables)])]
    public bool No_sum_or_difference_of_what_is_shown_counts_one_to_four_people(Table table)
    {
        var communes = table.Communes;
        var total = SmallNumbers.Total(communes);
        var lines = SmallNumbers.Lines(communes);
        return States.All(state => Worked(communes, total, lines, state).All(people => people is <= 0 or >= SmallNumbers.Least));
    }

    private static IEnumerable<int> Worked(IReadOnlyList<CommuneEmployment> communes, EmploymentLine total, IReadOnlyList<EmploymentLine> lines, Func<EmploymentCounts, int> state)
    {
        // A cell is a group of people: of a commune those in the programme (even numbers) and those who have left (odd).
        var cells = communes.Count * 2;
        int[] Row(Func<int, bool> holds) => [.. Enumerable.Range(0, cells).Select(cell => holds(cell) ? 1 : 0)];
        var shown = new List<(int[] Row, int Value)>();
        if (total.Everyone is { } all)
            shown.Add((Row(_ => true), state(all)));
        if (total.InProgramme is { } kept)
            shown.Add((Row(cell => cell % 2 == 0), state(kept)));
        for (var i = 0; i < lines.Count; i++)
        {
            var commune = i;
            if (lines[i].Everyone is { } everyone)
                shown.Add((Row(cell => cell / 2 == commune), state(everyone)));
            if (lines[i].InProgramme is { } inProgramme)
                shown.Add((Row(cell => cell == commune * 2), state(inProgramme)));
        }

        for (var ways = (int)Math.Pow(3, shown.Count) - 1; ways > 0; ways--)
        {
            var sum = new int[cells];
            var value = 0;
            for (int left = ways, i = 0; left > 0; left /= 3, i++)
            {
                var sign = (left % 3) switch { 1 => 1, 2 => -1, _ => 0 };
                value += sign * shown[i].Value;
                for (var cell = 0; sign != 0 && cell < cells; cell++)
                    sum[cell] += sign * shown[i].Row[cell];
            }

            if (sum.All(times => times is 0 or 1) && sum.Contains(1))
                yield return value;
        }
    }

    public sealed record Table(IReadOnlyList<CommuneEmployment> Communes)
    {
        public override string ToString() => string.Join("; ", Communes);
    }

    private static class Tables
    {
        public static Arbitrary<Table> Any()
        {
            var number = Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(0, 9)), (4, Gen.Choose(5, 40)));
            var counts = number.Four().Select(n => new EmploymentCounts(n.Item1, n.Item2, n.Item3, n.Item4));
            var commune = counts.Two().Select(pair => new CommuneEmployment("", pair.Item1 + pair.Item2, pair.Item1));
            return Gen.Choose(1, 4).SelectMany(n => commune.ArrayOf(n)).Select(all => new Table([.. all.Select((c, i) => c with { CommuneCode = $"{i}" })])).ToArbitrary();
        }
    }
}
