using System.Globalization;

namespace WorkBridge.Matching;

/// <summary>The numbers of the ranking by words, tried on judged advertisements (docs/matching.md tells which were kept).</summary>
internal static class Ranking
{
    public static readonly int TitleWeight = (int)Env("TITLE", 8);
    public static readonly int TextWeight = (int)Env("TEXT", 1);
    public static readonly int RequirementsWeight = (int)Env("REQ", 1);
    public static readonly float K1 = (float)Env("K1", 3);
    public static readonly float B = (float)Env("B", 0.75);
    public static readonly float MarkedShare = (float)Env("MARKED", 0.5);
    public static readonly float FeedbackShare = (float)Env("FB", 0.35);
    public static readonly int FeedbackTitles = (int)Env("FBN", 20);
    public static readonly int FeedbackTerms = (int)Env("FBT", 40);
    public static readonly float ConceptShare = (float)Env("CONCEPT", 0.3);
    public static readonly int TitleWords = (int)Env("TW", 14);
    public static readonly float SkillShare = (float)Env("SKILL", 0.1);
    public static readonly float PlaceFactor = (float)Env("PLACE", 2);

    private static double Env(string name, double otherwise) =>
        double.TryParse(Environment.GetEnvironmentVariable("WB_" + name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

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
