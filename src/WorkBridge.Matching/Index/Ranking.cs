namespace WorkBridge.Matching;

/// <summary>
/// The numbers of the ranking by words, tried on judged advertisements and rounded, so as not to fit one file.
/// docs/matching.md says what each brought.
/// </summary>
internal static class Ranking
{
    /// <summary>BM25F: what a word of the title counts against one of the text; one of the requirements counts half.</summary>
    public const float TitleWeight = 8;
    public const int TextWeight = 2;
    public const int RequirementsWeight = 1;
    public const float BodyUnit = 0.5f;

    public const float K1 = 2;
    public const float TitleB = 0.3f;
    public const float BodyB = 0.75f;

    /// <summary>A query of so many words at most, on one line, is read as a title: put under a trade, and its marks tell most.</summary>
    public const int TitleWords = 14;

    /// <summary>The share of the channel with marks in a query that has marks; the words of a long one explain each other.</summary>
    public const float MarkedShare = 0.5f;
    public const float MarkedShareOfLong = 0.1f;

    /// <summary>A word without marks that hardly anybody writes so was typed without its marks.</summary>
    public const float RareAsTyped = 0.1f;

    public const float ConceptShare = 0.6f;
    public const float SkillShare = 0.1f;

    /// <summary>Feedback: how many titles are read, how many of their terms are kept, their share, and that of their trades, against the query itself.</summary>
    public const int FeedbackTitles = 20;
    public const int FeedbackTerms = 60;
    public const float FeedbackShare = 1;
    public const float FeedbackConcepts = 0.2f;

    /// <summary>The same from the beginnings of texts, for a query that is read as a title.</summary>
    public const int FeedbackTexts = 10;
    public const int FeedbackTextTerms = 30;
    public const float FeedbackTextShare = 0.7f;

    /// <summary>So many terms at most are looked up, those that decide; of a long query and of feedback none that more than so large a part of the openings has.</summary>
    public const int MostTerms = 100;
    public const float MostCommon = 0.4f;

    /// <summary>Openings whose titles are alike lend each other their scores: among how many, from how many, and how many its own is worth.</summary>
    public const int Lenders = 100;
    public const int LendersEach = 10;
    public const float Own = 4;

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
