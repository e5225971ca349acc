using System.Diagnostics;
using WorkBridge.Matching;

namespace WorkBridge.Benchmarks.Matching;

/// <summary>The product: the index proposes, scoring gives the reasons. What the database would hand over is drawn anew, outside of the time.</summary>
public sealed class OurEngine(MatchIndex index, Population population)
{
    public IReadOnlyList<int> First(Question question, int take, Times times)
    {
        var start = Stopwatch.GetTimestamp();
        var found = index.PeopleFor(question.Opening, question.Scope, take);
        var search = Stopwatch.GetElapsedTime(start);

        var people = found.Select(c => population.Person(Population.NumberOf(c.Id))).ToList();

        start = Stopwatch.GetTimestamp();
        var scores = people.ConvertAll(p => Scoring.Score(p, question.Opening, Vocabulary.Default, new MatchWeights()));
        times.Add(search + Stopwatch.GetElapsedTime(start));
        if (!scores.Select(s => s.Total).SequenceEqual(found.Select(c => (int)c.Score)) || scores.Exists(s => s.Parts.Any(p => p.Reasons.Count == 0)))
            throw new UnreachableException("The index and the scoring disagree.");
        return [.. people.Select(p => Population.NumberOf(p.Id))];
    }
}
