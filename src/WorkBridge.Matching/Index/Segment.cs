using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>One segment of an index as one search sees it: which documents count, which are at a wished place.</summary>
internal sealed class Segment
{
    private readonly Dictionary<string, TermsEnum?> _terms = new(StringComparer.Ordinal);

    private Segment(AtomicReaderContext leaf, IBits allowed, IBits? wished, Norm[] norms) =>
        (Leaf, Allowed, Wished, Norms) = (leaf, allowed, wished, norms);

    public AtomicReaderContext Leaf { get; }

    public IBits Allowed { get; }

    public IBits? Wished { get; }

    public Norm[] Norms { get; }

    /// <summary>Null where no opening is allowed.</summary>
    public static Segment? Of(AtomicReaderContext leaf, OpeningFigures figures, Filter filter, Filter? wish) =>
        figures.Lengths.NormsOf(leaf.AtomicReader) is { } norms && Bits(filter, leaf) is { } allowed
            ? new Segment(leaf, allowed, wish is null ? null : Bits(wish, leaf), norms)
            : null;

    public TermsEnum? Terms(string field)
    {
        if (!_terms.TryGetValue(field, out var terms))
            _terms[field] = terms = Leaf.AtomicReader.GetTerms(field)?.GetEnumerator();
        return terms;
    }

    private static IBits? Bits(Filter filter, AtomicReaderContext leaf)
    {
        var reader = leaf.AtomicReader;
        if (filter.GetDocIdSet(leaf, reader.LiveDocs) is not { } set)
            return null;
        if (set.Bits is { } ready)
            return ready;
        if (set.GetIterator() is not { } each)
            return null;
        var bits = new FixedBitSet(reader.MaxDoc);
        for (var doc = each.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.NextDoc())
            bits.Set(doc);
        return bits;
    }
}
