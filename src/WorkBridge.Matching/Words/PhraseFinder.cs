using System.Buffers;

namespace WorkBridge.Matching;

/// <summary>
/// Finds the longest names in a row of words. Names are kept without marks in a tree; at the end of a branch the
/// marks decide: those that were typed must be right, those that were not leave the choice open and lower the
/// confidence.
/// </summary>
internal sealed class PhraseFinder
{
    private static readonly SearchValues<char> Parting = SearchValues.Create(",;/\n\r•|+&()-–:.");
    private static readonly SearchValues<char> Breaking = SearchValues.Create(",;\n\r•|()");
    private static readonly SearchValues<char> BreakingBesideBlank = SearchValues.Create(".:-–_/");
    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal) { "và", "hoặc", "va", "hoac" };

    /// <summary>A text this long that is typed with marks throughout means the words it types without.</summary>
    private const int LongText = 12;
    private const double MarkedThroughout = 0.6;

    private readonly Node _root = new();

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public List<(List<Token> Words, EntryName Name)> Ends { get; } = [];
    }

    public void Add(List<Token> words, EntryName name)
    {
        var node = _root;
        foreach (var word in words)
        {
            if (!node.Next.TryGetValue(word.Bare, out var next))
                node.Next[word.Bare] = next = new Node();
            node = next;
        }
        if (!node.Ends.Exists(e => e.Name.Code == name.Code && e.Name.Use <= name.Use && Same(e.Words, words)))
            node.Ends.Add((words, name));
    }

    /// <summary>The mentions in order of place. In a title the weaker names count as well.</summary>
    public List<Mention> Find(string text, List<Token> words, bool isTitle)
    {
        // What an abbreviation stands for has marks that nobody typed.
        var marked = words.Count(w => w.HasMarks && !System.Text.Ascii.IsValid(text.AsSpan(w.Start, w.Length)));
        var anyMarks = marked > 0;
        var marksCount = words.Count >= LongText && marked >= MarkedThroughout * words.Count;
        var found = new List<Mention>();
        for (var i = 0; i < words.Count;)
        {
            var node = _root;
            List<(EntryName Name, bool Exact)> best = [];
            var bestEnd = i;
            var crossed = false;
            for (var j = i; j < words.Count && node.Next.TryGetValue(words[j].Bare, out node); j++)
            {
                crossed |= j > i && Breaks(text, words[j - 1].End, words[j].Start);
                if (node.Ends.Count == 0)
                    continue;
                var hits = Hits(node, text, words, i, j, isTitle);
                if (marksCount || crossed)
                    hits.RemoveAll(h => (marksCount && !h.Exact) || (crossed && !h.Name.Text.AsSpan().ContainsAny(Breaking)));
                if (hits.Count > 0)
                    (best, bestEnd) = (hits, j + 1);
            }
            if (best.Count == 0)
            {
                i++;
                continue;
            }
            if (best.Exists(b => b.Exact))
                best.RemoveAll(b => !b.Exact);
            var codes = best.Select(b => b.Name.Code).Distinct(StringComparer.Ordinal).ToList();
            var certainty = best[0].Exact && anyMarks ? 1.0 : anyMarks ? 0.7 : 0.9;
            foreach (var code in codes)
            {
                var start = words[i].Start;
                found.Add(new Mention(code, best[0].Name.IsTrade, start, words[bestEnd - 1].End - start, certainty / Math.Sqrt(codes.Count)));
            }
            i = bestEnd;
        }
        return found;
    }

    private static List<(EntryName Name, bool Exact)> Hits(Node node, string text, List<Token> words, int first, int last, bool isTitle)
    {
        var hits = new List<(EntryName, bool)>();
        foreach (var (spelt, name) in node.Ends)
        {
            if (name.Use == NameUse.Anywhere || (name.Use == NameUse.TitleOrAlone && isTitle) || Stands(text, words, first, last))
            {
                var exact = true;
                var fits = true;
                for (var k = 0; k < spelt.Count && fits; k++)
                {
                    var typed = words[first + k];
                    if (typed.Marked == spelt[k].Marked)
                        continue;
                    exact = false;
                    fits = !typed.HasMarks;
                }
                if (fits)
                    hits.Add((name, exact));
            }
        }
        return hits;
    }

    // Alone in its cell, line or item of a list.
    private static bool Stands(string text, List<Token> words, int first, int last)
    {
        var before = first == 0 || Joining.Contains(words[first - 1].Marked) || Parts(text, words[first - 1].End, words[first].Start);
        return before && (last + 1 == words.Count || Joining.Contains(words[last + 1].Marked) || Parts(text, words[last].End, words[last + 1].Start));
    }

    // Only a name with a comma of its own reaches over one, none over the end of a sentence: "kinh nghiệm, thu nhập"
    // is no "nghiệm thu".
    private static bool Breaks(string text, int from, int to)
    {
        if (to <= from + 1 && (to <= from || !Breaking.Contains(text[from])))
            return false;
        var between = text.AsSpan(from, to - from);
        return between.ContainsAny(Breaking) || (between.ContainsAny(BreakingBesideBlank) && between.ContainsAny(' ', '\t'));
    }

    private static bool Parts(string text, int from, int to) => to > from && text.AsSpan(from, to - from).IndexOfAny(Parting) >= 0;

    private static bool Same(List<Token> a, List<Token> b) => a.Select(w => w.Marked).SequenceEqual(b.Select(w => w.Marked), StringComparer.Ordinal);
}
