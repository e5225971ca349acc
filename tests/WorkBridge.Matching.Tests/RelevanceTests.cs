using WorkBridge.Evaluation;
using Xunit.Abstractions;

namespace WorkBridge.Matching.Tests;

/// <summary>
/// The judged advertisements of ../shared/data/matching, through the product's own search. The floors stand somewhat
/// under what is reached, so that a change which loses something is seen.
/// </summary>
public sealed class RelevanceTests(ITestOutputHelper output)
{
    private const double MostLostBySpelling = 0.06;

    [Fact]
    public void Judged_advertisements_are_ranked_no_worse_than_before_however_the_words_are_typed()
    {
        if (Folder() is not { } folder)
        {
            // xunit 2 cannot skip while running: say it where the log is read.
            output.WriteLine("SKIPPED: no ../shared/data/matching beside this repository, so relevance was not measured.");
            Console.WriteLine("SKIPPED: no ../shared/data/matching beside this repository, so relevance was not measured.");
            return;
        }

        using var bench = Bench.Load(Path.Combine(folder, "corpus.jsonl"));
        var judgements = Judgements.Read(Path.Combine(folder, "qrels.dev.tsv"));
        var queries = JudgedQuery.Read(Path.Combine(folder, "queries.dev.jsonl")).Where(q => judgements.Has(q.Base) && q.Variant is "orig" or "nodia" or "nfd").ToList();

        // Every fourth question keeps the test short; all of them are for the runner.
        var bases = queries.Select(q => q.Base).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Where((_, i) => i % 4 == 0).ToHashSet(StringComparer.Ordinal);
        var gains = queries.Where(q => bases.Contains(q.Base)).Select(q => (q.Base, q.Type, q.Variant, Gain: judgements.Gain(q, [.. bench.Search(q, 20).Select(h => h.Document)]))).ToList();

        foreach (var (type, floor) in new[] { ("title", 0.50), ("geo", 0.42), ("skills", 0.34), ("profile", 0.29) })
        {
            var written = gains.Where(g => g.Type == type && g.Variant == "orig").ToDictionary(g => g.Base, g => g.Gain, StringComparer.Ordinal);
            output.WriteLine($"{type}: {written.Values.Average():0.000} of {written.Count}");
            Assert.True(written.Values.Average() >= floor, $"{type}: {written.Values.Average():0.000} is under {floor}");
            foreach (var spelling in gains.Where(g => g.Type == type && g.Variant != "orig").GroupBy(g => g.Variant))
            {
                var lost = spelling.Average(g => written[g.Base] - g.Gain);
                output.WriteLine($"  {spelling.Key}: {lost:+0.000;-0.000} lost");
                Assert.True(lost <= MostLostBySpelling, $"{type}, {spelling.Key}: {lost:0.000} lost");
            }
        }
    }

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
