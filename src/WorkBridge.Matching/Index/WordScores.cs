using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>An opening found: its number inside one reader, its score, and whether it is at a wished place.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Hit(int Doc, float Score, bool IsWished);

/// <summary>
/// BM25F over title and body (Robertson, Zaragoza and Taylor 2004), one term after the other into an array of sums,
/// within one search. Terms of concepts add their weight and their rarity.
/// </summary>
internal sealed class WordScores : IDisposable
{
    private const int MostSpare = 4;
    private static readonly ConcurrentBag<float[]> Spare = [];

    private readonly OpeningFigures _figures;
    private readonly List<Segment> _parts = [];
    private readonly Dictionary<Term, Place> _places = [];
    private readonly List<int> _touched = [];
    private readonly float[] _sums;

    /// <param name="wish">Those that count double later; null when no place is wished for.</param>
    public WordScores(IndexReader reader, OpeningFigures figures, Filter filter, Filter? wish)
    {
        _figures = figures;
        foreach (var leaf in reader.Leaves)
        {
            if (Segment.Of(leaf, figures, filter, wish) is { } part)
                _parts.Add(part);
        }
        _sums = Spare.TryTake(out var spare) && spare.Length >= reader.MaxDoc ? spare : new float[reader.MaxDoc];
    }

    private enum Kind { Words, Title, Concept }

    private sealed record Place(int Count, TermState?[] States);

    /// <summary>How many documents have a term.</summary>
    public int Count(Term term) => Find(term).Count;

    /// <summary>Adds terms with their weights to the scores.</summary>
    public void Add(IEnumerable<KeyValuePair<Term, float>> weights)
    {
        foreach (var (term, weight) in weights)
        {
            var place = Find(term);
            if (place.Count == 0 || weight <= 0)
                continue;
            var value = weight * (float)_figures.RarityOf(InAll(term));
            for (var i = 0; i < _parts.Count; i++)
            {
                if (place.States[i] is { } state)
                    Add(_parts[i], term, state, value);
            }
        }
    }

    /// <summary>The best, best first; of those at a wished place only when asked.</summary>
    public List<Hit> Best(int take, bool wished = false)
    {
        var queue = new PriorityQueue<int, (float Score, int Doc)>();
        foreach (var doc in _touched)
        {
            var rank = (_sums[doc], -doc);
            if ((queue.Count == take && queue.TryPeek(out _, out var least) && rank.CompareTo(least) <= 0) || (wished && !IsWished(doc)))
                continue;
            queue.Enqueue(doc, rank);
            if (queue.Count > take)
                queue.Dequeue();
        }
        var best = new List<Hit>(queue.Count);
        while (queue.TryDequeue(out var doc, out var rank))
            best.Add(new Hit(doc, rank.Score, IsWished(doc)));
        best.Reverse();
        return best;
    }

    public void Dispose()
    {
        Forget();
        if (Spare.Count < MostSpare)
            Spare.Add(_sums);
    }

    private void Add(Segment part, Term term, TermState state, float value)
    {
        var terms = part.Terms(term.Field)!;
        terms.SeekExact(term.Bytes, state);
        var docs = terms.Docs(part.Allowed, reuse: null, DocsFlags.FREQS);
        var sums = _sums.AsSpan(part.Leaf.DocBase, part.Leaf.AtomicReader.MaxDoc);
        var norms = part.Norms.AsSpan();
        var kind = term.Field switch
        {
            IndexDocuments.Concepts => Kind.Concept,
            IndexDocuments.TitleMarked or IndexDocuments.TitleBare => Kind.Title,
            _ => Kind.Words,
        };
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            var times = 0f;
            if (kind == Kind.Title)
                times = docs.Freq * norms[doc].Title;
            else if (kind == Kind.Words)
            {
                var frequency = docs.Freq;
                times = (OpeningWords.InTitle(frequency) * norms[doc].Title) + (OpeningWords.InBody(frequency) * norms[doc].Body);
            }
            ref var sum = ref sums[doc];
            if (sum == 0)
                _touched.Add(part.Leaf.DocBase + doc);
            sum += kind == Kind.Concept ? value : value * times * (Ranking.K1 + 1) / (times + Ranking.K1);
        }
    }

    // A word is as rare as it is in whole advertisements, also where only titles are asked.
    private int InAll(Term term) => term.Field switch
    {
        IndexDocuments.TitleMarked => Count(new Term(IndexDocuments.Marked, term.Text)),
        IndexDocuments.TitleBare => Count(new Term(IndexDocuments.Bare, term.Text)),
        _ => Count(term),
    };

    private Place Find(Term term)
    {
        if (_places.TryGetValue(term, out var known))
            return known;
        var states = new TermState?[_parts.Count];
        var count = 0;
        for (var i = 0; i < states.Length; i++)
        {
            if (_parts[i].Terms(term.Field) is not { } terms || !terms.SeekExact(term.Bytes))
                continue;
            states[i] = terms.GetTermState();
            count += terms.DocFreq;
        }
        return _places[term] = new Place(count, states);
    }

    private bool IsWished(int doc)
    {
        var part = _parts.FindLast(p => p.Leaf.DocBase <= doc);
        return part?.Wished?.Get(doc - part.Leaf.DocBase) == true;
    }

    private void Forget()
    {
        foreach (var doc in _touched)
            _sums[doc] = 0;
        _touched.Clear();
    }
}
