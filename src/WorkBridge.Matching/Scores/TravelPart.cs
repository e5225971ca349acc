namespace WorkBridge.Matching;

/// <summary>Đi lại: kilometres where both places are on the map, otherwise how near the places are by name.</summary>
internal static class TravelPart
{
    private const double FarAwayLoss = 0.5;

    /// <summary>Within this everybody gets there somehow; beyond it we ask how.</summary>
    private const double WalkableKilometres = 5;

    public static Points Score(in Person person, OpeningFacts opening, double of, List<Reason>? reasons)
    {
        var way = person.Way;
        if (way.Lie == Lie.NotKnown)
        {
            reasons?.Add(Why.Reason(opening.Point is null && string.IsNullOrEmpty(opening.CommuneCode) && string.IsNullOrEmpty(opening.ProvinceCode) ? "place-not-stated" : "place-ask"));
            if (opening.LodgingOffered)
                reasons?.Add(Why.Reason("lodging"));
            return Sum.Of(Piece.Open(1), of);
        }
        reasons?.Add(Say(way));

        var fill = way.Fill;
        if (person.WantsAway)
        {
            (fill, var away) = Away(way, opening.LodgingOffered);
            reasons?.Add(Why.Reason(away));
        }
        else if (way.Kilometres is { } km)
        {
            fill = Math.Min(fill, WithinWish(person, km, reasons));
            fill = Math.Min(fill, ByTransport(person.Transport, km, reasons));
        }
        fill = WithLodging(person, opening, fill, reasons);

        if (!person.WantsAway && way.Kilometres > WalkableKilometres && person.Transport == Transport.Unknown)
        {
            reasons?.Add(Why.Reason("transport-ask", Why.Number(way.Kilometres.Value)));
            var sum = new Sum();
            sum.Add(Piece.Met(0.7, fill));
            sum.Add(new Piece(0.3, Math.Min(0.5, fill), Known: false));
            return sum.Of(of);
        }
        return Sum.Of(Piece.Met(1, fill), of);
    }

    /// <summary>
    /// The most points of the part for anybody who is that far away and wishes so: somebody with a car, whom no distance
    /// holds down more than it does by itself, and who has set no limit.
    /// </summary>
    public static double Most(Distance way, bool wantsAway, bool? needsLodging, OpeningFacts opening, double of)
    {
        Span<byte> row = stackalloc byte[PersonRow.Head];
        PersonRow.WriteHead(row, new ProfileFacts { WantsAway = wantsAway, NeedsLodging = needsLodging, Transport = Transport.Car });
        return Score(new Person(row, way, facts: null), opening, of, reasons: null).Value;
    }

    /// <summary>More than twice as far as the person said, with no bed there, for somebody who does not want away.</summary>
    public static bool IsTooFar(in Person person, OpeningFacts opening) =>
        person.Way.Kilometres is { } km && !person.WantsAway && !opening.LodgingOffered
        && person.MaxKilometres is { } most && km > Math.Max(2 * most, WalkableKilometres);

    private static Reason Say(Distance way) => way.Lie switch
    {
        Lie.Measured => Why.Reason("km", Why.Number(way.Kilometres!.Value)),
        Lie.SameCommune => Why.Reason("same-commune"),
        Lie.OtherCommune => Why.Reason("other-commune"),
        Lie.SameProvince => Why.Reason("same-province"),
        _ => Why.Reason("elsewhere"),
    };

    private static (double Fill, string Reason) Away(Distance way, bool lodging) =>
        way.IsNear ? (0.4, "wants-away-near") : lodging ? (1, "wants-away") : (0.6, "wants-away-lodging-ask");

    private static double WithinWish(in Person person, double km, List<Reason>? reasons)
    {
        if (person.MaxKilometres is not { } most || km <= most)
            return 1;
        reasons?.Add(Why.Reason("too-far", Why.Number(most)));
        return most <= 0 ? 0 : Math.Max(0, 1 - ((km - most) / most)) * 0.5;
    }

    private static double ByTransport(Transport transport, double km, List<Reason>? reasons)
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
        reasons?.Add(Why.Reason("transport-short", transport.ToString(), Why.Number(km)));
        return Math.Pow(0.5, (km - reach) / reach);
    }

    // A bed at the workplace opens what is too far for every day; in another part of the country it opens less, unless
    // the person wants to go away.
    private static double WithLodging(in Person person, OpeningFacts opening, double fill, List<Reason>? reasons)
    {
        const double Daily = 0.5;
        if (opening.LodgingOffered && person.NeedsLodging != false)
        {
            reasons?.Add(Why.Reason("lodging"));
            if (person.NeedsLodging is null && fill < 0.6 && !person.WantsAway)
                reasons?.Add(Why.Reason("lodging-ask"));
            return Math.Max(fill, (person.NeedsLodging == true ? 0.95 : 0.6) - (person.Way.IsFarAway && !person.WantsAway ? FarAwayLoss : 0));
        }
        if (person.NeedsLodging == true && !opening.LodgingOffered && (fill < Daily || person.WantsAway))
        {
            reasons?.Add(Why.Reason("lodging-needed"));
            return Math.Min(fill, 0.1);
        }
        return fill;
    }
}
