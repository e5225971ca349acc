using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;

namespace WorkBridge.Matching;

/// <summary>Queries by concepts, for both directions of matching. Each hit adds a fixed amount: the fine scoring comes after.</summary>
internal sealed class IndexQueries(Vocabulary vocabulary)
{
    private const double LeastNear = 0.2;
    private const double LeastAlike = 0.45;
    private const float WishWeight = 0.8f;
    private const float SkillWeight = 0.15f;
    private const float AwayWeight = 0.3f;
    private const float ElementaryWeight = 0.2f;
    private const float SameCommune = 0.25f;
    private const float SameProvince = 0.1f;
    private const float Anybody = 0.001f;
    private const int MostSkills = 100;

    /// <summary>ISCO-08 sub-major groups of work that is learnt on the spot: it is for everybody without a trade.</summary>
    private static readonly string[] Elementary = ["91", "92", "93", "94", "95", "96"];

    /// <summary>What a person may have in common with an opening, the concepts that can bring most first.</summary>
    public IReadOnlyList<Common> InCommonWith(Demand demand)
    {
        var common = new List<Common>();
        var isTraining = demand.IsTraining;
        foreach (var (code, near) in Neighbours(isTraining ? demand.TaughtTrades : demand.Trades))
        {
            common.Add(new Common("w:" + code, isTraining ? near : TradePart.MostByWish(demand, near)));
            if (!isTraining)
                common.Add(new Common("t:" + code, TradePart.Most(demand, near)));
        }
        foreach (var skill in demand.Skills.Take(MostSkills))
            common.Add(new Common("s:" + skill, MostWithNothingInCommon(demand)));
        return [.. common.OrderByDescending(c => c.MostOfTrade).ThenBy(c => c.Concept, StringComparer.Ordinal)];
    }

    /// <summary>The most of the trade part for somebody with nothing of <see cref="InCommonWith"/>.</summary>
    public static double MostWithNothingInCommon(Demand demand) => demand.IsTraining ? TrainingPart.PaperForSelfTaught : TradePart.Most(demand, LeastNear);

    /// <summary>Who has any of <see cref="InCommonWith"/>.</summary>
    public Query PeopleFor(OpeningFacts opening)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var common in InCommonWith(Demand.Of(opening, vocabulary)))
            Add(query, common.Concept, 1);
        return query;
    }

    /// <summary>With a null scope only what has something in common is found; work that is learnt on the spot is common to those without a trade, or to all.</summary>
    public Query OpeningsFor(ProfileFacts person, Scope? scope, bool elementaryForAll = false)
    {
        var query = new BooleanQuery(disableCoord: true);
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var (code, near) in Neighbours([.. person.Trades.Select(t => t.Code)]))
            Raise(weights, "t:" + code, (float)near);
        foreach (var (code, near) in Neighbours(person.WantedTrades))
        {
            Raise(weights, "t:" + code, WishWeight * (float)near);
            Raise(weights, "l:" + code, (float)near);
        }
        foreach (var skill in person.Skills.Take(MostSkills))
            Raise(weights, "s:" + skill.Code, SkillWeight);
        if (person.WantsAway)
            Raise(weights, IndexDocuments.Lodging, AwayWeight);
        if (person.Trades.Count == 0 || elementaryForAll)
        {
            foreach (var group in Elementary)
                Raise(weights, "2:" + group, ElementaryWeight);
        }
        foreach (var (term, weight) in weights)
            Add(query, term, weight);
        return Near(query, person.CommuneCode, person.ProvinceCode, scope, IndexDocuments.Opening);
    }

    /// <summary>Openings of the same or a near trade, or that ask or teach the same; those at the place first. Not the opening itself.</summary>
    public Query OpeningsLike(OpeningFacts opening)
    {
        var demand = Demand.Of(opening, vocabulary);
        var concepts = new BooleanQuery(disableCoord: true);
        foreach (var (code, near) in Neighbours([.. demand.Trades, .. demand.TaughtTrades]).Where(n => n.Value >= LeastAlike))
            Add(concepts, "t:" + code, (float)near);
        foreach (var skill in demand.Skills.Take(MostSkills))
            Add(concepts, "s:" + skill, SkillWeight);
        foreach (var taught in opening.Teaches.Take(MostSkills))
            Add(concepts, "l:" + taught, SkillWeight);
        var query = new BooleanQuery(disableCoord: true)
        {
            { concepts, Occur.MUST },
            { new TermQuery(new Term(IndexDocuments.Id, IndexDocuments.Key(opening.Id))), Occur.MUST_NOT },
        };
        Add(query, IndexDocuments.Commune, opening.CommuneCode, SameCommune);
        Add(query, IndexDocuments.Province, opening.ProvinceCode, SameProvince);
        return query;
    }

    public static Query Courses(IEnumerable<string> skills)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var skill in skills.Take(MostSkills))
            Add(query, "l:" + skill, 1);
        return query;
    }

    public static Filter Filter(string type, Scope scope, DateOnly? openOn = null)
    {
        var filter = new BooleanFilter { { new TermFilter(new Term(IndexDocuments.Type, type)), Occur.MUST } };
        if (scope.CommuneCodes is { } communes)
            filter.Add(Any(IndexDocuments.Commune, communes), Occur.MUST);
        if (!string.IsNullOrEmpty(scope.ProvinceCode))
            filter.Add(new TermFilter(new Term(IndexDocuments.Province, scope.ProvinceCode)), Occur.MUST);
        if (scope.Kinds is { } kinds && type == IndexDocuments.Opening)
            filter.Add(Any(IndexDocuments.Kind, kinds.Select(k => k.ToString())), Occur.MUST);
        if (openOn is { } day)
            filter.Add(NumericRangeFilter.NewInt32Range(IndexDocuments.Closes, day.DayNumber, null, minInclusive: true, maxInclusive: true), Occur.MUST);
        return filter;
    }

    /// <summary>A filter for one of several codes; none of them when there is no code.</summary>
    public static Filter Any(string field, IEnumerable<string> codes)
    {
        Term[] terms = [.. codes.Distinct(StringComparer.Ordinal).Select(c => new Term(field, c))];
        return terms.Length > 0 ? new TermsFilter(terms) : new QueryWrapperFilter(new BooleanQuery());
    }

    // Inside a place those with nothing in common follow behind; in the whole country they stay out.
    private static BooleanQuery Near(BooleanQuery concepts, string? commune, string? province, Scope? scope, string type)
    {
        if (scope is null)
            return concepts;
        var bounded = scope.CommuneCodes is not null || !string.IsNullOrEmpty(scope.ProvinceCode);
        var query = new BooleanQuery(disableCoord: true) { { concepts, bounded ? Occur.SHOULD : Occur.MUST } };
        Add(query, IndexDocuments.Commune, commune, SameCommune);
        Add(query, IndexDocuments.Province, province, SameProvince);
        if (bounded)
            Add(query, IndexDocuments.Type, type, Anybody);
        return query;
    }

    private Dictionary<string, double> Neighbours(IReadOnlyList<string> trades)
    {
        var near = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var trade in trades.Take(20))
        {
            near[trade] = 1;
            foreach (var other in vocabulary.NeighboursOf(trade))
            {
                if (other.Weight >= LeastNear)
                    near[other.Code] = Math.Max(other.Weight, near.GetValueOrDefault(other.Code));
            }
        }
        return near;
    }

    private static void Raise(Dictionary<string, float> weights, string term, float weight) =>
        weights[term] = Math.Max(weight, weights.GetValueOrDefault(term));

    private static void Add(BooleanQuery query, string concept, float weight) => Add(query, IndexDocuments.Concepts, concept, weight);

    private static void Add(BooleanQuery query, string field, string? code, float weight)
    {
        if (!string.IsNullOrEmpty(code) && query.Clauses.Count < BooleanQuery.MaxClauseCount)
            query.Add(new ConstantScoreQuery(new TermQuery(new Term(field, code))) { Boost = weight }, Occur.SHOULD);
    }
}

/// <summary>A concept, and the most of the trade part that somebody can have who has it and none of those before it.</summary>
internal sealed record Common(string Concept, double MostOfTrade);
