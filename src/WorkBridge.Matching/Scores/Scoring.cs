namespace WorkBridge.Matching;

/// <summary>How well a person and an opening fit, and why. Pure.</summary>
public static class Scoring
{
    public static MatchScore Score(ProfileFacts person, OpeningFacts opening, Vocabulary vocabulary, MatchWeights weights) =>
        new(0, [], null, []);
}
