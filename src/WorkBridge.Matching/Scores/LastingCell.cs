using System.Runtime.InteropServices;

namespace WorkBridge.Matching;

/// <summary>How far the work is from home, coarsely: near (the same commune, or up to 10 km), around (the province, or up to 40 km), far.</summary>
public enum DistanceBand { Unknown, Near, Around, Far }

/// <summary>The times of work by what is hardest to keep in them: nights, else evenings, else weekends, else days.</summary>
public enum HoursBand { Unknown, Day, Evening, Night, Weekend }

/// <summary>
/// A kind of work in whose light placements are counted. <paramref name="Trade"/> is an ISCO-08 unit group (4 digits), a minor
/// group (3) or empty for all trades; null stands for all distances, hours, sizes. "Not known" is a band of its own.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LastingCell(string Trade, DistanceBand? Distance, HoursBand? Hours, EmployerSize? Size)
{
    private const double NearKilometres = 10;
    private const double AroundKilometres = 40;

    /// <summary>All work together.</summary>
    public static LastingCell All { get; } = new("", null, null, null);

    /// <summary>The finest cell of a pair. Of the person it reads where home is, and nothing else.</summary>
    public static LastingCell Of(ProfileFacts person, OpeningFacts opening, Vocabulary vocabulary) => new(
        UnitGroup(opening.TradeCode, vocabulary),
        DistanceOf(person, opening),
        HoursOf(opening.Shifts),
        opening.EmployerSize);

    /// <summary>The ISCO-08 unit group of a trade; empty where it is not known.</summary>
    public static string UnitGroup(string? tradeCode, Vocabulary vocabulary) =>
        tradeCode is { Length: > 0 } && vocabulary.Trade(tradeCode) is { Isco.Length: 4 } trade ? trade.Isco : "";

    /// <summary>How many conditions there are to add, in this order: distance, hours, size.</summary>
    internal const int Conditions = 3;

    internal string Minor => Trade.Length == 4 ? Trade[..3] : "";

    /// <summary>The cells in which a placement of this one is counted: all trades and its own with none, one, two and three conditions, and its minor group.</summary>
    internal IEnumerable<LastingCell> Ladder()
    {
        for (var conditions = 0; conditions <= Conditions; conditions++)
            yield return At("", conditions);
        if (Trade.Length == 0)
            yield break;
        yield return At(Minor, 0);
        for (var conditions = 0; conditions <= Conditions; conditions++)
            yield return At(Trade, conditions);
    }

    /// <summary>Of a trade, with the first so many conditions and the others left open.</summary>
    internal LastingCell At(string trade, int conditions) =>
        new(trade, conditions > 0 ? Distance : null, conditions > 1 ? Hours : null, conditions > 2 ? Size : null);

    private static HoursBand HoursOf(Shifts shifts) =>
        shifts == Shifts.None ? HoursBand.Unknown
        : shifts.HasFlag(Shifts.Night) ? HoursBand.Night
        : shifts.HasFlag(Shifts.Evening) ? HoursBand.Evening
        : shifts.HasFlag(Shifts.Weekend) ? HoursBand.Weekend
        : HoursBand.Day;

    private static DistanceBand DistanceOf(ProfileFacts person, OpeningFacts opening)
    {
        if (person.CommuneCode.Length > 0 && person.CommuneCode == opening.CommuneCode)
            return DistanceBand.Near;
        if (person.Point is { } home && opening.Point is { } work)
        {
            var km = home.KilometresTo(work);
            return km <= NearKilometres ? DistanceBand.Near : km <= AroundKilometres ? DistanceBand.Around : DistanceBand.Far;
        }
        if (person.ProvinceCode.Length == 0 || string.IsNullOrEmpty(opening.ProvinceCode))
            return DistanceBand.Unknown;
        return person.ProvinceCode == opening.ProvinceCode || opening.OtherProvinces.Contains(person.ProvinceCode) ? DistanceBand.Around : DistanceBand.Far;
    }
}
