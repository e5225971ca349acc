using WorkBridge.Evaluation;

namespace WorkBridge.Matching.Tests;

/// <summary>The judged advertisements in an index, once for all tests of a class; empty where ../shared is missing.</summary>
public sealed class JudgedBench : IDisposable
{
    public JudgedBench()
    {
        if (Folder() is not { } folder)
            return;
        Bench = Bench.Load(Path.Combine(folder, "corpus.jsonl"));
        var judgements = Judgements.Read(Path.Combine(folder, "qrels.dev.tsv"));
        Judgements = judgements;
        Queries = [.. JudgedQuery.Read(Path.Combine(folder, "queries.dev.jsonl")).Where(q => judgements.Has(q.Base))];
    }

    internal Bench? Bench { get; }

    internal Judgements? Judgements { get; }

    internal IReadOnlyList<JudgedQuery> Queries { get; } = [];

    public void Dispose() => Bench?.Dispose();

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "data", "matching");
            if (File.Exists(Path.Combine(folder, "corpus.jsonl")))
                return folder;
        }
        return null;
    }
}
