using Lucene.Net.Index;

namespace WorkBridge.Matching;

/// <summary>
/// What the openings found first say themselves, added to a query (relevance models, Lavrenko and Croft 2001, as RM3):
/// the words of their titles, how their texts begin, and their trades.
/// </summary>
internal sealed class Feedback(IndexReader reader, OpeningFigures figures, Vocabulary vocabulary, Found found)
{
    private const int FewestHits = 3;
    private const int TradeCodes = 6;
    private const int Measured = 4 * Ranking.FeedbackTextTerms;

    public Dictionary<Term, float> Add(Dictionary<Term, float> own, List<Hit> hits, float markedShare, bool isTitle)
    {
        if (hits.Count < FewestHits)
            return own;
        var sum = hits.Sum(h => h.Score);
        var next = own.ToDictionary(w => w.Key, w => w.Value * (1 - Ranking.FeedbackShare));
        AddTitles(next, hits, sum, markedShare);
        AddTrades(next, hits, sum);
        if (isTitle)
            AddTexts(next, hits, sum);
        return next;
    }

    private void AddTitles(Dictionary<Term, float> query, List<Hit> hits, float sum, float markedShare)
    {
        var marked = new Dictionary<string, float>(StringComparer.Ordinal);
        var bare = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            var title = found.TitleOf(hit.Doc);
            var share = hit.Score / sum / Math.Max(1, title.Bare.Values.Sum());
            foreach (var (term, times) in title.Marked)
                Raise(marked, term, share * times);
            foreach (var (term, times) in title.Bare)
                Raise(bare, term, share * times);
        }
        if (markedShare > 0)
            AddBest(query, IndexDocuments.Marked, marked, Ranking.FeedbackTerms, markedShare * Ranking.FeedbackShare);
        AddBest(query, IndexDocuments.Bare, bare, Ranking.FeedbackTerms, (1 - markedShare) * Ranking.FeedbackShare);
    }

    private void AddTrades(Dictionary<Term, float> query, List<Hit> hits, float sum)
    {
        var codes = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            foreach (var code in found.TradesOf(hit.Doc).SelectMany(vocabulary.LevelsOf).Distinct(StringComparer.Ordinal))
                Raise(codes, code, hit.Score / sum);
        }
        foreach (var (code, share) in codes.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(TradeCodes))
            Raise(query, new Term(IndexDocuments.Concepts, code), Ranking.FeedbackConcepts * share);
    }

    private void AddTexts(Dictionary<Term, float> query, List<Hit> hits, float sum)
    {
        var terms = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var hit in hits.Take(Ranking.FeedbackTexts))
        {
            var weights = figures.WeighText(reader, found.BeginningOf(hit.Doc));
            var length = Math.Sqrt(weights.Values.Sum(w => (double)w * w));
            foreach (var (term, weight) in weights)
                Raise(terms, term, (float)(hit.Score / sum * weight / Math.Max(length, 1e-6)));
        }
        var telling = terms.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(Measured)
            .ToDictionary(t => t.Key, t => t.Value * figures.Telling(reader, t.Key), StringComparer.Ordinal);
        foreach (var term in query.Keys.ToList())
            query[term] *= 1 - Ranking.FeedbackTextShare;
        AddBest(query, IndexDocuments.Bare, telling, Ranking.FeedbackTextTerms, Ranking.FeedbackTextShare);
    }

    private static void AddBest(Dictionary<Term, float> query, string field, Dictionary<string, float> terms, int take, float share)
    {
        var best = terms.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(take).ToList();
        var sum = best.Sum(t => t.Value);
        if (sum <= 0)
            return;
        foreach (var (term, weight) in best)
            Raise(query, new Term(field, term), share * weight / sum);
    }

    private static void Raise<T>(Dictionary<T, float> weights, T key, float weight) where T : notnull =>
        weights[key] = weights.GetValueOrDefault(key) + weight;
}
