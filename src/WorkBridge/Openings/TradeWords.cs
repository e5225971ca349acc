using WorkBridge.Matching;

namespace WorkBridge.Openings;

/// <summary>A trade in words.</summary>
public static class TradeWords
{
    /// <summary>The name in the vocabulary; the code itself where the vocabulary has lost it.</summary>
    public static Words Of(string code) => Vocabulary.Default.Trade(code) is { } trade ? new Words(trade.Vi, trade.En) : new Words(code, code);

    /// <summary>A trade inside a Vietnamese sentence: "thợ may", but "CNC" as it is.</summary>
    public static Words InSentence(Words trade) =>
        trade with { Vi = trade.Vi.Length > 1 && char.IsLower(trade.Vi[1]) ? char.ToLowerInvariant(trade.Vi[0]) + trade.Vi[1..] : trade.Vi };

    /// <summary>The trade of an opening, or its title while nobody has chosen one.</summary>
    public static Words Of(Opening opening) => opening.TradeCode is { } code ? Of(code) : new Words(opening.Title, opening.Title);
}
