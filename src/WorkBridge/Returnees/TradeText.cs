using WorkBridge.Matching;

namespace WorkBridge.Returnees;

/// <summary>A typed trade or skill resolved by the vocabulary: one meaning, or words that offer what may be meant.</summary>
public static class TradeText
{
    private const int MostCommas = 4;

    private static readonly Lazy<Dictionary<string, string>> SkillNames = new(() =>
        Vocabulary.Default.Skills.Select(s => (Name: s.Vi, s.Code)).Concat(Vocabulary.Default.Skills.Select(s => (Name: s.En, s.Code)))
            .DistinctBy(s => Vietnamese.Normalise(s.Name), StringComparer.Ordinal)
            .ToDictionary(s => Vietnamese.Normalise(s.Name), s => s.Code, StringComparer.Ordinal));

    /// <summary>The trade's code. Throws <see cref="RuleBroken"/> beside the field where the words name none or several.</summary>
    public static string Trade(string field, string typed)
    {
        var key = Vietnamese.Normalise(typed);
        var exact = Vocabulary.Default.Trades.Where(t => Vietnamese.Normalise(t.Vi) == key || Vietnamese.Normalise(t.En) == key).ToList();
        if (exact.Count == 1)
            return exact[0].Code;
        var found = Vocabulary.Default.FindIn(typed).Where(m => m.IsTrade).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
        if (found.Count == 1)
            return found[0];
        var near = found.Count > 1 ? found.Select(code => Vocabulary.Default.Trade(code)!).ToList() : [.. Vocabulary.Default.SuggestTrades(typed, 4)];
        throw new RuleBroken(Rule.Incomplete, field, near.Count == 0
            ? new("Chưa có nghề này trong danh sách. Ghi tên gần nhất.", "This trade is not in the list. Write the nearest name.")
            : new($"Ý anh/chị là: {string.Join("; ", near.Take(4).Select(t => t.Vi))}? Ghi lại một tên.", $"Do you mean: {string.Join("; ", near.Take(4).Select(t => t.En))}? Write one of them."));
    }

    /// <summary>The codes of skills typed with commas between them.</summary>
    public static IReadOnlyList<string> Skills(string field, string? typed)
    {
        var codes = new List<string>();
        foreach (var line in (typed ?? "").Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            for (var at = 0; at < parts.Length;)
            {
                var (found, taken) = Longest(parts.AsSpan(at));
                if (found.Count == 0)
                    throw new RuleBroken(Rule.Incomplete, field, new($"Chưa có kỹ năng “{parts[at]}” trong danh sách.", $"The skill “{parts[at]}” is not in the list."));
                codes.AddRange(found);
                at += taken;
            }
        }

        return [.. codes.Distinct(StringComparer.Ordinal)];
    }

    // A name may hold commas itself: as many parts as make up one name are taken together.
    private static (List<string> Codes, int Taken) Longest(ReadOnlySpan<string> parts)
    {
        for (var taken = Math.Min(parts.Length, MostCommas + 1); taken > 0; taken--)
        {
            if (SkillNames.Value.TryGetValue(Vietnamese.Normalise(string.Join(", ", parts[..taken])), out var code))
                return ([code], taken);
        }
        return (Vocabulary.Default.FindIn(parts[0]).Where(m => !m.IsTrade).Select(m => m.Code).ToList(), 1);
    }
}
