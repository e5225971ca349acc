using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Matching;

namespace WorkBridge.Communes;

/// <summary>Puts a commune into use, or changes its office telephone and its point. Only communes in use are offered at registration.</summary>
public sealed class OpenCommune(WorkBridgeDb db)
{
    public const int PhoneLength = 20;

    /// <param name="code">The five-digit code.</param>
    /// <param name="phone">The office's telephone as it is printed; null for none.</param>
    /// <param name="latitude">Degrees, with <paramref name="longitude"/> or not at all.</param>
    /// <param name="longitude">Degrees.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task RunAsync(string code, string? phone, double? latitude, double? longitude, CancellationToken ct)
    {
        var commune = await db.Communes.SingleOrDefaultAsync(c => c.Code == code, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (latitude is null != longitude is null)
            throw new RuleBroken(Rule.ReasonMissing, latitude is null ? "Latitude" : "Longitude", new("Nhập cả vĩ độ và kinh độ, hoặc để trống cả hai.", "Give both latitude and longitude, or neither."));
        if (latitude is < 8 or > 24)
            throw new RuleBroken(Rule.ReasonMissing, "Latitude", new("Vĩ độ ở Việt Nam từ 8 đến 24.", "Latitude in Vietnam is from 8 to 24."));
        if (longitude is < 102 or > 118)
            throw new RuleBroken(Rule.ReasonMissing, "Longitude", new("Kinh độ ở Việt Nam từ 102 đến 118.", "Longitude in Vietnam is from 102 to 118."));

        commune.Open(phone);
        commune.PlaceAt(latitude is { } north ? new GeoPoint(north, longitude!.Value) : null);
        await db.SaveChangesAsync(ct);
    }
}
