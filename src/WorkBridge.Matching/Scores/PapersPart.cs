namespace WorkBridge.Matching;

/// <summary>Giấy tờ: driving licences and papers. An empty list of the person means that nobody has asked.</summary>
internal static class PapersPart
{
    // What a class of licence lets one drive besides itself (Law on Road Traffic Order and Safety 2024, art. 57),
    // and the names in use before 2025-01-01.
    private static readonly Dictionary<string, string[]> Covers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["A"] = ["A1"],
        ["A2"] = ["A", "A1"],
        ["B2"] = ["B"],
        ["C1"] = ["B"],
        ["C"] = ["C1", "B", "B2"],
        ["D1"] = ["C", "C1", "B", "B2"],
        ["D2"] = ["D1", "C", "C1", "B", "B2"],
        ["D"] = ["D2", "D1", "C", "C1", "B", "B2"],
        ["E"] = ["D", "D2", "D1", "C", "C1", "B", "B2"],
        ["CE"] = ["C", "C1", "B", "B2", "C1E", "BE"],
        ["FC"] = ["CE", "C", "C1", "B", "B2", "C1E", "BE"],
    };

    public static MatchPart Score(ProfileFacts person, OpeningFacts opening, Demand demand, Vocabulary vocabulary, double of)
    {
        var pieces = new List<Piece>();
        var reasons = new List<Reason>();
        AddLicences(person, opening, demand, vocabulary, pieces, reasons);

        var papers = opening.Papers.Distinct(StringComparer.Ordinal).ToList();
        if (papers.Count > 0 && person.Papers.Count == 0)
        {
            pieces.Add(Piece.Open(0.4));
            reasons.Add(Why.Reason("papers-ask", papers));
        }
        else if (papers.Count > 0)
        {
            var missing = papers.Where(p => !person.Papers.Contains(p)).ToList();
            pieces.Add(Piece.Met(0.4, 1 - ((double)missing.Count / papers.Count)));
            reasons.Add(missing.Count == 0 ? Why.Reason("papers-ready") : Why.Reason("papers-missing", missing));
        }
        if (pieces.Count == 0)
        {
            pieces.Add(Piece.Met(1, 1));
            reasons.Add(Why.Reason("papers-none-needed"));
        }
        return Piece.Add(PartKind.Papers, of, pieces, reasons);
    }

    private static void AddLicences(
        ProfileFacts person, OpeningFacts opening, Demand demand, Vocabulary vocabulary, List<Piece> pieces, List<Reason> reasons)
    {
        var stated = opening.Licences.Count > 0;
        var needed = stated ? opening.Licences
            : opening.Kind == OpeningKind.Training || demand.Trades.Count == 0 ? []
            : vocabulary.Trade(demand.Trades[0])?.Licences ?? [];
        if (needed.Count == 0)
            return;

        var missing = needed.Where(n => !person.Licences.Any(h => Holds(h, n))).ToList();
        if (missing.Count == 0)
        {
            pieces.Add(Piece.Met(0.6, 1));
            reasons.Add(Why.Reason("licence-held", needed));
        }
        else if (person.Licences.Count == 0 || !stated)
        {
            pieces.Add(Piece.Open(0.6));
            reasons.Add(Why.Reason("licence-ask", missing));
        }
        else
        {
            pieces.Add(Piece.Met(0.6, 0));
            reasons.Add(Why.Reason("licence-missing", missing));
        }
    }

    private static bool Holds(string held, string needed) =>
        string.Equals(held, needed, StringComparison.OrdinalIgnoreCase)
        || (string.Equals(needed, "B2", StringComparison.OrdinalIgnoreCase) && string.Equals(held, "B", StringComparison.OrdinalIgnoreCase))
        || (Covers.TryGetValue(held, out var others) && others.Contains(needed, StringComparer.OrdinalIgnoreCase));
}
