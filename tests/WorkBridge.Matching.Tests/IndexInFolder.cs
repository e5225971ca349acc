using System.Collections.Concurrent;

namespace WorkBridge.Matching.Tests;

/// <summary>An index in a folder of its own, and what is put into it.</summary>
public abstract class IndexInFolder : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("workbridge-index").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected MatchIndex Open() => MatchIndex.Open(Folder, Vocabulary.Default);

    protected static ProfileFacts Person(string trade) => new()
    {
        Id = Guid.CreateVersion7(),
        CommuneCode = "c1",
        ProvinceCode = "p1",
        Trades = [new HeldTrade(trade, Evidence.SelfTaught, 12)],
    };

    protected static OpeningFacts Opening(string title, string? trade) => new()
    {
        Id = Guid.CreateVersion7(),
        Title = title,
        TradeCode = trade,
        CommuneCode = "c1",
        ProvinceCode = "p1",
    };
}
