using System.Globalization;
using WorkBridge.Matching;

namespace WorkBridge.Evaluation;

/// <summary>
/// One placement of a history: the day it was referred, the day its outcome was known, the kind of work, the score without what
/// lasted, whether it lasted; further columns are not read. Nothing of the person.
/// </summary>
internal sealed record HistoryRow(DateOnly Referred, DateOnly Known, LastingCell Cell, int Score, bool Lasted)
{
    public const string Header = "referred,known,trade,distance,hours,size,score,lasted";

    public static IReadOnlyList<HistoryRow> Read(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0 && !line.StartsWith(Header, StringComparison.Ordinal)).Select((line, i) => Parse(line) ?? throw new FormatException($"{path}, row {i + 1}: expected {Header}"))];

    public static HistoryRow? Parse(string line) =>
        line.Split(',') is [var referred, var known, var trade, var distance, var hours, var size, var score, var lasted, ..]
        && DateOnly.TryParseExact(referred, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
        && DateOnly.TryParseExact(known, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var by)
        && Enum.TryParse<DistanceBand>(distance, out var d) && Enum.TryParse<HoursBand>(hours, out var h) && Enum.TryParse<EmployerSize>(size, out var s)
        && int.TryParse(score, CultureInfo.InvariantCulture, out var points) && lasted is "yes" or "no" && trade.Length is 0 or 4
            ? new HistoryRow(from, by, new LastingCell(trade, d, h, s), points, lasted == "yes")
            : null;

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Referred:yyyy-MM-dd},{Known:yyyy-MM-dd},{Cell.Trade},{Cell.Distance},{Cell.Hours},{Cell.Size},{Score},{(Lasted ? "yes" : "no")}");
}
