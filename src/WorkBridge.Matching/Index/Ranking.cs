namespace WorkBridge.Matching;

/// <summary>The numbers of the ranking by words, tried on judged advertisements and rounded, so as not to fit one file.</summary>
internal static class Ranking
{
    /// <summary>How often a field is written into the words of an opening: BM25F weights.</summary>
    public const int TitleWeight = 8;
    public const int TextWeight = 1;
    public const int RequirementsWeight = 1;

    public const float K1 = 3;
    public const float B = 0.75f;

    /// <summary>The share of the channel with marks in a query that has marks.</summary>
    public const float MarkedShare = 0.5f;

    /// <summary>A word without marks that hardly anybody writes so was typed without its marks.</summary>
    public const float RareAsTyped = 0.1f;

    /// <summary>Feedback: how many titles are read, how many of their terms are kept, and their share.</summary>
    public const int FeedbackTitles = 20;
    public const int FeedbackTerms = 40;
    public const float FeedbackShare = 0.5f;

    /// <summary>A query of so many words at most is read as a title and put under a trade.</summary>
    public const int TitleWords = 14;
    public const float ConceptShare = 0.6f;
    public const float SkillShare = 0.1f;

    /// <summary>What a wished place multiplies.</summary>
    public const float PlaceFactor = 2;

    /// <summary>The trades that a title is about: the heaviest and those nearly as heavy.</summary>
    public static IEnumerable<(string Code, double Weight)> Strongest(Dictionary<string, double> weights)
    {
        if (weights.Count == 0)
            yield break;
        var most = weights.Values.Max();
        foreach (var (code, weight) in weights.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(3))
        {
            if (weight >= most * 0.6)
                yield return (code, weight / most);
        }
    }
}
