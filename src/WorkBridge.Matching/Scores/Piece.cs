using System.Globalization;
using System.Runtime.InteropServices;

namespace WorkBridge.Matching;

/// <summary>
/// One thing looked at inside a part: its share, how far it is met (0 to 1), and whether that is known at all.
/// What is not known counts half, so that asking can help as much as it can hurt.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(double Share, double Fill, bool Known)
{
    private const double Full = 0.85;
    private const double Empty = 0.25;

    public static Piece Met(double share, double fill) => new(share, Math.Clamp(fill, 0, 1), Known: true);

    public static Piece Open(double share) => new(share, 0.5, Known: false);

    /// <summary>Whole points, so that the parts a reader sees add up to the number a reader sees. A limit holds the whole part down.</summary>
    public static MatchPart Add(PartKind kind, double of, IReadOnlyList<Piece> pieces, IReadOnlyList<Reason> reasons, double limit = 1)
    {
        var share = pieces.Sum(p => p.Share);
        var fill = Math.Min(limit, pieces.Sum(p => p.Share * p.Fill) / share);
        var known = pieces.Where(p => p.Known).Sum(p => p.Share) / share;
        var state = known < 0.5 ? PartState.Unknown
            : fill >= Full ? PartState.Fits
            : fill <= Empty ? PartState.DoesNotFit
            : PartState.Partly;
        return new MatchPart(kind, Math.Round(fill * of, MidpointRounding.AwayFromZero), of, state, reasons);
    }
}

internal static class Why
{
    public static Reason Reason(string code, params IEnumerable<string> arguments) => new(code, [.. arguments]);

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
