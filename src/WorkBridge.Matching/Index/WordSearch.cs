using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;

namespace WorkBridge.Matching;

/// <summary>
/// Search of openings by words: terms with and without marks, the trades and skills that the words name, one round of
/// feedback from what is found first, and openings alike that lend each other their scores.
/// </summary>
internal sealed class WordSearch
{
    private const int MostWords = 400;
    private const int MostSkills = 50;

    /// <summary>In a small index every word is common.</summary>
    private const int FewOpenings = 50;
    private const int FewWords = 4;

    private readonly IndexReader _reader;
    private readonly OpeningFigures _figures;
    private readonly Vocabulary _vocabulary;
    private readonly string _text;
    private readonly List<Token> _words;
    private readonly bool _isTitle;
    private readonly List<string> _places = [];
    private readonly float _markedShare;

    private WordSearch(IndexReader reader, OpeningFigures figures, Vocabulary vocabulary, string text)
    {
        _reader = reader;
        _figures = figures;
        _vocabulary = vocabulary;
        _words = vocabulary.Words(text);
        if (_words.Count > MostWords)
            _words.RemoveRange(MostWords, _words.Count - MostWords);
        _text = text;
        if (text.AsSpan().IndexOfAny(";\n") < 0 && (_words.Count <= Ranking.TitleWords || Conditions.IsAsked(_words)) && Conditions.In(_words) is { Rest.Count: > 0 } read)
        {
            _words = read.Work;
            _places = read.Places;
            _text = string.Join(' ', _words.Select(w => w.Marked));
        }
        // A short query is read as a title; a long one says many things besides the trade.
        _isTitle = _words.Count <= Ranking.TitleWords && text.AsSpan().IndexOfAny(";\n") < 0;
        // A query without any mark can only mean the channel without marks.
        _markedShare = !_words.Exists(w => w.HasMarks) ? 0 : _isTitle ? Ranking.MarkedShare : Ranking.MarkedShareOfLong;
    }

    public static List<Candidate> Run(
        IndexSearcher searcher, OpeningFigures figures, Vocabulary vocabulary, string? text, IReadOnlyCollection<string> provinces, Scope scope, int take, DateOnly? openOn)
    {
        var reader = searcher.IndexReader;
        var search = new WordSearch(reader, figures, vocabulary, text ?? "");
        if (search._words.Count == 0)
            return [];

        var filter = IndexQueries.Filter(IndexDocuments.Opening, scope, openOn);
        var wish = provinces.Count > 0 ? IndexQueries.Any(IndexDocuments.Province, provinces) : search.WishInWords();
        using var scores = new WordScores(reader, figures, filter, wish);
        var found = new Found(reader);
        var own = search.Weights(scores);
        scores.Add(search.Deciding(own, scores, common: search._isTitle));
        var more = new Feedback(reader, figures, vocabulary, found).From(own, scores.Best(Ranking.FeedbackTitles), search._markedShare, search._isTitle);
        scores.Add(search.Deciding(more, scores, common: false));

        var ranked = search.Rank(scores.Best(Math.Max(take, Ranking.Lenders)), found);
        if (wish is not null)
            ranked = ranked.Concat(search.Rank(scores.Best(Math.Max(take, Ranking.Lenders), wished: true), found));
        // The wish for a place is a factor, not a filter.
        return MatchIndex.Read(searcher, ranked
            .Select(h => h.IsWished ? h with { Score = h.Score * Ranking.PlaceFactor } : h)
            .OrderByDescending(h => h.Score).ThenBy(h => h.Doc)
            .DistinctBy(h => h.Doc)
            .Take(take));
    }

    // A province that no opening names is looked for under what it is called now.
    private Filter? WishInWords()
    {
        var names = new List<string>();
        foreach (var place in _places)
        {
            var name = place;
            while (_reader.DocFreq(new Term(IndexDocuments.ProvinceName, name)) == 0 && Provinces.NowOf(name) is { } now)
                name = now;
            names.Add(name);
        }
        return names.Count > 0 ? IndexQueries.Any(IndexDocuments.ProvinceName, names) : null;
    }

    private IEnumerable<Hit> Rank(List<Hit> hits, Found found)
    {
        var titles = hits.Take(Ranking.Lenders).Select(h => _figures.WeighTitle(_reader, found.TitleOf(h.Doc))).ToList();
        var lent = Lending.Lend(hits, titles);
        return hits.Select((hit, i) => hit with { Score = lent[i] });
    }

    private Dictionary<Term, float> Weights(WordScores scores)
    {
        var weights = new Dictionary<Term, float>();
        var bag = TermBag.Of(_words);
        var all = Math.Max(1, bag.Bare.Values.Sum());
        foreach (var (term, times) in bag.Marked)
        {
            var typed = new Term(IndexDocuments.Marked, term);
            var bare = new Term(IndexDocuments.Bare, Vietnamese.WithoutMarks(term));
            var share = (float)times / all * (_isTitle ? 1 : _figures.Telling(_reader, bare.Text));
            var marked = LeftOut(typed, bare, scores) ? 0 : _markedShare;
            if (marked > 0)
                Add(weights, typed, marked * share);
            Add(weights, bare, (1 - marked) * share);
        }
        var sum = weights.Values.Sum();
        if (!_isTitle && sum > 0)
        {
            foreach (var term in weights.Keys.ToList())
                weights[term] /= sum;
        }
        AddConcepts(weights);
        return weights;
    }

    // A single word in which the marks were left out can only mean the channel without them.
    private static bool LeftOut(Term typed, Term bare, WordScores scores) =>
        Array.Exists(typed.Text.Split(' '), word => System.Text.Ascii.IsValid(word)) && scores.Count(typed) < Ranking.RareAsTyped * scores.Count(bare);

    private void AddConcepts(Dictionary<Term, float> weights)
    {
        var trades = _isTitle ? Ranking.Strongest(_vocabulary.Weigh(_text, null)).ToList() : [];
        var sum = trades.Sum(t => t.Weight);
        foreach (var (code, weight) in trades)
        {
            var share = Ranking.ConceptShare * (float)(weight / sum);
            foreach (var (level, part) in _vocabulary.LevelsOf(code).Zip([0.5f, 0.3f, 0.2f]))
                Add(weights, new Term(IndexDocuments.Concepts, level), share * part);
        }
        var skills = _vocabulary.Find(_text, isTitle: false).Where(m => !m.IsTrade).Select(m => m.Code).Distinct(StringComparer.Ordinal).Take(MostSkills).ToList();
        foreach (var skill in skills)
            Add(weights, new Term(IndexDocuments.Concepts, "s:" + skill), Ranking.SkillShare / skills.Count);
    }

    // Every concept, and the words that add most: the work grows with the terms and with how common they are.
    private List<KeyValuePair<Term, float>> Deciding(Dictionary<Term, float> weights, WordScores scores, bool common)
    {
        var most = common ? int.MaxValue : Math.Max(FewOpenings, (int)(Ranking.MostCommon * _figures.Openings));
        var words = weights.Where(w => w.Key.Field != IndexDocuments.Concepts).ToList();
        var rare = words.FindAll(w => scores.Count(w.Key) <= most);
        var deciding = rare.Count < FewWords ? words : rare;
        return [
            .. weights.Where(w => w.Key.Field == IndexDocuments.Concepts),
            .. deciding.OrderByDescending(w => w.Value * _figures.RarityOf(scores.Count(w.Key))).Take(Ranking.MostTerms),
        ];
    }

    private static void Add(Dictionary<Term, float> weights, Term term, float weight) =>
        weights[term] = weights.GetValueOrDefault(term) + weight;
}
