namespace WorkBridge.Matching;

/// <summary>The names of trades or of skills as whole strings: for suggestions while typing, and for slips of one letter.</summary>
internal sealed class NameList
{
    /// <summary>Below this a slip of one letter makes another word.</summary>
    private const int ShortestForSlips = 6;
    private const int MostWords = 5;

    private readonly List<(string Marked, string Bare, string Code, string MainName, bool IsMain)> _names = [];

    /// <param name="names">All names.</param>
    /// <param name="mainName">The name by which an entry is called, from its code.</param>
    public NameList(IEnumerable<EntryName> names, Func<string, string> mainName)
    {
        foreach (var name in names)
            _names.Add((Vietnamese.Normalise(name.Text), Vietnamese.Fold(name.Text), name.Code, mainName(name.Code), name.Text == mainName(name.Code)));
    }

    /// <summary>The codes of the entries whose names begin like, contain, or are one slip away from what was typed, best first.</summary>
    public List<string> Suggest(string? typed, int take)
    {
        var marked = Vietnamese.Normalise(typed);
        var bare = Vietnamese.Fold(typed);
        if (bare.Length == 0 || bare.Length > 100 || take <= 0)
            return [];

        var hasMarks = marked != bare;
        var found = new Dictionary<string, (double Score, int Length)>(StringComparer.Ordinal);
        foreach (var name in _names)
        {
            var score = Match(name.Bare, bare) + (hasMarks ? Match(name.Marked, marked) : 0) + (name.IsMain ? 0.2 : 0);
            if (score >= 1)
                found[name.Code] = (Math.Max(score, found.GetValueOrDefault(name.Code).Score), name.MainName.Length);
        }
        if (found.Count == 0 && bare.Length >= ShortestForSlips)
        {
            foreach (var name in _names.Where(n => Slip.IsOne(n.Bare, bare)))
                found[name.Code] = (1, name.MainName.Length);
        }
        return [.. found.OrderByDescending(f => f.Value.Score).ThenBy(f => f.Value.Length).ThenBy(f => f.Key, StringComparer.Ordinal).Take(take).Select(f => f.Key)];
    }

    /// <summary>The code of what a short text names with one slip of a letter, or null.</summary>
    public string? Misspelt(string? text)
    {
        if (text is null || text.Length > 60)
            return null;
        var bare = Vietnamese.Fold(text);
        if (bare.Length < ShortestForSlips || bare.Count(c => c == ' ') >= MostWords)
            return null;
        return _names.Find(n => n.Bare != bare && Slip.IsOne(n.Bare, bare)).Code;
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
