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

    /// <summary>The terms to add to those of the query, whose weights are one in sum.</summary>
    public Dictionary<Term, float> From(Dictionary<Term, float> own, List<Hit> hits, float markedShare, bool isTitle)
    {
        var more = new Dictionary<Term, float>();
        if (hits.Count < FewestHits)
            return more;
        var sum = hits.Sum(h => h.Score);
        AddTitles(more, own, hits, sum, markedShare);
        AddTrades(more, hits, sum);
        if (isTitle)
            AddTexts(more, hits, sum);
        return more;
    }

    private void AddTitles(Dictionary<Term, float> query, Dictionary<Term, float> own, List<Hit> hits, float sum, float markedShare)
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
            AddBest(query, marked, Ranking.FeedbackTerms, markedShare * Ranking.FeedbackShare, InTitles(IndexDocuments.TitleMarked, IndexDocuments.Marked, own));
        AddBest(query, bare, Ranking.FeedbackTerms, (1 - markedShare) * Ranking.FeedbackShare, InTitles(IndexDocuments.TitleBare, IndexDocuments.Bare, own));
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
        AddBest(query, telling, Ranking.FeedbackTextTerms, Ranking.FeedbackTextShare, term => new Term(IndexDocuments.Bare, term));
    }

    private static void AddBest(Dictionary<Term, float> query, Dictionary<string, float> terms, int take, float share, Func<string, Term> place)
    {
        var best = terms.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(take).ToList();
        var sum = best.Sum(t => t.Value);
        if (sum <= 0)
            return;
        foreach (var (term, weight) in best)
            Raise(query, place(term), share * weight / sum);
    }

    // A word of the query goes on counting in whole advertisements; others are looked for in titles, which is quicker.
    private static Func<string, Term> InTitles(string titles, string whole, Dictionary<Term, float> own) =>
        word => new Term(whole, word) is var asked && own.ContainsKey(asked) ? asked : new Term(titles, word);

    private static void Raise<T>(Dictionary<T, float> weights, T key, float weight) where T : notnull =>
        weights[key] = weights.GetValueOrDefault(key) + weight;
}
