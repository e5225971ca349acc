using System.Runtime.InteropServices;

namespace WorkBridge.Matching;

/// <summary>How two places lie to each other where they are known by name only, or measured.</summary>
internal enum Lie { NotKnown, SameCommune, OtherCommune, SameProvince, Elsewhere, Measured }

/// <summary>How far it is from a person to an opening. It depends on the two places alone, so a search works it out once for each commune.</summary>
/// <param name="Lie">What is known.</param>
/// <param name="Fill">What the way alone is worth, 0 to 1.</param>
/// <param name="Kilometres">Straight over ground; null unless measured.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Distance(Lie Lie, double Fill, double? Kilometres)
{
    public const double NearKilometres = 10;

    private const double HalfAfter = 20;
    private const double WeeklyKilometres = 150;

    /// <summary>Near enough to be no work away from home.</summary>
    public bool IsNear => Kilometres is { } km ? km <= NearKilometres : Lie == Lie.SameCommune;

    /// <summary>Too far to come home at the end of a week.</summary>
    public bool IsFarAway => Kilometres is { } km ? km > WeeklyKilometres : Lie == Lie.Elsewhere;

    public static Distance Between(string? commune, string? province, GeoPoint? point, OpeningFacts opening)
    {
        if (point is { } home && opening.Point is { } work)
        {
            var km = home.KilometresTo(work);
            return new Distance(Lie.Measured, km <= NearKilometres ? 1 : Math.Pow(0.5, (km - NearKilometres) / HalfAfter), km);
        }
        if (!string.IsNullOrEmpty(commune) && commune == opening.CommuneCode)
            return new Distance(Lie.SameCommune, 0.9, null);
        if (string.IsNullOrEmpty(province) || (string.IsNullOrEmpty(opening.ProvinceCode) && opening.OtherProvinces.Count == 0))
        {
            return string.IsNullOrEmpty(commune) || string.IsNullOrEmpty(opening.CommuneCode)
                ? new Distance(Lie.NotKnown, 0.5, null)
                : new Distance(Lie.OtherCommune, 0.35, null);
        }
        return province == opening.ProvinceCode || opening.OtherProvinces.Contains(province)
            ? new Distance(Lie.SameProvince, 0.5, null)
            : new Distance(Lie.Elsewhere, 0.15, null);
    }
}
