using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace WorkBridge.Matching.Tests;

/// <summary>The people for an opening are those that scoring everybody would put first.</summary>
public sealed class PeopleSearchTests : IDisposable
{
    private static readonly MatchWeights Weights = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("workbridge-index-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Property(MaxTest = 15)]
    public Property What_the_index_puts_first_is_what_scoring_everybody_puts_first() => Prop.ForAll(
        Arb.From(from people in Pairs.Person().ArrayOf(120) from openings in Pairs.Opening().ArrayOf(6) select (People: people, Openings: openings)),
        drawn =>
        {
            using var index = MatchIndex.Open(Path.Combine(_folder, Guid.NewGuid().ToString("N")), Vocabulary.Default);
            index.Rebuild(drawn.People.Take(90), [], 1);
            foreach (var person in drawn.People.Skip(90))
                index.PutProfile(person);
            var gone = drawn.People.Where((_, i) => i % 7 == 0).Select(p => p.Id).ToHashSet();
            foreach (var id in gone)
                index.Remove(id);

            var people = drawn.People.Where(p => !gone.Contains(p.Id)).ToDictionary(p => p.Id);
            foreach (var opening in drawn.Openings)
            {
                foreach (var scope in new[] { new Scope(["11407", "00001"]), new Scope(null, "31"), new Scope(["11407"], "31"), new Scope() })
                    IsBest(index.PeopleFor(opening, scope, 10, Weights), opening, scope, people);
            }
        });

    [Fact]
    public void Weights_decide_who_comes_first()
    {
        using var index = MatchIndex.Open(_folder, Vocabulary.Default);
        var welderAway = new ProfileFacts { Id = Guid.CreateVersion7(), CommuneCode = "c2", ProvinceCode = "p2", Trades = [new HeldTrade("tho-han", Evidence.Certificate, 60)] };
        var smithHere = new ProfileFacts { Id = Guid.CreateVersion7(), CommuneCode = "c1", ProvinceCode = "p1", Trades = [new HeldTrade("co-khi", Evidence.Certificate, 60)] };
        index.PutProfile(welderAway);
        index.PutProfile(smithHere);
        var opening = new OpeningFacts { Id = Guid.CreateVersion7(), TradeCode = "tho-han", Title = "Thợ hàn", CommuneCode = "c1", ProvinceCode = "p1" };

        Assert.Equal(welderAway.Id, index.PeopleFor(opening, new Scope(), 1, new MatchWeights(90, 10, 0, 0, 0))[0].Id);
        Assert.Equal(smithHere.Id, index.PeopleFor(opening, new Scope(), 1, new MatchWeights(10, 0, 90, 0, 0))[0].Id);
    }

    [Fact]
    public void Of_equal_people_each_opening_draws_others_and_always_the_same()
    {
        using var index = MatchIndex.Open(_folder, Vocabulary.Default);
        index.Rebuild(Enumerable.Range(0, 60).Select(_ => new ProfileFacts { Id = Guid.CreateVersion7(), CommuneCode = "c1", Trades = [new HeldTrade("tho-han", Evidence.Certificate, 60)] }), [], 1);
        var openings = Enumerable.Range(0, 40).Select(_ => new OpeningFacts { Id = Guid.CreateVersion7(), TradeCode = "tho-han", Title = "Thợ hàn" }).ToList();
        List<Guid> First(OpeningFacts o) => [.. index.PeopleFor(o, new Scope(), 10).Select(c => c.Id)];

        var shown = openings.SelectMany(First).CountBy(id => id).ToList();
        Assert.True(shown.Count > 55, $"only {shown.Count} of 60 were ever among the first ten of 40 openings");
        Assert.True(shown.Max(s => s.Value) < 20, $"one of 60 equals was among the first ten of {shown.Max(s => s.Value)} of 40 openings");
        Assert.Equal(First(openings[0]), First(openings[0]));
    }

    [Fact]
    public void A_person_reads_the_same_from_the_index_after_a_restart()
    {
        var people = Pairs.Person().Sample(50).ToDictionary(p => p.Id);
        var opening = Pairs.Opening().Sample(1).First();
        using (var index = MatchIndex.Open(_folder, Vocabulary.Default))
            index.Rebuild(people.Values, [], 1);
        using var again = MatchIndex.Open(_folder, Vocabulary.Default);
        Assert.False(again.NeedsRebuild);
        IsBest(again.PeopleFor(opening, new Scope(null, "31"), 50, Weights), opening, new Scope(null, "31"), people);
    }

    private static void IsBest(IReadOnlyList<Candidate> found, OpeningFacts opening, Scope scope, Dictionary<Guid, ProfileFacts> people)
    {
        int Total(ProfileFacts p) => Scoring.Score(p, opening, Vocabulary.Default, Weights).Total;
        bool IsIn(ProfileFacts p) => (scope.CommuneCodes?.Contains(p.CommuneCode) ?? true) && (scope.ProvinceCode is null || scope.ProvinceCode == p.ProvinceCode);

        Assert.Equal(found.Count, found.Select(c => c.Id).Distinct().Count());
        Assert.All(found, c => Assert.True(IsIn(people[c.Id])));
        Assert.Equal(found.Select(c => Total(people[c.Id])), found.Select(c => (int)c.Score));
        if (scope.CommuneCodes is not null || scope.ProvinceCode is not null)
            Assert.Equal(people.Values.Where(IsIn).Select(Total).OrderDescending().Take(found.Count < 10 ? people.Count : found.Count), found.Select(c => (int)c.Score));
        else
            Assert.Equal(people.Values.Where(p => HasInCommon(p, opening)).Select(Total).OrderDescending().Take(found.Count < 10 ? people.Count : found.Count), found.Select(c => (int)c.Score));
    }

    private static bool HasInCommon(ProfileFacts person, OpeningFacts opening)
    {
        var demand = Demand.Of(opening, Vocabulary.Default);
        bool Near(string code, IEnumerable<string> trades) => trades.Any(t => Vocabulary.Default.Nearness(code, t) >= 0.2);
        var asked = demand.IsTraining ? demand.TaughtTrades : demand.Trades;
        return (!demand.IsTraining && person.Trades.Any(t => Near(t.Code, asked)))
            || person.WantedTrades.Any(w => Near(w, asked))
            || person.Skills.Any(s => demand.Skills.Contains(s.Code));
    }
}
