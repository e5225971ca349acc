using System.Globalization;
using WorkBridge.Matching;

namespace WorkBridge.Placements;

/// <summary>
/// One placement for the replay, without the person, the commune, the employer or the day: months, bands, the score without
/// what lasted, its rank, the outcome.
/// </summary>
public sealed record HistoryLine(DateOnly Referred, DateOnly Known, LastingCell Cell, int Score, bool Lasted, int Rank)
{
    public const string Header = "referred,known,trade,distance,hours,size,score,lasted,rank";

    /// <summary>
    /// Makes lines coarser until each stands for a kind of work (trade, distance, hours, size as written) of at least so many
    /// different people: first the size is left out, then hours, distance and trade. What is still of fewer is not written.
    /// </summary>
    public static IReadOnlyList<HistoryLine> Coarse(IEnumerable<(HistoryLine Line, Guid Person)> lines, int leastPeople)
    {
        var left = lines.Select(l => (l.Line, l.Person, Level: 0)).ToList();
        while (left.GroupBy(l => l.Line.Cell).Where(g => g.DistinctBy(l => l.Person).Count() < leastPeople).SelectMany(g => g).ToHashSet() is { Count: > 0 } few)
            left = [.. left.Where(l => !few.Contains(l) || l.Level < MostCoarse).Select(l => few.Contains(l) ? (l.Line with { Cell = Coarser(l.Line.Cell, l.Level + 1) }, l.Person, l.Level + 1) : l)];
        return [.. left.Select(l => l.Line).OrderBy(l => l.Referred).ThenBy(l => l.Known).ThenBy(l => l.Score)];
    }

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Referred:yyyy-MM}-01,{Known:yyyy-MM}-01,{Cell.Trade},{Cell.Distance},{Cell.Hours},{Cell.Size},{Score},{(Lasted ? "yes" : "no")},{Rank}");

    private const int MostCoarse = 4;

    private static LastingCell Coarser(LastingCell cell, int level) => level switch
    {
        1 => cell with { Size = EmployerSize.Unknown },
        2 => cell with { Hours = HoursBand.Unknown },
        3 => cell with { Distance = DistanceBand.Unknown },
        _ => cell with { Trade = "" },
    };
}
