using System.Runtime.CompilerServices;

namespace WorkBridge.Matching;

/// <summary>What an opening asks, read once from its codes or, where it has none, from its words.</summary>
internal sealed class Demand
{
    private const int MostSkills = 8;
    private const double Sure = 0.9;

    private static readonly ConditionalWeakTable<OpeningFacts, Demand> Read = [];

    private readonly Vocabulary _vocabulary;

    private Demand(OpeningFacts opening, Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        Trades = opening.TradeCode is { Length: > 0 } code
            ? [code]
            : [.. vocabulary.Classify(opening.Title, opening.Text, 1).Select(t => t.Code)];
        Skills = opening.Skills.Count > 0
            ? [.. opening.Skills.Distinct(StringComparer.Ordinal)]
            : [.. vocabulary.FindIn(opening.Requirements).Where(m => !m.IsTrade && m.Confidence >= Sure).Select(m => m.Code).Distinct(StringComparer.Ordinal).Take(MostSkills)];
        TaughtTrades = [.. opening.Teaches.Where(c => vocabulary.Trade(c) is not null).Union(opening.Kind == OpeningKind.Training ? Trades : [], StringComparer.Ordinal)];
        TaughtSkills = [.. opening.Teaches.Where(c => vocabulary.Trade(c) is null)];
        IsElementary = Trades.Count > 0 && vocabulary.Trade(Trades[0])?.Isco[0] == '9';
    }

    public IReadOnlyList<string> Trades { get; }

    public IReadOnlyList<string> Skills { get; }

    public IReadOnlyList<string> TaughtTrades { get; }

    public IReadOnlyList<string> TaughtSkills { get; }

    /// <summary>ISCO-08 major group 9: work that is learnt on the spot.</summary>
    public bool IsElementary { get; }

    public static Demand Of(OpeningFacts opening, Vocabulary vocabulary)
    {
        var demand = Read.GetValue(opening, o => new Demand(o, vocabulary));
        return ReferenceEquals(demand._vocabulary, vocabulary) ? demand : new Demand(opening, vocabulary);
    }
}
