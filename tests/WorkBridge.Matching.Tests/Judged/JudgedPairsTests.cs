using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace WorkBridge.Matching.Tests.Judged;

/// <summary>
/// Our own judged pairs: what this population and a commune's employers look like, graded as a good employment counsellor
/// would before any score was seen. Both directions go through the real index and the real scoring. Floors stand a little
/// under what is reached.
/// </summary>
public sealed class JudgedPairsTests(ITestOutputHelper output) : IDisposable
{
    private const int Good = 2;

    private readonly Invented _world = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("wb-judged-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_tables_hold_at_least_three_hundred_pairs_each_with_a_grade_and_a_reason()
    {
        Assert.True(_world.Pairs.Count >= 300, $"{_world.Pairs.Count} pairs");
        Assert.True(_world.People.Count >= 30, $"{_world.People.Count} people");
        Assert.True(_world.Openings.Count >= 40, $"{_world.Openings.Count} openings");
        Assert.All(_world.Pairs, p =>
        {
            Assert.InRange(p.Grade, 0, 3);
            Assert.True(p.Why.Length >= 8, $"{p.Person} {p.Opening}: a reason is missing");
            Assert.Contains(p.Person, _world.People.Keys);
            Assert.Contains(p.Opening, _world.Openings.Keys);
        });
        Assert.Equal(_world.Pairs.Count, _world.Pairs.DistinctBy(p => (p.Person, p.Opening)).Count());
    }

    [Fact]
    public void The_first_suggestions_for_a_person_are_those_a_counsellor_would_pick()
    {
        using var index = Filled();
        var figures = _world.People.Select(p => Judge(p.Key, _world.Pairs.Where(j => j.Person == p.Key).ToDictionary(j => j.Opening, j => j.Grade, StringComparer.Ordinal), OpeningsFor(index, p.Value))).ToList();
        Report("people", figures, at3: 0.91, at10: 0.88, good: 32);
    }

    [Fact]
    public void The_first_people_for_an_opening_are_those_a_counsellor_would_pick()
    {
        using var index = Filled();
        var figures = _world.Openings
            .Select(o => (o, Grades: _world.Pairs.Where(j => j.Opening == o.Key).ToDictionary(j => j.Person, j => j.Grade, StringComparer.Ordinal)))
            .Where(o => o.Grades.Values.Any(g => g >= Good))
            .Select(o => Judge(o.o.Key, o.Grades, PeopleFor(index, o.o.Value))).ToList();
        Report("openings", figures, at3: 0.92, at10: 0.93, good: 48);
    }

    [Fact]
    public void What_must_not_be_proposed_is_graded_nought_and_left_out()
    {
        foreach (var (person, facts) in _world.People)
        {
            foreach (var (opening, asked) in _world.Openings.Where(o => Score(facts, o.Value).Exclusion is "closed-work" || Score(facts, o.Value).Exclusion?.StartsWith("limit:", StringComparison.Ordinal) == true))
                Assert.DoesNotContain(_world.Pairs, p => p.Person == person && p.Opening == opening && p.Grade > 1);
        }
    }

    private static MatchScore Score(ProfileFacts person, OpeningFacts opening) => Scoring.Score(person, opening, Vocabulary.Default, new MatchWeights());

    private MatchIndex Filled()
    {
        var index = MatchIndex.Open(_folder, Vocabulary.Default);
        index.Rebuild(_world.People.Values, _world.Openings.Values, 1);
        return index;
    }

    // As the match page does: proposed by the index, scored, left out where excluded or of quite another trade.
    private List<(string Id, MatchScore Score)> OpeningsFor(MatchIndex index, ProfileFacts person)
    {
        var names = _world.Openings.ToDictionary(o => o.Value.Id, o => o.Key);
        return [.. index.OpeningsFor(person, new Scope(null, null, null), 120)
            .Select(c => names[c.Id])
            .Select(id => (Id: id, Score: Score(person, _world.Openings[id])))
            .Where(m => Listed(m.Score)).OrderByDescending(m => m.Score.Total).ThenBy(m => m.Id, StringComparer.Ordinal)];
    }

    private List<(string Id, MatchScore Score)> PeopleFor(MatchIndex index, OpeningFacts opening)
    {
        var names = _world.People.ToDictionary(p => p.Value.Id, p => p.Key);
        var communes = _world.People.Values.Select(p => p.CommuneCode).Distinct(StringComparer.Ordinal).ToList();
        return [.. index.PeopleFor(opening, new Scope(communes, null, null), 120)
            .Select(c => names[c.Id])
            .Select(id => (Id: id, Score: Score(_world.People[id], opening)))
            .Where(m => Listed(m.Score)).OrderByDescending(m => m.Score.Total).ThenBy(m => m.Id, StringComparer.Ordinal)];
    }

    private static bool Listed(MatchScore score) => score.Exclusion is null && score.Parts[0].State != PartState.DoesNotFit;

    private static Figures Judge(string id, Dictionary<string, int> grades, List<(string Id, MatchScore Score)> ranked) => new(
        id,
        Gain(grades, ranked, 3),
        Gain(grades, ranked, 10),
        grades.Values.Max() < Good || ranked.Take(3).Any(r => grades.GetValueOrDefault(r.Id) >= Good),
        string.Join(" ", ranked.Take(6).Select(r => $"{r.Id}:{(grades.TryGetValue(r.Id, out var g) ? g.ToString(CultureInfo.InvariantCulture) : "?")}({r.Score.Total})")));

    private static double Gain(Dictionary<string, int> grades, List<(string Id, MatchScore Score)> ranked, int depth)
    {
        var ideal = Sum(grades.Values.OrderDescending().Take(depth));
        return ideal == 0 ? 1 : Sum(ranked.Take(depth).Select(r => grades.GetValueOrDefault(r.Id))) / ideal;
    }

    private static double Sum(IEnumerable<int> grades) => grades.Select((g, i) => (Math.Pow(2, g) - 1) / Math.Log2(i + 2)).Sum();

    private void Report(string what, List<Figures> figures, double at3, double at10, int good)
    {
        var (three, ten, found) = (figures.Average(f => f.At3), figures.Average(f => f.At10), figures.Count(f => f.Found));
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{what}: nDCG@3 {three:0.000}, nDCG@10 {ten:0.000}, {found} of {figures.Count} with a good one among the first three");
        foreach (var f in figures)
            text.AppendLine(CultureInfo.InvariantCulture, $"{f.Id} {f.At3:0.00} {f.At10:0.00} {f.First}");
        output.WriteLine(text.ToString());
        Assert.True(three >= at3 && ten >= at10 && found >= good, text.ToString());
    }

    private sealed record Figures(string Id, double At3, double At10, bool Found, string First);
}
