namespace WorkBridge.Matching.Tests;

/// <summary>Who and what the tests of scoring begin from.</summary>
internal static class ScoringFacts
{
    public static readonly Vocabulary Words = Vocabulary.Default;
    public static readonly MatchWeights Weights = new();
    public static readonly GeoPoint Centre = new(20.80, 106.62);

    // A seamstress and an opening that fit in everything that is known.
    public static readonly ProfileFacts Seamstress = new()
    {
        Id = Guid.CreateVersion7(),
        CommuneCode = "11407",
        ProvinceCode = "31",
        Point = Centre,
        Trades = [new HeldTrade("may-cong-nghiep", Evidence.Certificate, 36)],
        Skills = [new HeldSkill("may-1-kim", Evidence.Certificate), new HeldSkill("vat-so", Evidence.Certificate)],
        WantedTrades = ["may-cong-nghiep"],
        WantedKinds = [OpeningKind.Job, OpeningKind.Training],
        PayFrom = 7_000_000,
        Shifts = Shifts.Day | Shifts.Evening,
        AvailableFrom = new DateOnly(2027, 1, 4),
        Licences = ["A1"],
        Transport = Transport.Motorbike,
        MaxKilometres = 15,
        NeedsLodging = false,
        Papers = ["id", "health-check"],
    };

    public static readonly OpeningFacts Sewing = new()
    {
        Id = Guid.CreateVersion7(),
        Kind = OpeningKind.Job,
        TradeCode = "may-cong-nghiep",
        Title = "Công nhân may",
        Skills = ["may-1-kim", "vat-so"],
        CommuneCode = "11407",
        ProvinceCode = "31",
        Point = new GeoPoint(20.81, 106.63),
        PayMin = 8_000_000,
        PayMax = 10_000_000,
        Shifts = Shifts.Day,
        StartsOn = new DateOnly(2027, 1, 11),
        ExperienceMonths = 12,
        Papers = ["id"],
    };

    public static MatchScore Score(ProfileFacts person, OpeningFacts opening) => Scoring.Score(person, opening, Words, Weights);
}
