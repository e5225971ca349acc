namespace WorkBridge.Matching;

/// <summary>
/// How well a person and an opening fit, and why. Pure: the same facts give the same score. In each part the wishes
/// of the person count as the demands of the opening do, and the lower side limits it; what nobody has asked counts
/// half and comes back as a question. docs/matching.md explains the numbers.
/// </summary>
public static class Scoring
{
    /// <summary>
    /// The score, its parts in the order of <see cref="PartKind"/>, and why the pair is out of the question, if it is. What
    /// is known of placements that lasted, where given, adds a sixth part.
    /// </summary>
    public static MatchScore Score(ProfileFacts person, OpeningFacts opening, Vocabulary vocabulary, MatchWeights weights, Lasting? lasting = null)
    {
        var demand = Demand.Of(opening, vocabulary);
        var way = Distance.Between(person.CommuneCode, person.ProvinceCode, person.Point, opening);
        var seen = new Person(PersonRow.Of(person, vocabulary), way, person);
        var missing = new List<string>();
        MatchPart[] parts =
        [
            Part(PartKind.Trade, seen, demand, weights, missing),
            Part(PartKind.Skill, seen, demand, weights, missing),
            Part(PartKind.Travel, seen, demand, weights, missing),
            Part(PartKind.Hours, seen, demand, weights, missing),
            Part(PartKind.Papers, seen, demand, weights, missing),
        ];
        var score = new MatchScore((int)parts.Sum(p => p.Points), parts, Exclusion(seen, demand), missing);
        return lasting is null ? score : lasting.Onto(score, person, opening, vocabulary);
    }

    /// <summary>The total of <see cref="Score"/> without its reasons; below zero as soon as it is sure not to reach <paramref name="atLeast"/>.</summary>
    internal static int Total(in Person person, Demand demand, MatchWeights weights, int atLeast)
    {
        var total = 0.0;
        var open = Most(1, weights);
        foreach (var kind in Quickest)
        {
            total += Points(kind, person, demand, weights, null, null).Value;
            open -= MostOf(weights.Of(kind));
            if (total + open < atLeast)
                return -1;
        }
        return (int)total;
    }

    /// <summary>The most that a total can be with this much of the trade part.</summary>
    internal static double Most(double ofTrade, MatchWeights weights) =>
        MostOf(weights.Trade * ofTrade) + MostOf(weights.Skill) + MostOf(weights.Travel) + MostOf(weights.Hours) + MostOf(weights.Papers);

    /// <summary>The most points of a part of this weight.</summary>
    internal static double MostOf(double weight) => Math.Round(weight, MidpointRounding.AwayFromZero);

    // What tells most for the least work comes first.
    private static ReadOnlySpan<PartKind> Quickest => [PartKind.Travel, PartKind.Trade, PartKind.Hours, PartKind.Skill, PartKind.Papers];

    private static MatchPart Part(PartKind kind, in Person person, Demand demand, MatchWeights weights, List<string> missing)
    {
        var reasons = new List<Reason>();
        var points = Points(kind, person, demand, weights, reasons, missing);
        return new MatchPart(kind, points.Value, weights.Of(kind), points.State, reasons);
    }

    private static Points Points(PartKind kind, in Person person, Demand demand, MatchWeights weights, List<Reason>? reasons, List<string>? missing) => kind switch
    {
        PartKind.Trade when demand.IsTraining => TrainingPart.Trade(person, demand, weights.Trade, reasons),
        PartKind.Trade => TradePart.Score(person, demand, weights.Trade, reasons),
        PartKind.Skill when demand.IsTraining => TrainingPart.Skill(person, demand, weights.Skill, reasons, missing),
        PartKind.Skill => SkillPart.Score(person, demand, weights.Skill, reasons, missing),
        PartKind.Travel => TravelPart.Score(person, demand.Opening, weights.Travel, reasons),
        PartKind.Hours => HoursPart.Score(person, demand.Opening, weights.Hours, reasons),
        _ => PapersPart.Score(person, demand, weights.Papers, reasons),
    };

    private static string? Exclusion(in Person person, Demand demand)
    {
        if (Closes(person.Facts.ClosedWork, demand))
            return "closed-work";
        if (person.HasWantedKinds && !person.Wants(demand.Opening.Kind))
            return "kind-not-wanted";
        for (var i = 0; i < demand.LimitNumbers.Length; i++)
        {
            if (person.HasLimit(demand.LimitNumbers[i]))
                return "limit:" + demand.Opening.Demands[i];
        }
        return TravelPart.IsTooFar(person, demand.Opening) ? "too-far" : null;
    }

    private static bool Closes(IReadOnlyList<string> closed, Demand demand) =>
        closed.Count > 0
        && demand.Trades.Concat(demand.TaughtTrades).Any(code => closed.Contains(code) || (demand.Vocabulary.Trade(code)?.ClosedBy is { } kind && closed.Contains(kind)));
}
