using FsCheck;
using FsCheck.Fluent;

namespace WorkBridge.Matching.Tests;

internal sealed record Pair(ProfileFacts Person, OpeningFacts Opening);

internal static class Pairs
{
    private static readonly string[] Trades = ["may-cong-nghiep", "tho-han", "bao-ve", "lai-xe-tai", "boc-xep", "nau-an", "phu-ho", "no-such-trade"];
    private static readonly string[] Skills = ["han-mig", "may-1-kim", "vat-so", "lai-xe-nang", "so-che", "no-such-skill"];
    private static readonly string[] Limits = ["no-heavy-lifting", "no-heights", "no-standing-long", "no-dust", "other"];
    private static readonly string[] Licences = ["A1", "B", "B2", "C1", "C", "CE", "FC", "D"];
    private static readonly string[] Papers = ["id", "health-check", "bank-account", "certificate-copy"];

    public static Arbitrary<Pair> Arbitrary() => Arb.From(
        from p in Person()
        from o in Opening()
        select new Pair(p, o));

    public static Gen<ProfileFacts> Person() =>
        from trades in Some(from t in Gen.Elements(Trades) from e in Gen.Elements(Enum.GetValues<Evidence>()) from m in Maybe(Gen.Choose(0, 300)) select new HeldTrade(t, e, m))
        from skills in Some(from s in Gen.Elements(Skills) from e in Gen.Elements(Enum.GetValues<Evidence>()) select new HeldSkill(s, e))
        from wanted in Some(Gen.Elements(Trades))
        from kinds in Some(Gen.Elements(Enum.GetValues<OpeningKind>()))
        from limits in Some(Gen.Elements(Limits))
        from licences in Some(Gen.Elements(Licences))
        from papers in Some(Gen.Elements(Papers))
        from place in Place()
        from away in Gen.Elements(true, false)
        from closed in Some(Gen.Constant("guarding"))
        from pay in Maybe(Gen.Choose(0, 40))
        from shifts in Gen.Choose(0, 15)
        from day in Maybe(Gen.Choose(0, 60))
        from transport in Gen.Elements(Enum.GetValues<Transport>())
        from most in Maybe(Gen.Choose(0, 60))
        from lodging in Gen.Elements<bool?>(null, true, false)
        select new ProfileFacts
        {
            Id = Guid.CreateVersion7(), Trades = trades, Skills = skills, WantedTrades = wanted, WantedKinds = kinds, Limits = limits,
            Licences = licences, Papers = papers, CommuneCode = place.Commune, ProvinceCode = place.Province, Point = place.Point,
            WantsAway = away, ClosedWork = closed, PayFrom = pay * 1_000_000L, Shifts = (Shifts)shifts,
            AvailableFrom = day is { } d ? new DateOnly(2027, 1, 1).AddDays(d) : null, Transport = transport, MaxKilometres = most, NeedsLodging = lodging,
        };

    public static Gen<OpeningFacts> Opening() =>
        from kind in Gen.Elements(Enum.GetValues<OpeningKind>())
        from trade in Gen.Elements([null, .. Trades])
        from title in Gen.Elements("Công nhân may", "Thợ hàn", "", "Tuyển gấp", "bảo vệ ca đêm")
        from skills in Some(Gen.Elements(Skills))
        from teaches in Some(Gen.Elements([.. Skills, .. Trades]))
        from demands in Some(Gen.Elements(Limits))
        from licences in Some(Gen.Elements(Licences))
        from papers in Some(Gen.Elements(Papers))
        from place in Place()
        from min in Maybe(Gen.Choose(0, 20))
        from more in Maybe(Gen.Choose(0, 20))
        from shifts in Gen.Choose(0, 15)
        from day in Maybe(Gen.Choose(0, 60))
        from months in Maybe(Gen.Choose(0, 60))
        from teach in Gen.Elements(true, false)
        from lodging in Gen.Elements(true, false)
        select new OpeningFacts
        {
            Id = Guid.CreateVersion7(), Kind = kind, TradeCode = trade, Title = title, Requirements = "Biết hàn MIG, vắt sổ", Skills = skills, Teaches = teaches,
            Demands = demands, Licences = licences, Papers = papers, CommuneCode = place.Commune, ProvinceCode = place.Province,
            Point = place.Point, PayMin = min * 1_000_000L, PayMax = min is null ? null : (min + more) * 1_000_000L, Shifts = (Shifts)shifts,
            StartsOn = day is { } d ? new DateOnly(2027, 1, 1).AddDays(d) : null, ExperienceMonths = months, TeachesOnTheJob = teach, LodgingOffered = lodging,
        };

    private static Gen<(string Commune, string Province, GeoPoint? Point)> Place() =>
        from commune in Gen.Elements("", "11407", "11410", "00001")
        from province in Gen.Elements("", "31", "01")
        from point in Gen.Elements<GeoPoint?>(null, new GeoPoint(20.8, 106.6), new GeoPoint(20.9, 106.7), new GeoPoint(10.8, 106.6))
        select (commune, province, point);

    private static Gen<T[]> Some<T>(Gen<T> item) => from n in Gen.Choose(0, 3) from list in item.ArrayOf(n) select list;

    private static Gen<int?> Maybe(Gen<int> item) => from is_ in Gen.Elements(true, false) from value in item select is_ ? value : (int?)null;
}
