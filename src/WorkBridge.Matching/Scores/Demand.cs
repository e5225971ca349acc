using System.Runtime.CompilerServices;

namespace WorkBridge.Matching;

/// <summary>What an opening asks, read once from its codes or, where it has none, from its words, and made ready to be held against many people.</summary>
internal sealed class Demand
{
    private const int MostSkills = 8;
    private const double Sure = 0.9;

    private static readonly ConditionalWeakTable<OpeningFacts, Demand> Read = [];

    private Demand(OpeningFacts opening, Vocabulary vocabulary)
    {
        Opening = opening;
        Vocabulary = vocabulary;
        Trades = opening.TradeCode is { Length: > 0 } code
            ? [code]
            : [.. vocabulary.Classify(opening.Title, opening.Text, 1).Select(t => t.Code)];
        Skills = opening.Skills.Count > 0
            ? [.. opening.Skills.Distinct(StringComparer.Ordinal)]
            : [.. vocabulary.FindIn(opening.Requirements).Where(m => !m.IsTrade && m.Confidence >= Sure).Select(m => m.Code).Distinct(StringComparer.Ordinal).Take(MostSkills)];
        TaughtTrades = [.. opening.Teaches.Where(c => vocabulary.Trade(c) is not null).Union(opening.Kind == OpeningKind.Training ? Trades : [], StringComparer.Ordinal)];
        TaughtSkills = [.. opening.Teaches.Where(c => vocabulary.Trade(c) is null)];
        SkillsToBegin = [.. Skills.Except(TaughtSkills, StringComparer.Ordinal)];
        IsElementary = Trades.Count > 0 && vocabulary.Trade(Trades[0])?.Isco[0] == '9';
        (Licences, LicencesAreStated) = opening.Licences.Count > 0 ? (opening.Licences, true)
            : (opening.Kind == OpeningKind.Training || Trades.Count == 0 ? [] : vocabulary.Trade(Trades[0])?.Licences ?? [], false);
        Papers = [.. opening.Papers.Distinct(StringComparer.Ordinal)];

        Asked = Trades.Count > 0 ? new AskedTrade(Trades[0], vocabulary) : null;
        Taught = [.. TaughtTrades.Select(t => new AskedTrade(t, vocabulary))];
        SkillNumbers = [.. Skills.Select(vocabulary.NumberOfSkill)];
        TaughtSkillNumbers = [.. TaughtSkills.Select(vocabulary.NumberOfSkill)];
        SkillToBeginNumbers = [.. SkillsToBegin.Select(vocabulary.NumberOfSkill)];
        PaperNumbers = [.. Papers.Select(p => CodeNumber.Of(p))];
        LimitNumbers = [.. opening.Demands.Select(d => CodeNumber.Of(d))];
        LicenceNumbers = [.. Licences.Select(PapersPart.ThatCover)];
        Implying = [.. Skills.Select(s => vocabulary.TradesWith(s))];
    }

    public OpeningFacts Opening { get; }

    public Vocabulary Vocabulary { get; }

    public bool IsTraining => Opening.Kind == OpeningKind.Training;

    public IReadOnlyList<string> Trades { get; }

    public IReadOnlyList<string> Skills { get; }

    public IReadOnlyList<string> TaughtTrades { get; }

    public IReadOnlyList<string> TaughtSkills { get; }

    /// <summary>Skills that must be there before a course begins.</summary>
    public IReadOnlyList<string> SkillsToBegin { get; }

    public IReadOnlyList<string> Licences { get; }

    /// <summary>The employer said which licences; else they are the usual ones of the trade.</summary>
    public bool LicencesAreStated { get; }

    public IReadOnlyList<string> Papers { get; }

    /// <summary>ISCO-08 major group 9: work that is learnt on the spot.</summary>
    public bool IsElementary { get; }

    /// <summary>The trade asked for; null when nobody knows it.</summary>
    public AskedTrade? Asked { get; }

    public AskedTrade[] Taught { get; }

    public int[] SkillNumbers { get; }

    public int[] TaughtSkillNumbers { get; }

    public int[] SkillToBeginNumbers { get; }

    public int[] PaperNumbers { get; }

    public int[] LimitNumbers { get; }

    /// <summary>For each licence asked, those that cover it.</summary>
    public int[][] LicenceNumbers { get; }

    /// <summary>For each skill asked, the trades that usually bring it along, by number.</summary>
    public IReadOnlySet<int>[] Implying { get; }

    public static Demand Of(OpeningFacts opening, Vocabulary vocabulary)
    {
        var demand = Read.GetValue(opening, o => new Demand(o, vocabulary));
        return ReferenceEquals(demand.Vocabulary, vocabulary) ? demand : new Demand(opening, vocabulary);
    }
}

/// <summary>A trade that an opening asks for or teaches, with how near every other trade is to it.</summary>
internal sealed class AskedTrade(string code, Vocabulary vocabulary)
{
    private readonly double[] _near = vocabulary.NearnessTo(code);

    public string Code { get; } = code;

    public int Number { get; } = vocabulary.NumberOfTrade(code);

    /// <summary>How much of this trade another one brings along, 0 to 1.</summary>
    public double Near(int trade) => trade == Number ? 1 : trade < 0 ? 0 : _near[trade];
}
