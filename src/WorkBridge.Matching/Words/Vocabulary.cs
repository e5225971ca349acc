namespace WorkBridge.Matching;

/// <summary>The trades and skills that the product knows, read from one file that people edit.</summary>
public sealed class Vocabulary
{
    public static Vocabulary Default { get; } = Read(new StringReader(""));

    public IReadOnlyList<Trade> Trades { get; } = [];

    public IReadOnlyList<Skill> Skills { get; } = [];

    public static Vocabulary Read(TextReader text) => new();

    public Trade? Trade(string code) => Trades.FirstOrDefault(t => t.Code == code);

    public Skill? Skill(string code) => Skills.FirstOrDefault(s => s.Code == code);

    public IReadOnlyList<Mention> FindIn(string? text) => [];

    public IReadOnlyList<Trade> SuggestTrades(string typed, int take) => [];

    public IReadOnlyList<Trade> Classify(string title, string? text, int take) => [];

    public double Nearness(string tradeA, string tradeB) => tradeA == tradeB ? 1 : 0;
}
