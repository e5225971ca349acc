using System.Diagnostics;
using System.Globalization;
using WorkBridge.Matching;

namespace WorkBridge.Benchmarks.Matching;

/// <summary>
/// The people for an opening, first twenty with reasons, among a population: how quick, how much memory, how soon a change
/// is seen; and other engines on the same data with the same words. Building and asking are processes of their own, so
/// that memory and start are those of the asking alone.
/// </summary>
public sealed class MatchRun(int people, int questions, string folder)
{
    private const int First = 20;
    private const int Warm = 1500;

    /// <summary>A query that a careful user of another engine would write.</summary>
    private const int Few = 13;

    // Sealed as in the product.
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private readonly Population _population = new(people);

    private string IndexFolder => Path.Combine(folder, "index");

    public void Build()
    {
        var watch = Stopwatch.StartNew();
        using var index = MatchIndex.Open(IndexFolder, Vocabulary.Default, Key);
        var opened = watch.Elapsed;
        index.Rebuild(_population.All(), [], 1);
        var took = (watch.Elapsed - opened).TotalSeconds;
        watch.Restart();
        var drawn = _population.All().Count();
        Console.WriteLine(Line($"built: {drawn} profiles in {took:0.0} s, of which drawing them {watch.Elapsed.TotalSeconds:0.0} s: {drawn / (took - watch.Elapsed.TotalSeconds):0} a second; {Size(IndexFolder) / 1e6:0} MB on disk"));
    }

    public void Ask()
    {
        OnOneCore();
        _ = Vocabulary.Default;
        var watch = Stopwatch.StartNew();
        using var index = MatchIndex.Open(IndexFolder, Vocabulary.Default, Key);
        Console.WriteLine(Line($"ready: {watch.Elapsed.TotalSeconds:0.00} s after opening; needs rebuild: {index.NeedsRebuild}"));
        foreach (var reach in Enum.GetValues<Reach>())
            Console.WriteLine($"ours, {reach}: {Ask(index, reach)} ms p50 / p99 of {questions}");
        Console.WriteLine($"a change seen: {Change(index)} ms p50 / p99 of put or removal, and the next search");
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(Line($"memory: {self.PeakWorkingSet64 / 1e6:0} MB at most"));
    }

    public void Compare()
    {
        OnOneCore();
        using var index = MatchIndex.Open(IndexFolder, Vocabulary.Default, Key);
        var ours = new OurEngine(index, _population);
        foreach (var question in Enum.GetValues<Reach>().SelectMany(r => Questions(r).Take(Warm / 2)))
            ours.First(question, First, new Times());
        foreach (var engine in new IEngine[] { new PlainLucene(folder), new Fts5(folder), new PostgresText() })
        {
            using (engine)
            {
                var watch = Stopwatch.StartNew();
                engine.Fill(_population);
                Console.WriteLine(Line($"{engine.Name}: filled in {watch.Elapsed.TotalSeconds:0} s"));
                foreach (var reach in Enum.GetValues<Reach>())
                {
                    Compare(ours, engine, reach, int.MaxValue);
                    Compare(ours, engine, reach, Few);
                }
            }
        }
    }

    // The same openings to both, turn by turn, so that what else the machine does hits both.
    private void Compare(OurEngine ours, IEngine other, Reach reach, int words)
    {
        var (mine, theirs) = (new Times(), new Times());
        var (gained, reached) = (0L, 0L);
        var asked = Questions(reach).Take(Math.Min(questions, 100) + 10).ToList();
        foreach (var (question, i) in asked.Select((q, i) => (q, i)))
        {
            var (a, b) = i < 10 ? (new Times(), new Times()) : (mine, theirs);
            gained += ours.First(question, First, a).Sum(n => Total(n, question));
            reached += b.Take(() => other.First(question with { Words = [.. question.Words.Take(words)] }, First)).Sum(n => Total(n, question));
        }
        Console.WriteLine(Line($"{other.Name}, {reach}, {(words == Few ? "13 words" : "the same words")}: {theirs}; ours beside it {mine}: {theirs.At(0.99) / mine.At(0.99):0.0} times as quick at p99; points of the first {First}: {reached / (double)asked.Count / First:0.0}, ours {gained / (double)asked.Count / First:0.0}"));
    }

    private Times Ask(MatchIndex index, Reach reach)
    {
        var ours = new OurEngine(index, _population);
        var times = new Times();
        foreach (var (question, i) in Questions(reach).Take(questions + Warm).Select((q, i) => (q, i)))
            ours.First(question, First, i < Warm ? new Times() : times);
        return times;
    }

    private static void OnOneCore()
    {
        using var self = Process.GetCurrentProcess();
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            self.ProcessorAffinity = 1;
    }

    private Times Change(MatchIndex index)
    {
        var times = new Times();
        for (var i = 0; i < 400; i++)
        {
            var person = _population.Person(i * (people / 400)) with { Trades = [new HeldTrade(_population.Opening(i).TradeCode!, Evidence.Certificate, 60)] };
            var opening = _population.Opening(i) with { CommuneCode = person.CommuneCode, ProvinceCode = person.ProvinceCode };
            var seen = times.Take(() =>
            {
                if (i % 2 == 0)
                    index.PutProfile(person);
                else
                    index.Remove(person.Id);
                return index.PeopleFor(opening, new Scope([person.CommuneCode]), people).Any(c => c.Id == person.Id);
            });
            if (seen != (i % 2 == 0))
                throw new InvalidOperationException("A change was not seen.");
            index.PutProfile(_population.Person(i * (people / 400)));
        }
        return times;
    }

    private int Total(int number, Question question) => Scoring.Score(_population.Person(number), question.Opening, Vocabulary.Default, new MatchWeights()).Total;

    private IEnumerable<Question> Questions(Reach reach) =>
        Enumerable.Range((int)reach * 1_000_000, int.MaxValue / 2).Select(_population.Opening).Select(o => new Question(o, reach, Words.Of(o)));

    private static long Size(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length);

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
