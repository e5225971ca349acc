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
    public static Piece Met(double share, double fill) => new(share, Math.Clamp(fill, 0, 1), Known: true);

    public static Piece Open(double share) => new(share, 0.5, Known: false);
}

/// <summary>The points of a part, whole, so that the parts a reader sees add up to the number a reader sees.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Points(double Value, PartState State);

/// <summary>Pieces put together to a part.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Sum()
{
    private const double Full = 0.85;
    private const double Empty = 0.25;

    private double _share;
    private double _met;
    private double _known;

    /// <summary>The lowest fill of what is known; 1 when nothing is.</summary>
    public double Lowest { get; private set; } = 1;

    public bool IsEmpty => _share <= 0;

    public static Points Of(Piece only, double of)
    {
        var sum = new Sum();
        sum.Add(only);
        return sum.Of(of);
    }

    public void Add(Piece piece)
    {
        _share += piece.Share;
        _met += piece.Share * piece.Fill;
        if (!piece.Known)
            return;
        _known += piece.Share;
        Lowest = Math.Min(Lowest, piece.Fill);
    }

    /// <summary>The mean of the pieces by their shares, in whole points. A limit holds the whole part down.</summary>
    public readonly Points Of(double of, double limit = 1)
    {
        var fill = Math.Min(limit, _met / _share);
        var state = _known / _share < 0.5 ? PartState.Unknown
            : fill >= Full ? PartState.Fits
            : fill <= Empty ? PartState.DoesNotFit
            : PartState.Partly;
        return new Points(Math.Round(fill * of, MidpointRounding.AwayFromZero), state);
    }
}

internal static class Why
{
    public static Reason Reason(string code, params IEnumerable<string> arguments) => new(code, [.. arguments]);

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
