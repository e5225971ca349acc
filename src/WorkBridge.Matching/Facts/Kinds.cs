using System.Runtime.InteropServices;

namespace WorkBridge.Matching;

/// <summary>What an opening is: work for good, for a season, for a trial, or a place in a course.</summary>
public enum OpeningKind { Job, Seasonal, Trial, Training }

/// <summary>What stands behind a trade or skill, from nothing to a paper. The order is the order of strength.</summary>
public enum Evidence { None, SelfTaught, TaughtWithoutPaper, Certificate }

/// <summary>Times of work. <see cref="None"/> means that nobody has said.</summary>
[Flags]
public enum Shifts { None = 0, Day = 1, Evening = 2, Night = 4, Weekend = 8, Any = 15 }

/// <summary>How a person gets to work; <see cref="Unknown"/> until asked.</summary>
public enum Transport { Unknown, Foot, Bicycle, Motorbike, Car, Bus }

/// <summary>A place on the map in degrees (WGS 84), set by a commune or an employer, never guessed.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadiusKilometres = 6371.0;

    /// <summary>Straight distance over ground in kilometres (haversine), zero or more. Roads are longer.</summary>
    public double KilometresTo(GeoPoint other)
    {
        var latitude = Radians(other.Latitude - Latitude);
        var longitude = Radians(other.Longitude - Longitude);
        var a = Square(Math.Sin(latitude / 2))
            + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Square(Math.Sin(longitude / 2)));
        return 2 * EarthRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double value) => value * value;
}
