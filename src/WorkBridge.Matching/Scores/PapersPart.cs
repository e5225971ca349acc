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

    public static Points Score(in Person person, Demand demand, double of, List<Reason>? reasons)
    {
        var sum = new Sum();
        AddLicences(person, demand, ref sum, reasons);
        AddPapers(person, demand, ref sum, reasons);
        if (sum.IsEmpty)
        {
            sum.Add(Piece.Met(1, 1));
            reasons?.Add(Why.Reason("papers-none-needed"));
        }
        return sum.Of(of);
    }

    /// <summary>Every licence that lets its holder drive what this one does, as numbers.</summary>
    public static int[] ThatCover(string needed) =>
        [.. Covers.Keys.Where(held => Holds(held, needed)).Append(needed).Append(IsB2(needed) ? "B" : needed).Select(CodeNumber.OfAnyCase).Distinct()];

    private static void AddLicences(in Person person, Demand demand, ref Sum sum, List<Reason>? reasons)
    {
        if (demand.Licences.Count == 0)
            return;
        List<string>? missing = reasons is null ? null : [];
        var lacking = 0;
        for (var i = 0; i < demand.LicenceNumbers.Length; i++)
        {
            if (HasOneOf(person, demand.LicenceNumbers[i]))
                continue;
            lacking++;
            missing?.Add(demand.Licences[i]);
        }
        if (lacking == 0)
        {
            sum.Add(Piece.Met(0.6, 1));
            reasons?.Add(Why.Reason("licence-held", demand.Licences));
        }
        else if (!person.HasLicences || !demand.LicencesAreStated)
        {
            sum.Add(Piece.Open(0.6));
            reasons?.Add(Why.Reason("licence-ask", missing!));
        }
        else
        {
            sum.Add(Piece.Met(0.6, 0));
            reasons?.Add(Why.Reason("licence-missing", missing!));
        }
    }

    private static void AddPapers(in Person person, Demand demand, ref Sum sum, List<Reason>? reasons)
    {
        if (demand.Papers.Count == 0)
            return;
        if (!person.HasPapers)
        {
            sum.Add(Piece.Open(0.4));
            reasons?.Add(Why.Reason("papers-ask", demand.Papers));
            return;
        }
        List<string>? missing = reasons is null ? null : [];
        var lacking = 0;
        for (var i = 0; i < demand.PaperNumbers.Length; i++)
        {
            if (person.HasPaper(demand.PaperNumbers[i]))
                continue;
            lacking++;
            missing?.Add(demand.Papers[i]);
        }
        sum.Add(Piece.Met(0.4, 1 - ((double)lacking / demand.PaperNumbers.Length)));
        reasons?.Add(lacking == 0 ? Why.Reason("papers-ready") : Why.Reason("papers-missing", missing!));
    }

    private static bool HasOneOf(in Person person, int[] licences)
    {
        foreach (var licence in licences)
        {
            if (person.HasLicence(licence))
                return true;
        }
        return false;
    }

    private static bool Holds(string held, string needed) =>
        Covers[held].Contains(needed, StringComparer.OrdinalIgnoreCase);

    // The two names of one class of licence.
    private static bool IsB2(string licence) => string.Equals(licence, "B2", StringComparison.OrdinalIgnoreCase);
}
