using WorkBridge.Matching;

namespace WorkBridge.Communes;

/// <summary>What somebody typed to find a commune, made comparable once.</summary>
internal sealed class CommuneQuestion(string? typed)
{
    public string[] Marked { get; } = [.. Vietnamese.Syllables(typed)];

    public string[] Bare { get; } = [.. Vietnamese.Syllables(typed).Select(Vietnamese.Fold)];

    public bool IsEmpty => Bare.Length == 0;
}

/// <summary>One name of a commune, of today or of before, folded for searching.</summary>
internal sealed class CommuneName(ListedCommune commune, string? oldPlace, string name, string around)
{
    private static readonly string[] Kinds = ["xa", "phuong", "dac", "khu", "thi", "tran", "tp", "p", "x"];

    private readonly string[] marked = [.. Vietnamese.Syllables(name)];
    private readonly string[] bare = [.. Vietnamese.Syllables(name).Select(Vietnamese.Fold)];
    private readonly string[] aroundBare = [.. Vietnamese.Syllables(around).Select(Vietnamese.Fold)];

    public ListedCommune Commune { get; } = commune;

    public string? OldPlace { get; } = oldPlace;

    /// <summary>
    /// Whether the whole name was typed, and nothing besides it but its district or province: "Kiến An", "P. Kien An, Hải Phòng".
    /// Marks that were typed must be those of the name, and a kind that was typed ("xã") must be the kind of the name.
    /// </summary>
    public bool IsWhole(CommuneQuestion asked)
    {
        var at = asked.Bare[0] is "xa" or "x" or "phuong" or "p" ? 1 : 0;
        if (at == 1 && bare[0] != (asked.Bare[0][0] == 'x' ? "xa" : "phuong"))
            return false;
        for (var i = bare[0] is "xa" or "phuong" or "dac" && bare.Length > 1 ? 1 : 0; i < bare.Length; i++, at++)
        {
            if (at == asked.Bare.Length || asked.Bare[at] != bare[i] || (asked.Marked[at] != marked[i] && asked.Marked[at] != asked.Bare[at]))
                return false;
        }

        return asked.Bare.Skip(at).All(word => Array.IndexOf(aroundBare, word) >= 0 || Kinds.Contains(word));
    }

    /// <summary>0 where it does not fit; the whole name before the beginning of one, with marks before without, today's before an old one.</summary>
    public int Rank(CommuneQuestion asked)
    {
        var (rank, inName) = (0, 0);
        for (var i = 0; i < asked.Bare.Length; i++)
        {
            var word = asked.Bare[i];
            var at = Array.FindIndex(bare, b => b.StartsWith(word, StringComparison.Ordinal));
            if (at >= 0)
            {
                inName++;
                rank += bare[at] == word ? 6 : 3;
                if (asked.Marked[i] == marked[at])
                    rank += 3;
                else if (asked.Marked[i] != word && !marked[at].StartsWith(asked.Marked[i], StringComparison.Ordinal))
                    rank -= 4; // a mark was typed and is another one
            }
            else if (Array.Exists(aroundBare, b => b.StartsWith(word, StringComparison.Ordinal)))
                rank += 1;
            else if (!Kinds.Contains(word))
                return 0;
        }

        if (inName == 0)
            return 0;
        if (bare.Count(b => !Kinds.Contains(b)) <= inName)
            rank += 8;
        return Math.Max(1, OldPlace is null ? rank + 2 : rank);
    }
}
