namespace WorkBridge.Matching;

/// <summary>A set of phrases. Marks that were typed must be right, those left out are open.</summary>
internal sealed class PhraseTree
{
    private readonly Dictionary<string, List<List<Token>>> _byFirst = new(StringComparer.Ordinal);

    public PhraseTree(params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = Token.In(phrase);
            if (!_byFirst.TryGetValue(words[0].Bare, out var list))
                _byFirst[words[0].Bare] = list = [];
            list.Add(words);
        }
        foreach (var list in _byFirst.Values)
            list.Sort((a, b) => b.Count.CompareTo(a.Count));
    }

    /// <summary>How many words the longest phrase has that begins here; zero for none.</summary>
    public int Longest(List<Token> words, int at)
    {
        if (at >= words.Count || !_byFirst.TryGetValue(words[at].Bare, out var phrases))
            return 0;
        foreach (var phrase in phrases)
        {
            var k = 0;
            while (k < phrase.Count && at + k < words.Count && Same(words[at + k], phrase[k]))
                k++;
            if (k == phrase.Count)
                return k;
        }
        return 0;
    }

    private static bool Same(Token typed, Token known) => typed.Bare == known.Bare && (!typed.HasMarks || typed.Marked == known.Marked);
}
