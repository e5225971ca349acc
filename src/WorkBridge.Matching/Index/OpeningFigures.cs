using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>
/// What the openings of an index are like as a whole: how long they are, how common a word is, and how much it tells about
/// the kind of work. Learnt from the openings themselves when first asked, kept until their number has changed by a
/// sixteenth. Safe for many threads.
/// </summary>
internal sealed class OpeningFigures
{
    private const int MostSampled = 20_000;
    private const int MostOfTerm = 200;
    private const int MostKept = 100_000;
    private const int Bins = 256;
    private const int Drift = 16;
    private const int FewestHave = 3;

    /// <summary>Seeing a word in so many openings counts as much as knowing nothing of it.</summary>
    private const double Doubt = 30;

    private readonly int _documents;
    private readonly double[] _usual = new double[Bins];
    private readonly ConcurrentDictionary<string, float> _rarity = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, float> _markedRarity = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, float> _telling = new(StringComparer.Ordinal);

    public OpeningFigures(IndexReader reader)
    {
        _documents = reader.MaxDoc;
        Openings = Math.Max(1, reader.GetDocCount(IndexDocuments.Bare));
        var step = Math.Max(1, Openings / MostSampled);
        Lengths = new OpeningLengths(reader, step);
        foreach (var leaf in reader.Leaves)
        {
            for (var doc = 0; leaf.AtomicReader.GetNumericDocValues(IndexDocuments.Print) is { } prints && doc < leaf.AtomicReader.MaxDoc; doc += step)
                AddPrint(_usual, prints.Get(doc));
        }
        Spread(_usual);
    }

    public int Openings { get; }

    public OpeningLengths Lengths { get; }

    public bool Fits(IndexReader reader) => Math.Abs(reader.MaxDoc - _documents) <= _documents / Drift;

    /// <summary>The weight of a word by how few have it (Robertson and Spärck Jones, as in BM25).</summary>
    public double RarityOf(int have) => Math.Log(1 + ((Openings - Math.Min(have, Openings) + 0.5) / (Math.Min(have, Openings) + 0.5)));

    /// <summary>The terms of a title in both channels with their weights: what is written with other marks is alike in one of them.</summary>
    public Dictionary<string, float> WeighTitle(IndexReader reader, TermBag title)
    {
        var weights = new Dictionary<string, float>(2 * title.Bare.Count, StringComparer.Ordinal);
        foreach (var (term, times) in title.Bare)
            weights[term] = times * Rarity(reader, IndexDocuments.Bare, term);
        foreach (var (term, times) in title.Marked)
        {
            if (!title.Bare.ContainsKey(term))
                weights[term] = times * Rarity(reader, IndexDocuments.Marked, term);
        }
        return weights;
    }

    /// <summary>The terms of a text with their weights, without those that hardly any other has.</summary>
    public Dictionary<string, float> WeighText(IndexReader reader, TermBag text)
    {
        var most = (float)RarityOf(FewestHave);
        var weights = new Dictionary<string, float>(text.Bare.Count, StringComparer.Ordinal);
        foreach (var (term, times) in text.Bare)
        {
            if (Rarity(reader, IndexDocuments.Bare, term) is var rarity && rarity <= most)
                weights[term] = (1 + MathF.Log(times)) * rarity;
        }
        return weights;
    }

    /// <summary>
    /// How much a word tells about the kind of work: how far the titles of the openings that have it differ from titles
    /// at large (relative entropy; the clarity of Cronen-Townsend, Zhou and Croft 2002, over hashed pairs of the title).
    /// "Kinh nghiệm" stands in all of them and tells little, however often it is said.
    /// </summary>
    public float Telling(IndexReader reader, string bare) => Keep(_telling, bare, () => Measure(reader, new Term(IndexDocuments.Bare, bare)));

    private float Rarity(IndexReader reader, string field, string term) =>
        Keep(field == IndexDocuments.Bare ? _rarity : _markedRarity, term, () => (float)RarityOf(reader.DocFreq(new Term(field, term))));

    private float Measure(IndexReader reader, Term term)
    {
        var own = new double[Bins];
        var seen = 0;
        var stride = Math.Max(1, Openings / MostOfTerm);
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetNumericDocValues(IndexDocuments.Print) is not { } prints || leaf.AtomicReader.GetTermDocsEnum(term) is not { } docs)
                continue;
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = stride == 1 ? docs.NextDoc() : docs.Advance(doc + stride))
            {
                AddPrint(own, prints.Get(doc));
                seen++;
            }
        }
        if (seen == 0)
            return 0;

        var sure = seen / (seen + Doubt);
        Spread(own);
        var differs = 0.0;
        for (var bin = 0; bin < Bins; bin++)
        {
            if (_usual[bin] <= 0)
                continue;
            var share = (sure * own[bin]) + ((1 - sure) * _usual[bin]);
            differs += share * Math.Log(share / _usual[bin]);
        }
        return (float)Math.Max(0, differs);
    }

    private static void AddPrint(double[] bins, long print)
    {
        var count = 0;
        for (var rest = (ulong)print; rest != 0; rest >>= 8)
            count++;
        for (var rest = (ulong)print; rest != 0; rest >>= 8)
            bins[rest & 0xFF] += 1.0 / count;
    }

    private static void Spread(double[] bins)
    {
        var sum = bins.Sum();
        for (var bin = 0; bin < bins.Length && sum > 0; bin++)
            bins[bin] /= sum;
    }

    private static float Keep(ConcurrentDictionary<string, float> kept, string term, Func<float> measure)
    {
        if (kept.TryGetValue(term, out var known))
            return known;
        if (kept.Count > MostKept)
            kept.Clear();
        return kept[term] = measure();
    }
}
