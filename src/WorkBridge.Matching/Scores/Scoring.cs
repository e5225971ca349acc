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
        var isTraining = opening.Kind == OpeningKind.Training;
        var trade = isTraining
            ? TrainingPart.Trade(person, demand, vocabulary, weights.Trade)
            : TradePart.Score(person, opening, demand, vocabulary, weights.Trade);
        var (skill, missing) = isTraining
            ? TrainingPart.Skill(person, demand, weights.Skill)
            : SkillPart.Score(person, opening, demand, vocabulary, weights.Skill);
        MatchPart[] parts =
        [
            trade,
            skill,
            TravelPart.Score(person, opening, weights.Travel),
            HoursPart.Score(person, opening, weights.Hours),
            PapersPart.Score(person, opening, demand, vocabulary, weights.Papers),
        ];
        var score = new MatchScore((int)parts.Sum(p => p.Points), parts, Exclusion(person, opening, demand, vocabulary), missing);
        return lasting is null ? score : lasting.Onto(score, person, opening, vocabulary);
    }

    private static string? Exclusion(ProfileFacts person, OpeningFacts opening, Demand demand, Vocabulary vocabulary)
    {
        if (demand.Trades.Concat(demand.TaughtTrades).Any(code => Closes(person, vocabulary, code)))
            return "closed-work";
        if (person.WantedKinds.Count > 0 && !person.WantedKinds.Contains(opening.Kind))
            return "kind-not-wanted";
        var limit = opening.Demands.FirstOrDefault(person.Limits.Contains);
        if (limit is not null)
            return "limit:" + limit;
        return TravelPart.IsTooFar(person, opening) ? "too-far" : null;
    }

    private static bool Closes(ProfileFacts person, Vocabulary vocabulary, string code) =>
        person.ClosedWork.Count > 0
        && (person.ClosedWork.Contains(code) || (vocabulary.Trade(code)?.ClosedBy is { } kind && person.ClosedWork.Contains(kind)));
}
