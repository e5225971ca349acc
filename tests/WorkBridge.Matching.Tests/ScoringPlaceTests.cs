using static WorkBridge.Matching.Tests.ScoringFacts;

namespace WorkBridge.Matching.Tests;

/// <summary>How far it is, and how the person gets there.</summary>
public sealed class ScoringPlaceTests
{
    [Fact]
    public void More_than_twice_as_far_as_was_said_is_left_out_unless_there_is_a_bed_or_a_wish_to_go_away()
    {
        var far = Sewing with { Point = new GeoPoint(21.20, 106.62) }; // some 44 km; she said 15
        Assert.Equal("too-far", Score(Seamstress, far).Exclusion);
        Assert.Null(Score(Seamstress, far with { LodgingOffered = true }).Exclusion);
        Assert.Null(Score(Seamstress with { WantsAway = true }, far).Exclusion);
        Assert.Null(Score(Seamstress with { MaxKilometres = null }, far).Exclusion);
        Assert.Null(Score(Seamstress, Sewing with { Point = new GeoPoint(21.04, 106.62) }).Exclusion);
        Assert.Contains("gấp đôi", ReasonText.ForExclusion("too-far", "chị").Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Kilometres_are_said_only_where_both_places_are_on_the_map()
    {
        Assert.Contains(Score(Seamstress, Sewing).Parts[2].Reasons, r => r.Code == "km");
        foreach (var (person, opening) in new[] { (Seamstress with { Point = null }, Sewing), (Seamstress, Sewing with { Point = null }) })
            Assert.DoesNotContain(Score(person, opening).Parts[2].Reasons, r => r.Code == "km");
    }

    [Fact]
    public void Without_points_the_names_of_places_tell_how_near_it_is()
    {
        var person = Seamstress with { Point = null };
        OpeningFacts At(string? commune, string? province) =>
            Sewing with { Point = null, CommuneCode = commune, ProvinceCode = province };

        string Code(OpeningFacts o) => Score(person, o).Parts[2].Reasons[0].Code;
        Assert.Equal("same-commune", Code(At("11407", "31")));
        Assert.Equal("same-province", Code(At("11410", "31")));
        Assert.Equal("elsewhere", Code(At("00001", "01")));
        Assert.Equal("other-commune", Code(At("11410", null)));
        var points = new[] { At("11407", "31"), At("11410", "31"), At("00001", "01") }.Select(o => Score(person, o).Parts[2].Points).ToList();
        Assert.Equal(points.OrderDescending(), points);
        Assert.True(Score(person, At("00001", "01") with { LodgingOffered = true }).Parts[2].Points <= points[^1], "no lodging is wanted");
        var lodging = person with { NeedsLodging = true };
        Assert.True(Score(lodging, At("11410", "31") with { LodgingOffered = true }).Parts[2].Points >= 18);
        Assert.InRange(Score(lodging, At("00001", "01") with { LodgingOffered = true }).Parts[2].Points, 7, 12); // a bed, but in another part of the country
        Assert.True(Score(lodging with { WantsAway = true }, At("00001", "01") with { LodgingOffered = true }).Parts[2].Points >= 18);
    }

    [Fact]
    public void Farther_is_never_better_and_a_way_to_get_there_is_never_worse()
    {
        var last = double.MaxValue;
        for (var step = 0; step < 80; step++)
        {
            var opening = Sewing with { Point = new GeoPoint(Centre.Latitude + (step * 0.01), Centre.Longitude) };
            var points = Score(Seamstress, opening).Parts[2].Points;
            Assert.True(points <= last, $"step {step}: {points} after {last}");
            last = points;
            double By(Transport t) => Score(Seamstress with { Transport = t, MaxKilometres = null }, opening).Parts[2].Points;
            Assert.True(By(Transport.Foot) <= By(Transport.Bicycle) && By(Transport.Bicycle) <= By(Transport.Motorbike) && By(Transport.Motorbike) <= By(Transport.Car));
        }
        Assert.Equal(0, last);
    }

    [Fact]
    public void Who_wants_work_away_from_home_gets_it_before_work_next_door()
    {
        var person = Seamstress with { Point = null, WantsAway = true, NeedsLodging = true };
        var away = Score(person, Sewing with { Point = null, CommuneCode = "1", ProvinceCode = "1", LodgingOffered = true }).Parts[2];
        var home = Score(person, Sewing with { Point = null }).Parts[2];
        Assert.True(away.Points > home.Points);
    }
}
