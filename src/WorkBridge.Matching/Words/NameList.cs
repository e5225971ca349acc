namespace WorkBridge.Matching;

/// <summary>The names of trades as whole strings: for suggestions while typing, and for slips of one letter.</summary>
internal sealed class NameList
{
    /// <summary>Below this a slip of one letter makes another word.</summary>
    private const int ShortestForSlips = 6;
    private const int MostWords = 5;

    private readonly List<(string Marked, string Bare, Trade Trade, bool IsMain)> _names = [];

    public NameList(Vocabulary vocabulary, IEnumerable<EntryName> names)
    {
        foreach (var name in names)
        {
            var trade = vocabulary.Trade(name.Code)!;
            _names.Add((Vietnamese.Normalise(name.Text), Vietnamese.Fold(name.Text), trade, name.Text == trade.Vi));
        }
    }

    public List<Trade> Suggest(string? typed, int take)
    {
        var marked = Vietnamese.Normalise(typed);
        var bare = Vietnamese.Fold(typed);
        if (bare.Length == 0 || bare.Length > 100 || take <= 0)
            return [];

        var hasMarks = marked != bare;
        var found = new Dictionary<Trade, double>();
        foreach (var name in _names)
        {
            var score = Match(name.Bare, bare) + (hasMarks ? Match(name.Marked, marked) : 0) + (name.IsMain ? 0.2 : 0);
            if (score >= 1)
                found[name.Trade] = Math.Max(score, found.GetValueOrDefault(name.Trade));
        }
        if (found.Count == 0 && bare.Length >= ShortestForSlips)
        {
            foreach (var name in _names.Where(n => Slip.IsOne(n.Bare, bare)))
                found[name.Trade] = 1;
        }
        return [.. found.OrderByDescending(f => f.Value).ThenBy(f => f.Key.Vi.Length).ThenBy(f => f.Key.Code, StringComparer.Ordinal).Take(take).Select(f => f.Key)];
    }

    /// <summary>The trade that a short text names with one slip of a letter, or null.</summary>
    public Trade? Misspelt(string? text)
    {
        if (text is null || text.Length > 60)
            return null;
        var bare = Vietnamese.Fold(text);
        if (bare.Length < ShortestForSlips || bare.Count(c => c == ' ') >= MostWords)
            return null;
        return _names.Find(n => n.Bare != bare && Slip.IsOne(n.Bare, bare)).Trade;
    }

    private static double Match(string name, string typed)
    {
        if (name == typed)
            return 4;
        if (name.StartsWith(typed, StringComparison.Ordinal))
            return 3 - (0.01 * Math.Min(50, name.Length - typed.Length));
        if (name.Contains(' ' + typed, StringComparison.Ordinal))
            return 2 - (0.01 * Math.Min(50, name.Length - typed.Length));
        // Every word that was typed begins a word of the name: "may cong" finds "may công nghiệp".
        var words = name.Split(' ');
        return Array.TrueForAll(typed.Split(' '), t => Array.Exists(words, w => w.StartsWith(t, StringComparison.Ordinal))) ? 1 : 0;
    }
}
