namespace WorkBridge.Matching;

/// <summary>
/// A short form of advertisements and what it stands for, decided by its neighbours: "CN may" is công nhân,
/// "nghỉ CN" is chủ nhật. Neighbours are compared without marks.
/// </summary>
internal sealed record Abbreviation(
    string Short,
    IReadOnlyList<Token> Long,
    IReadOnlyList<string> NotAfter,
    IReadOnlyList<string> OnlyBefore)
{
    private bool Holds(Token? before, Token? after) =>
        !(before is { } b && NotAfter.Contains(b.Bare))
        && (OnlyBefore.Count == 0 || (after is { } a && OnlyBefore.Contains(a.Bare)));

    /// <summary>The words with every short form written out; what stands for one keeps its place in the text.</summary>
    public static List<Token> Expand(List<Token> words, ILookup<string, Abbreviation> known)
    {
        List<Token>? expanded = null;
        for (var i = 0; i < words.Count; i++)
        {
            var match = known[words[i].Marked].FirstOrDefault(a =>
                a.Holds(i > 0 ? words[i - 1] : null, i + 1 < words.Count ? words[i + 1] : null));
            if (match is not null)
            {
                expanded ??= [.. words.Take(i)];
                foreach (var word in match.Long)
                    expanded.Add(word with { Start = words[i].Start, Length = words[i].Length });
            }
            else
            {
                expanded?.Add(words[i]);
            }
        }
        return expanded ?? words;
    }
}
