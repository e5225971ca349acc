using WorkBridge.Matching;

namespace WorkBridge.Returnees;

/// <summary>A typed trade or skill resolved by the vocabulary: one meaning, or words that offer what may be meant.</summary>
public static class TradeText
{
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
        foreach (var part in (typed ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var key = Vietnamese.Normalise(part);
            var exact = Vocabulary.Default.Skills.FirstOrDefault(s => Vietnamese.Normalise(s.Vi) == key || Vietnamese.Normalise(s.En) == key);
            var found = exact is not null ? [exact.Code] : Vocabulary.Default.FindIn(part).Where(m => !m.IsTrade).Select(m => m.Code).ToList();
            if (found.Count == 0)
                throw new RuleBroken(Rule.Incomplete, field, new($"Chưa có kỹ năng “{part}” trong danh sách.", $"The skill “{part}” is not in the list."));
            codes.AddRange(found);
        }

        return [.. codes.Distinct(StringComparer.Ordinal)];
    }
}
