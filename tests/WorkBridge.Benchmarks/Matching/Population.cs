using System.Buffers.Binary;
using WorkBridge.Communes;
using WorkBridge.Matching;

namespace WorkBridge.Benchmarks.Matching;

/// <summary>
/// An invented population, drawn from the vocabulary and the real list of communes. Person n is the same in every run and
/// can be drawn alone. Trades follow a Zipf law (rank r as often as 1/r); the people of a commune a log-normal one, wards
/// twice as many; second trades and wishes are near to the first half of the time; skills are those of the trades and a
/// few others. Nobody here exists.
/// </summary>
public sealed class Population
{
    private const int Seed = 20261126;

    private readonly ListedCommune[] _communes = [.. CommuneList.Default.Communes.OrderBy(c => c.Code, StringComparer.Ordinal)];
    private readonly GeoPoint?[] _points;
    private readonly int[] _lastOf;
    private readonly Trade[] _trades;
    private readonly Skill[] _skills = [.. Vocabulary.Default.Skills];
    private readonly string[][] _near;

    public Population(int people)
    {
        People = people;
        var random = new Random(Seed);
        _trades = [.. Vocabulary.Default.Trades];
        random.Shuffle(_trades);
        _near = [.. _trades.Select(t => Vocabulary.Default.Trades.Where(o => o.Code != t.Code && Vocabulary.Default.Nearness(t.Code, o.Code) >= 0.45).Select(o => o.Code).ToArray())];

        // A province lies around a centre; three communes of ten have been put on the map.
        var centres = _communes.Select(c => c.ProvinceCode).Distinct().ToDictionary(p => p, _ => new GeoPoint(9 + (random.NextDouble() * 13), 104 + (random.NextDouble() * 5)));
        _points = [.. _communes.Select(c => random.Next(10) < 3 ? new GeoPoint(centres[c.ProvinceCode].Latitude + Normal(random, 0.3), centres[c.ProvinceCode].Longitude + Normal(random, 0.3)) : (GeoPoint?)null)];
        var weights = _communes.Select(c => Math.Exp(Normal(random, 0.7)) * (c.Kind == CommuneKind.Ward ? 2 : 1)).ToArray();
        var all = weights.Sum();
        var sum = 0.0;
        _lastOf = [.. weights.Select(w => (int)Math.Round(people * ((sum += w) / all)))];
    }

    public int People { get; }

    /// <summary>Commune by commune, as the product reads them when it rebuilds.</summary>
    public IEnumerable<ProfileFacts> All() => Enumerable.Range(0, People).Select(Person);

    public static int NumberOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
    }

    public ProfileFacts Person(int number)
    {
        var random = new Random(Seed + number);
        var commune = CommuneOf(number);
        var trades = new List<HeldTrade>();
        var first = random.Next(10) == 0 ? -1 : Rank(random);
        if (first >= 0)
            trades.Add(Held(_trades[first].Code, random));
        for (var more = random.Next(10) switch { < 6 => 0, < 9 => 1, _ => 2 }; more > 0 && first >= 0; more--)
            trades.Add(Held(Other(first, random), random));
        var skills = new List<HeldSkill>();
        foreach (var trade in trades)
            skills.AddRange(Vocabulary.Default.Trade(trade.Code)!.Skills.Where(_ => random.Next(10) < 6).Select(s => new HeldSkill(s, (Evidence)random.Next(4))));
        for (var more = random.Next(4); more > 0; more--)
            skills.Add(new HeldSkill(_skills[random.Next(_skills.Length)].Code, (Evidence)random.Next(4)));
        return new ProfileFacts
        {
            Id = IdOf(number, random),
            CommuneCode = _communes[commune].Code,
            ProvinceCode = _communes[commune].ProvinceCode,
            Point = _points[commune],
            Trades = [.. trades.DistinctBy(t => t.Code)],
            Skills = [.. skills.DistinctBy(s => s.Code)],
            WantedTrades = random.Next(10) switch { < 3 => [], < 7 when first >= 0 => [_trades[first].Code], < 9 when first >= 0 => [Other(first, random)], _ => [_trades[Rank(random)].Code] },
            WantedKinds = random.Next(10) < 7 ? [] : [OpeningKind.Job, OpeningKind.Seasonal],
            WantsAway = random.Next(12) == 0,
            Limits = random.Next(7) == 0 ? ["no-heavy-lifting"] : [],
            PayFrom = random.Next(10) < 6 ? 5_000_000 + (random.Next(10) * 500_000) : null,
            Shifts = random.Next(10) < 7 ? (Shifts)random.Next(1, 16) : Shifts.None,
            AvailableFrom = random.Next(2) == 0 ? new DateOnly(2027, 1, 1).AddDays(random.Next(90)) : null,
            Licences = random.Next(10) < 6 ? random.Next(6) == 0 ? ["A1", "B"] : ["A1"] : [],
            Transport = (Transport)random.Next(6),
            MaxKilometres = random.Next(10) < 4 ? random.Next(3, 40) : null,
            NeedsLodging = random.Next(4) switch { 0 => true, 1 => false, _ => null },
            Papers = random.Next(10) < 7 ? ["id", "health-check"] : [],
        };
    }

    /// <summary>An opening in the commune of somebody drawn at random.</summary>
    public OpeningFacts Opening(int number)
    {
        var random = new Random(~(Seed + number));
        var commune = CommuneOf(random.Next(People));
        var trade = _trades[Rank(random)];
        string[] skills = [.. trade.Skills.OrderBy(_ => random.Next()).Take(random.Next(2, 6)), .. random.Next(2) == 0 ? [] : new[] { _skills[random.Next(_skills.Length)].Code }];
        var pay = 6_000_000 + (random.Next(8) * 500_000L);
        return new OpeningFacts
        {
            Id = Guid.CreateVersion7(),
            Kind = random.Next(10) == 0 ? OpeningKind.Training : random.Next(8) == 0 ? OpeningKind.Seasonal : OpeningKind.Job,
            TradeCode = trade.Code,
            Teaches = random.Next(10) == 0 ? [trade.Code] : [],
            Title = trade.Vi,
            Skills = [.. skills.Distinct()],
            CommuneCode = _communes[commune].Code,
            ProvinceCode = _communes[commune].ProvinceCode,
            Point = _points[commune],
            PayMin = random.Next(5) == 0 ? null : pay,
            PayMax = pay + 2_000_000,
            Shifts = random.Next(5) == 0 ? Shifts.None : (Shifts)random.Next(1, 16),
            StartsOn = random.Next(2) == 0 ? new DateOnly(2027, 1, 1).AddDays(random.Next(60)) : null,
            ExperienceMonths = random.Next(10) < 4 ? random.Next(1, 36) : null,
            TeachesOnTheJob = random.Next(10) < 3,
            Demands = random.Next(3) == 0 ? ["no-heavy-lifting"] : [],
            Papers = random.Next(2) == 0 ? ["id"] : [],
            LodgingOffered = random.Next(4) == 0,
        };
    }

    private int CommuneOf(int person)
    {
        var at = Array.BinarySearch(_lastOf, person);
        at = at >= 0 ? at + 1 : ~at;
        while (at < _lastOf.Length - 1 && _lastOf[at] <= person)
            at++;
        return Math.Min(at, _lastOf.Length - 1);
    }

    private int Rank(Random random) => Math.Min((int)Math.Exp(random.NextDouble() * Math.Log(_trades.Length + 1)), _trades.Length) - 1;

    private string Other(int first, Random random) => random.Next(2) == 0 && _near[first].Length > 0 ? _near[first][random.Next(_near[first].Length)] : _trades[Rank(random)].Code;

    private static HeldTrade Held(string code, Random random) => new(code, (Evidence)random.Next(4), random.Next(4) == 0 ? null : (int)Math.Exp(random.NextDouble() * 5));

    private static Guid IdOf(int number, Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], number);
        return new Guid(bytes);
    }

    // Box and Muller 1958.
    private static double Normal(Random random, double deviation) =>
        deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
