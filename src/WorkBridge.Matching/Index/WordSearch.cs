using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>
/// Search of openings by words: terms with and without marks, the trades and skills that the words name, and one round
/// of feedback from the titles found first (Lavrenko and Croft 2001, as RM3).
/// </summary>
internal sealed class WordSearch
{
    private const int MostWords = 400;
    /// <summary>Lucene 4.8 scores every document of an OR: a long query is cut to the terms that decide.</summary>
    private const int MostTerms = 200;

    private readonly IndexSearcher _searcher;
    private readonly Vocabulary _vocabulary;
    private readonly List<Token> _words;
    private readonly string _text;
    private readonly bool _hasMarks;

    private WordSearch(IndexSearcher searcher, Vocabulary vocabulary, string text)
    {
        _searcher = searcher;
        _vocabulary = vocabulary;
        _text = text;
        _words = vocabulary.Words(text);
        if (_words.Count > MostWords)
            _words.RemoveRange(MostWords, _words.Count - MostWords);
        _hasMarks = _words.Exists(w => w.HasMarks);
    }

    public static List<Candidate> Run(
        IndexSearcher searcher, Vocabulary vocabulary, string? text, IReadOnlyCollection<string> provinces, Scope scope, int take, DateOnly? openOn)
    {
        var search = new WordSearch(searcher, vocabulary, text ?? "");
        if (search._words.Count == 0)
            return [];

        var filter = IndexQueries.Filter(IndexDocuments.Opening, scope, openOn);
        var weights = search.Weights();
        var query = search.Query(search.WithFeedback(weights, filter));
        var found = searcher.Search(query, filter, take).ScoreDocs.ToDictionary(d => d.Doc, d => d.Score);
        if (provinces.Count > 0)
        {
            // The wish for a place is a factor, not a filter: the same query once more inside the places.
            var inside = new BooleanFilter { { filter, Occur.MUST }, { IndexQueries.Any(IndexDocuments.Province, provinces), Occur.MUST } };
            foreach (var hit in searcher.Search(query, inside, take).ScoreDocs)
                found[hit.Doc] = hit.Score * Ranking.PlaceFactor;
        }
        var best = found.OrderByDescending(f => f.Value).ThenBy(f => f.Key).Take(take).Select(f => new ScoreDoc(f.Key, f.Value)).ToArray();
        return MatchIndex.Read(searcher, new TopDocs(best.Length, best, best.Length == 0 ? 0 : best[0].Score));
    }

    private Dictionary<Term, float> Weights()
    {
        var bag = new TermBag();
        bag.Add(_words, 1);
        var weights = new Dictionary<Term, float>();
        AddWords(weights, bag);
        AddConcepts(weights);
        return weights;
    }

    // A query without any mark can only mean the channel without marks, and so does a single word in which they were
    // left out.
    private void AddWords(Dictionary<Term, float> weights, TermBag bag)
    {
        var all = Math.Max(1, bag.Bare.Values.Sum());
        foreach (var (term, times) in bag.Marked)
        {
            var typed = new Term(IndexDocuments.Marked, term);
            var bare = new Term(IndexDocuments.Bare, Vietnamese.WithoutMarks(term));
            var share = (float)times / all;
            var marked = !_hasMarks || LeftOut(typed, bare) ? 0 : Ranking.MarkedShare;
            if (marked > 0)
                Add(weights, typed, marked * share);
            Add(weights, bare, (1 - marked) * share);
        }
    }

    private bool LeftOut(Term typed, Term bare) =>
        Array.Exists(typed.Text.Split(' '), word => System.Text.Ascii.IsValid(word))
        && _searcher.IndexReader.DocFreq(typed) < Ranking.RareAsTyped * _searcher.IndexReader.DocFreq(bare);

    private void AddConcepts(Dictionary<Term, float> weights)
    {
        // A short query is read as a title; a long one says many things besides the trade, and only its words count.
        var isTitle = _words.Count <= Ranking.TitleWords && _text.AsSpan().IndexOfAny(";\n") < 0;
        var trades = isTitle ? Ranking.Strongest(_vocabulary.Weigh(_text, null)).ToList() : [];
        var sum = trades.Sum(t => t.Weight);
        foreach (var (code, weight) in trades)
        {
            var share = Ranking.ConceptShare * (float)(weight / sum);
            Add(weights, new Term(IndexDocuments.Concepts, "t:" + code), share * 0.5f);
            if (_vocabulary.Trade(code) is { } trade)
            {
                Add(weights, new Term(IndexDocuments.Concepts, "4:" + trade.Isco), share * 0.3f);
                Add(weights, new Term(IndexDocuments.Concepts, "3:" + trade.Isco[..3]), share * 0.2f);
            }
        }
        var skills = _vocabulary.Find(_text, isTitle: false).Where(m => !m.IsTrade).Select(m => m.Code).Distinct(StringComparer.Ordinal).Take(50).ToList();
        foreach (var skill in skills)
            Add(weights, new Term(IndexDocuments.Concepts, "s:" + skill), Ranking.SkillShare / skills.Count);
    }

    private Dictionary<Term, float> WithFeedback(Dictionary<Term, float> weights, Filter filter)
    {
        var hits = _searcher.Search(Query(weights), filter, Ranking.FeedbackTitles).ScoreDocs;
        if (hits.Length < 3)
            return weights;

        var sum = hits.Sum(h => h.Score);
        var marked = new Dictionary<string, float>(StringComparer.Ordinal);
        var bare = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            var bag = new TermBag();
            bag.Add(_vocabulary.Words(TitleOf(hit.Doc)), 1);
            var share = hit.Score / sum / Math.Max(1, bag.Bare.Values.Sum());
            foreach (var (term, times) in bag.Marked)
                marked[term] = marked.GetValueOrDefault(term) + (share * times);
            foreach (var (term, times) in bag.Bare)
                bare[term] = bare.GetValueOrDefault(term) + (share * times);
        }
        var own = weights.ToDictionary(w => w.Key, w => w.Value * (1 - Ranking.FeedbackShare));
        var markedShare = _hasMarks ? Ranking.MarkedShare : 0;
        if (markedShare > 0)
            AddBest(own, IndexDocuments.Marked, marked, markedShare * Ranking.FeedbackShare);
        AddBest(own, IndexDocuments.Bare, bare, (1 - markedShare) * Ranking.FeedbackShare);
        return own;
    }

    private static void AddBest(Dictionary<Term, float> weights, string field, Dictionary<string, float> terms, float share)
    {
        var best = terms.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(Ranking.FeedbackTerms).ToList();
        var sum = best.Sum(t => t.Value);
        foreach (var (term, weight) in best)
            Add(weights, new Term(field, term), share * weight / sum);
    }

    private string TitleOf(int document)
    {
        var leaves = _searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(document, leaves)];
        var title = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(IndexDocuments.Title)?.Get(document - leaf.DocBase, title);
        return title.Utf8ToString();
    }

    private BooleanQuery Query(Dictionary<Term, float> weights)
    {
        var query = new BooleanQuery(disableCoord: true);
        var reader = _searcher.IndexReader;
        var deciding = weights.Count <= MostTerms
            ? weights
            : weights.OrderByDescending(w => w.Value * Math.Log(1 + ((double)reader.MaxDoc / (1 + reader.DocFreq(w.Key))))).Take(MostTerms);
        foreach (var (term, weight) in deciding)
            query.Add(new TermQuery(term) { Boost = weight }, Occur.SHOULD);
        return query;
    }

    private static void Add(Dictionary<Term, float> weights, Term term, float weight) =>
        weights[term] = weights.GetValueOrDefault(term) + weight;
}
