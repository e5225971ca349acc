using WorkBridge.Matching;

namespace WorkBridge.Benchmarks.Matching;

/// <summary>Where a search looks.</summary>
public enum Reach { Commune, Province, Country }

/// <summary>What a search is asked: the opening, where, and its concepts as the words that other engines are given.</summary>
public sealed record Question(OpeningFacts Opening, Reach Reach, IReadOnlyList<string> Words)
{
    public Scope Scope => Reach switch
    {
        Reach.Commune => new Scope([Opening.CommuneCode!]),
        Reach.Province => new Scope(null, Opening.ProvinceCode),
        _ => new Scope(),
    };
}

/// <summary>An engine that finds people by the same words: something to be measured against.</summary>
public interface IEngine : IDisposable
{
    string Name { get; }

    void Fill(Population population);

    /// <summary>The numbers of the first people, best first by the engine's own rank.</summary>
    IReadOnlyList<int> First(Question question, int take);
}

/// <summary>The words of a person: trades, wishes and skills, without what no query language could read.</summary>
public static class Words
{
    public static IEnumerable<string> Of(ProfileFacts person) => person.Trades.Select(t => Word('t', t.Code))
        .Concat(person.WantedTrades.Select(w => Word('w', w)))
        .Concat(person.Skills.Select(s => Word('s', s.Code)));

    /// <summary>Everything that our own search looks for: the trade and all that is near to it, held or wished for, and the skills.</summary>
    public static IReadOnlyList<string> Of(OpeningFacts opening)
    {
        var near = Vocabulary.Default.Trades.Select(t => (t.Code, Near: Vocabulary.Default.Nearness(t.Code, opening.TradeCode!))).Where(t => t.Near >= 0.2).OrderByDescending(t => t.Near).ToList();
        return [Word('t', opening.TradeCode!), Word('w', opening.TradeCode!), .. opening.Skills.Select(s => Word('s', s)), .. near.Skip(1).SelectMany(t => new[] { Word('t', t.Code), Word('w', t.Code) })];
    }

    private static string Word(char kind, string code) => kind + code.Replace("-", "x", StringComparison.Ordinal);
}
