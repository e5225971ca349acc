using WorkBridge.Matching;
using WorkBridge.Placements;

namespace WorkBridge.Tests.Placements;

/// <summary>What leaves the service for the replay stands for at least five people, however it is put together.</summary>
public sealed class HistoryTests
{
    private static readonly LastingCell Sewing = new("7531", DistanceBand.Near, HoursBand.Day, EmployerSize.Small);

    private static IEnumerable<(HistoryLine, Guid)> Lines(LastingCell cell, int people, int each = 1) =>
        Enumerable.Range(0, people).Select(_ => Guid.NewGuid()).SelectMany(person => Enumerable.Range(0, each).Select(i => (new HistoryLine(new DateOnly(2026, 3, 17), new DateOnly(2026, 8, 2), cell, 70 + i, true, 1), person)));

    [Fact]
    public void A_line_holds_months_and_bands_and_nothing_else() =>
        Assert.Equal("2026-03-01,2026-08-01,7531,Near,Day,Small,70,yes,1", Lines(Sewing, 1).Single().Item1.Write());

    [Fact]
    public void Five_people_of_a_kind_of_work_are_written_as_they_are() =>
        Assert.All(HistoryLine.Coarse(Lines(Sewing, 5), 5), l => Assert.Equal(Sewing, l.Cell));

    [Fact]
    public void Few_people_join_a_coarser_kind_and_what_stays_few_is_not_written()
    {
        var coarse = HistoryLine.Coarse([.. Lines(Sewing, 3), .. Lines(Sewing with { Size = EmployerSize.Large }, 2), .. Lines(new("7212", DistanceBand.Far, HoursBand.Night, EmployerSize.Micro), 4)], 5);
        Assert.Equal(5, coarse.Count);
        Assert.All(coarse, l => Assert.Equal(Sewing with { Size = EmployerSize.Unknown }, l.Cell));
    }

    [Fact]
    public void Many_placements_of_few_people_are_few() => Assert.Empty(HistoryLine.Coarse(Lines(Sewing, 4, each: 10), 5));

    [Fact]
    public void Whatever_is_put_in_no_kind_of_work_that_is_written_is_of_fewer_than_five_people()
    {
        var random = new Random(5);
        for (var round = 0; round < 40; round++)
        {
            var lines = Enumerable.Range(0, 60).Select(i => (
                Line: new HistoryLine(new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 1), new LastingCell(random.Next(3) == 0 ? "" : $"753{random.Next(4)}", (DistanceBand)random.Next(4), (HoursBand)random.Next(3), (EmployerSize)random.Next(5)), i, true, 1),
                Person: new Guid(random.Next(30), 0, 0, new byte[8]))).ToList();
            var owner = lines.ToDictionary(l => l.Line.Score, l => l.Person);
            var coarse = HistoryLine.Coarse(lines, 5);
            Assert.NotEmpty(coarse);
            Assert.All(coarse.GroupBy(l => l.Cell), g => Assert.True(g.Select(l => owner[l.Score]).Distinct().Count() >= 5));
        }
    }
}
