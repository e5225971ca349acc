using WorkBridge.Matching;

namespace WorkBridge.Communes;

public enum CommuneKind
{
    Commune,
    Ward,
    SpecialZone,
}

/// <summary>The unit that owns people and officers (xã, phường, đặc khu), keyed by its 5-digit code. Never keyed by name: 309 names occur more than once.</summary>
public sealed class Commune
{
    public const int CodeLength = 5;
    public const int NameLength = 120;

    private Commune()
    {
    }

    public Commune(string code, string name, CommuneKind kind, string provinceCode, string provinceName, DateOnly validFrom)
    {
        Code = code;
        Name = name;
        Kind = kind;
        ProvinceCode = provinceCode;
        ProvinceName = provinceName;
        Folded = Vietnamese.Fold($"{name} {provinceName}");
        ValidFrom = validFrom;
    }

    public string Code { get; private set; } = "";

    /// <summary>With its kind in front: "Phường Kiến An".</summary>
    public string Name { get; private set; } = "";

    public CommuneKind Kind { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public string ProvinceName { get; private set; } = "";

    public string Folded { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    /// <summary>A point set by the commune itself; kilometres are shown only where both points are known.</summary>
    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    /// <summary>Telephone of the office, printed on slips and mails.</summary>
    public string? Phone { get; private set; }

    /// <summary>True once officers work with it here: only such communes are offered at registration.</summary>
    public bool Active { get; private set; }

    public GeoPoint? Point => Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null;

    /// <summary>Takes a new name or place in the map; says whether anything changed.</summary>
    public bool Rename(string name, CommuneKind kind, string provinceCode, string provinceName)
    {
        if (Name == name && Kind == kind && ProvinceCode == provinceCode && ProvinceName == provinceName)
            return false;
        (Name, Kind, ProvinceCode, ProvinceName) = (name, kind, provinceCode, provinceName);
        Folded = Vietnamese.Fold($"{name} {provinceName}");
        return true;
    }

    public void Open(string? phone)
    {
        Active = true;
        Phone = phone;
    }

    public void PlaceAt(GeoPoint? point)
    {
        Latitude = point?.Latitude;
        Longitude = point?.Longitude;
    }
}
