using System.Globalization;
using System.Text;
using WorkBridge.Evaluation;

// Relevance on judged advertisements, through the same search that the product uses.
//   dotnet run -c Release --project tests/WorkBridge.Evaluation -- <folder with corpus.jsonl, queries.dev.jsonl, qrels.dev.tsv>
//   dotnet run -c Release --project tests/WorkBridge.Evaluation -- --corpus corpus.jsonl --queries queries.jsonl [--qrels qrels.tsv] --run out.trec
//   dotnet run -c Release --project tests/WorkBridge.Evaluation -- --replay history.csv|invented
//   dotnet run -c Release --project tests/WorkBridge.Evaluation -- --fairness
// With judgements, --split also tells the figures of two halves of the occupations: tune on one, check on the other.
Console.OutputEncoding = Encoding.UTF8;
if (Simulations.Run(args) is { } done)
    return done;
var options = Options.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync("usage: <folder> | --corpus FILE --queries FILE [--qrels FILE] [--run FILE] [--variant NAME] [--split] | --replay FILE|invented | --fairness");
    return 2;
}

var clock = System.Diagnostics.Stopwatch.StartNew();
using var bench = Bench.Load(options.Corpus);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bench.Documents} advertisements indexed in {clock.Elapsed.TotalSeconds:0.0} s"));

var queries = JudgedQuery.Read(options.Queries).Where(q => options.Variant is null || q.Variant == options.Variant).ToList();
clock.Restart();
var runs = new List<(JudgedQuery Query, IReadOnlyList<(string Document, float Score)> Hits)>();
foreach (var query in queries)
    runs.Add((query, bench.Search(query, take: 100)));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{queries.Count} queries in {clock.Elapsed.TotalSeconds:0.0} s, {clock.Elapsed.TotalMilliseconds / Math.Max(1, queries.Count):0.0} ms each"));

if (options.Run is not null)
{
    await using var run = new StreamWriter(options.Run, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    foreach (var (query, hits) in runs)
    {
        for (var i = 0; i < hits.Count; i++)
            await run.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{query.Id} Q0 {hits[i].Document} {i + 1} {hits[i].Score:R} workbridge"));
    }
}

if (options.Judgements is not null)
{
    var judgements = Judgements.Read(options.Judgements);
    var scored = runs.Where(r => judgements.Has(r.Query.Base)).Select(r => (r.Query, Gain: judgements.Gain(r.Query, [.. r.Hits.Select(h => h.Document)]))).ToList();
    if (options.Split)
    {
        var halves = new Halves(judgements.Best());
        Console.WriteLine($"halves of {halves.Occupations} occupations, as written");
        foreach (var type in scored.Where(s => s.Query.Variant == "orig").GroupBy(s => s.Query.Type).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var parts = type.GroupBy(s => halves.Of(s.Query.Base)).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Average(s => s.Gain):0.0000} of {g.Count()}"));
            Console.WriteLine($"{type.Key,-10} {string.Join("    ", parts)}");
        }
    }
    Console.WriteLine("nDCG@10");
    Console.WriteLine("type       variant      n    nDCG@10   as written");
    foreach (var group in scored.GroupBy(s => (s.Query.Type, s.Query.Variant)).OrderBy(g => g.Key.Type, StringComparer.Ordinal).ThenBy(g => g.Key.Variant, StringComparer.Ordinal))
    {
        var bases = group.Select(g => g.Query.Base).ToHashSet(StringComparer.Ordinal);
        var asWritten = scored.Where(s => s.Query.Type == group.Key.Type && s.Query.Variant == "orig" && bases.Contains(s.Query.Base)).Select(s => s.Gain).DefaultIfEmpty(double.NaN).Average();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key.Type,-10} {group.Key.Variant,-8} {group.Count(),5}    {group.Average(g => g.Gain):0.0000}    {asWritten:0.0000}"));
    }
}
return 0;
