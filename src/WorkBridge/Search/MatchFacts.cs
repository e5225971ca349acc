using WorkBridge.Communes;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Returnees;

namespace WorkBridge.Search;

/// <summary>What matching may know, made from the rows: codes and wishes, never a name or a text of a person.</summary>
public static class MatchFacts
{
    public static ProfileFacts Of(SkillProfile profile, Commune commune)
    {
        var content = profile.Content;
        return new ProfileFacts
        {
            Id = profile.ReturneeId,
            CommuneCode = commune.Code,
            ProvinceCode = commune.ProvinceCode,
            Point = commune.Point,
            Trades = content.Trades,
            Skills = content.Skills,
            WantedTrades = content.WantedTrades,
            WantedKinds = content.WantedKinds,
            WantsAway = content.WantsAway,
            ClosedWork = content.ClosedWork,
            Limits = content.Limits,
            PayFrom = content.PayFrom,
            Shifts = content.Shifts,
            AvailableFrom = content.AvailableFrom,
            Licences = content.Licences,
            Transport = content.Transport,
            MaxKilometres = content.MaxKilometres,
            NeedsLodging = content.NeedsLodging,
            Papers = content.Papers,
        };
    }

    /// <param name="opening">The opening.</param>
    /// <param name="place">The commune it is in, where known; its point counts when the opening has none of its own.</param>
    /// <param name="size">Of its employer; the index does not need it.</param>
    public static OpeningFacts Of(Opening opening, Commune? place, EmployerSize size = EmployerSize.Unknown) => new()
    {
        Id = opening.Id,
        Kind = opening.Kind,
        TradeCode = opening.TradeCode,
        Title = opening.Title,
        Text = opening.Description,
        Requirements = opening.Requirements,
        Skills = opening.Skills,
        Teaches = opening.Teaches,
        CommuneCode = opening.CommuneCode,
        ProvinceCode = opening.ProvinceCode ?? place?.ProvinceCode,
        ProvinceNames = place is null ? [] : [place.ProvinceName],
        Point = opening.Latitude is { } latitude && opening.Longitude is { } longitude ? new GeoPoint(latitude, longitude) : place?.Point,
        PayMin = opening.PayMin,
        PayMax = opening.PayMax,
        Shifts = opening.Shifts,
        StartsOn = opening.StartsOn,
        ExperienceMonths = opening.ExperienceMonths,
        TeachesOnTheJob = opening.TeachesOnTheJob,
        Licences = opening.Licences,
        Demands = opening.Demands,
        Papers = opening.Papers,
        LodgingOffered = opening.LodgingOffered,
        ClosesOn = opening.ClosesOn,
        EmployerSize = size,
    };
}
