using System.Collections.Concurrent;
using WorkBridge.Evaluation;
using Xunit.Abstractions;

namespace WorkBridge.Matching.Tests;

/// <summary>
/// The judged advertisements of ../shared/data/matching, through the product's own search. The floors stand a little
/// under what is reached (docs/matching.md), so that a change which loses something is seen.
/// </summary>
public sealed class RelevanceTests(JudgedBench judged, ITestOutputHelper output) : IClassFixture<JudgedBench>
{
    /// <summary>What another spelling may lose: one part in a hundred over all questions, and one point in a kind of them.</summary>
    private const double MostLostBySpelling = 0.01;

    private static readonly (string Type, double Floor)[] Floors = [("title", 0.565), ("geo", 0.49), ("skills", 0.395), ("profile", 0.335)];

    [Fact]
    public void Judged_advertisements_are_ranked_no_worse_than_before_however_the_words_are_typed()
    {
        if (judged.Bench is not { } bench || judged.Judgements is not { } judgements)
        {
            Say("SKIPPED: no ../shared/data/matching beside this repository, so relevance was not measured.");
            return;
        }

        var queries = judged.Queries;
        var gains = Gains(bench, judgements, queries.Where(q => q.Variant is "orig" or "nodia" or "half"));

        foreach (var (type, floor) in Floors)
        {
            var written = gains.Where(g => g.Query.Type == type && g.Query.Variant == "orig").Average(g => g.Gain);
            output.WriteLine($"{type}: {written:0.0000}");
            Assert.True(written >= floor, $"{type}: {written:0.0000} is under {floor}");
        }
        foreach (var variant in new[] { "nodia", "half" })
        {
            foreach (var (type, _) in Floors)
                Assert.True(Lost(gains, variant, type).Points <= MostLostBySpelling, $"{type}, {variant}: {Lost(gains, variant, type).Points:0.0000} points lost");
            output.WriteLine($"{variant}: {Lost(gains, variant, null).Share:0.0000} of all is lost");
            Assert.True(Lost(gains, variant, null).Share <= MostLostBySpelling, $"{variant}: {Lost(gains, variant, null).Share:0.0000} of all is lost");
        }

        // Composed or not, the tone here or there: the very same answer.
        var originals = queries.Where(q => q.Variant == "orig").ToDictionary(q => q.Base, StringComparer.Ordinal);
        foreach (var other in queries.Where(q => q.Variant is "nfd" or "old" or "new").Where((_, i) => i % 8 == 0))
            Assert.Equal(bench.Search(originals[other.Base], 10), bench.Search(other, 10));
    }

    [Fact]
    public void A_question_in_a_sentence_finds_what_its_words_alone_find()
    {
        if (judged.Bench is not { } bench || judged.Judgements is not { } judgements)
        {
            Say("SKIPPED: no ../shared/data/matching beside this repository, so questions in sentences were not measured.");
            return;
        }

        string[] sentences =
        [
            "tôi muốn tìm việc {0} ở {1} lương trên 10 triệu",
            "Em chưa có kinh nghiệm, muốn xin làm {0} gần {1} ạ",
            "cho em hỏi có ai tuyển {0} tại {1} không ạ",
            "Tôi đang tìm việc làm {0} ở {1}, thu nhập từ 7 triệu một tháng, đi làm ngay",
        ];
        // The place is read out of the sentence: only the type tells the bench to hand it over, so it is taken away.
        var asked = judged.Queries.Where(q => q is { Type: "geo", Variant: "orig" })
            .Select((q, i) => q with { Type = "sentence", Text = string.Format(System.Globalization.CultureInfo.InvariantCulture, sentences[i % sentences.Length], q.Text, q.Places[0]) });

        var reached = Gains(bench, judgements, asked).Average(g => g.Gain);
        output.WriteLine($"sentences: {reached:0.0000}");
        Assert.True(reached >= 0.47, $"{reached:0.0000} is under 0.47");
    }

    private static List<(JudgedQuery Query, double Gain)> Gains(Bench bench, Judgements judgements, IEnumerable<JudgedQuery> queries)
    {
        var gains = new ConcurrentBag<(JudgedQuery, double)>();
        Parallel.ForEach(queries, query => gains.Add((query, judgements.Gain(query, [.. bench.Search(query, 20).Select(h => h.Document)]))));
        return [.. gains];
    }

    private static (double Points, double Share) Lost(List<(JudgedQuery Query, double Gain)> gains, string variant, string? type)
    {
        var written = gains.Where(g => g.Query.Variant == "orig").ToDictionary(g => g.Query.Base, g => g.Gain, StringComparer.Ordinal);
        var typed = gains.Where(g => g.Query.Variant == variant && (type is null || g.Query.Type == type)).ToList();
        var before = typed.Average(g => written[g.Query.Base]);
        var points = before - typed.Average(g => g.Gain);
        return (points, points / before);
    }

    private void Say(string line)
    {
        // xunit 2 cannot skip while running: say it where the log is read.
        output.WriteLine(line);
        Console.WriteLine(line);
    }
}
