namespace WorkBridge.Matching;

/// <summary>Đi lại: kilometres where both places are on the map, otherwise how near the places are by name.</summary>
internal static class TravelPart
{
    private const double NearKilometres = 10;
    private const double HalfAfter = 20;
    private const double WeeklyKilometres = 150;
    private const double FarAwayLoss = 0.5;

    /// <summary>Within this everybody gets there somehow; beyond it we ask how.</summary>
    private const double WalkableKilometres = 5;

    public static MatchPart Score(ProfileFacts person, OpeningFacts opening, double of)
    {
        var reasons = new List<Reason>();
        var (fill, kilometres, reason) = Place(person, opening);
        if (reason is null)
        {
            reasons.Add(Why.Reason(opening.Point is null && Empty(opening.CommuneCode) && Empty(opening.ProvinceCode) ? "place-not-stated" : "place-ask"));
            if (opening.LodgingOffered)
                reasons.Add(Why.Reason("lodging"));
            return Piece.Add(PartKind.Travel, of, [Piece.Open(1)], reasons);
        }
        reasons.Add(reason);

        if (person.WantsAway)
        {
            (fill, var away) = Away(kilometres, reason, opening.LodgingOffered);
            reasons.Add(away);
        }
        else if (kilometres is { } km)
        {
            fill = Math.Min(fill, WithinWish(person, km, reasons));
            fill = Math.Min(fill, ByTransport(person.Transport, km, reasons));
        }
        fill = WithLodging(person, opening, fill, IsFarAway(kilometres, reason), reasons);

        if (!person.WantsAway && kilometres > WalkableKilometres && person.Transport == Transport.Unknown)
        {
            reasons.Add(Why.Reason("transport-ask", Why.Number(kilometres.Value)));
            return Piece.Add(PartKind.Travel, of, [Piece.Met(0.7, fill), new Piece(0.3, Math.Min(0.5, fill), Known: false)], reasons);
        }
        return Piece.Add(PartKind.Travel, of, [Piece.Met(1, fill)], reasons);
    }

    /// <summary>More than twice as far as the person said, with no bed there, for somebody who does not want away.</summary>
    public static bool IsTooFar(ProfileFacts person, OpeningFacts opening) =>
        person.MaxKilometres is { } most && !person.WantsAway && !opening.LodgingOffered
        && person.Point is { } home && opening.Point is { } work && home.KilometresTo(work) > Math.Max(2 * most, WalkableKilometres);

    private static (double Fill, double? Kilometres, Reason? Reason) Place(ProfileFacts person, OpeningFacts opening)
    {
        if (person.Point is { } home && opening.Point is { } work)
        {
            var km = home.KilometresTo(work);
            return (km <= NearKilometres ? 1 : Math.Pow(0.5, (km - NearKilometres) / HalfAfter), km, Why.Reason("km", Why.Number(km)));
        }
        if (!Empty(person.CommuneCode) && person.CommuneCode == opening.CommuneCode)
        {
            var sameVillage = !Empty(person.Village) && !Empty(opening.Village) && Vietnamese.Fold(person.Village) == Vietnamese.Fold(opening.Village);
            return sameVillage ? (1, null, Why.Reason("same-village")) : (0.9, null, Why.Reason("same-commune"));
        }
        if (Empty(person.ProvinceCode) || (Empty(opening.ProvinceCode) && opening.OtherProvinces.Count == 0))
            return Empty(person.CommuneCode) || Empty(opening.CommuneCode) ? (0.5, null, null) : (0.35, null, Why.Reason("other-commune"));
        return person.ProvinceCode == opening.ProvinceCode || opening.OtherProvinces.Contains(person.ProvinceCode)
            ? (0.5, null, Why.Reason("same-province"))
            : (0.15, null, Why.Reason("elsewhere"));
    }

    private static (double Fill, Reason Reason) Away(double? kilometres, Reason place, bool lodging)
    {
        var near = kilometres is { } km ? km <= NearKilometres : place.Code is "same-village" or "same-commune";
        if (near)
            return (0.4, Why.Reason("wants-away-near"));
        return (lodging ? 1 : 0.6, Why.Reason(lodging ? "wants-away" : "wants-away-lodging-ask"));
    }

    private static double WithinWish(ProfileFacts person, double km, List<Reason> reasons)
    {
        if (person.MaxKilometres is not { } most || km <= most)
            return 1;
        reasons.Add(Why.Reason("too-far", Why.Number(most)));
        return most <= 0 ? 0 : Math.Max(0, 1 - ((km - most) / most)) * 0.5;
    }

    private static double ByTransport(Transport transport, double km, List<Reason> reasons)
    {
        double reach = transport switch
        {
            Transport.Foot => 3,
            Transport.Bicycle => 8,
            Transport.Motorbike => 30,
            Transport.Bus => 25,
            Transport.Car => 50,
            _ => double.MaxValue,
        };
        if (km <= reach)
            return 1;
        reasons.Add(Why.Reason("transport-short", transport.ToString(), Why.Number(km)));
        return Math.Pow(0.5, (km - reach) / reach);
    }

    /// <summary>Too far to come home at the end of a week.</summary>
    private static bool IsFarAway(double? kilometres, Reason place) => kilometres is { } km ? km > WeeklyKilometres : place.Code == "elsewhere";

    // A bed at the workplace opens what is too far for every day; in another part of the country it opens less, unless
    // the person wants to go away.
    private static double WithLodging(ProfileFacts person, OpeningFacts opening, double fill, bool farAway, List<Reason> reasons)
    {
        const double Daily = 0.5;
        if (opening.LodgingOffered && person.NeedsLodging != false)
        {
            reasons.Add(Why.Reason("lodging"));
            if (person.NeedsLodging is null && fill < 0.6 && !person.WantsAway)
                reasons.Add(Why.Reason("lodging-ask"));
            return Math.Max(fill, (person.NeedsLodging == true ? 0.95 : 0.6) - (farAway && !person.WantsAway ? FarAwayLoss : 0));
        }
        if (person.NeedsLodging == true && !opening.LodgingOffered && (fill < Daily || person.WantsAway))
        {
            reasons.Add(Why.Reason("lodging-needed"));
            return Math.Min(fill, 0.1);
        }
        return fill;
    }

    private static bool Empty(string? text) => string.IsNullOrEmpty(text);
}
