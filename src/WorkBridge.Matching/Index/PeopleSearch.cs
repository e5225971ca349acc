using System.Buffers.Binary;
using Lucene.Net.Search;

namespace WorkBridge.Matching;

/// <summary>
/// The people for an opening by the very total of <see cref="Scoring"/>. Inside communes or a province everybody there
/// counts; in the whole country those who have a trade, a wish or a skill in common, the nearest trades first. Whoever cannot come among the best any more is left after a part or two
/// (as MaxScore does: Turtle and Flood 1995), so the list is the one that scoring everybody would give.
/// </summary>
internal sealed class PeopleSearch(Demand demand, IReadOnlyList<Common> common, MatchWeights weights, Scope scope, int take)
{
    // Of equal totals a number drawn from the opening and the person decides, so that nobody is always the one cut off.
    private readonly ulong _draw = Draw(demand.Opening.Id, 0x9E3779B97F4A7C15);
    private readonly PriorityQueue<(PeopleColumn Column, int Doc), ulong> _best = new();
    private int _atLeast;

    /// <summary>Where no more than these live, everybody is looked at at once.</summary>
    private const int Few = 4000;

    private bool IsBounded => scope.CommuneCodes is not null || !string.IsNullOrEmpty(scope.ProvinceCode);

    public List<Candidate> Run(IndexSearcher searcher)
    {
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            using var part = new PeoplePart(PeopleColumn.Of(leaf.AtomicReader), leaf.AtomicReader.LiveDocs, demand, weights, scope);
            if (!IsBounded)
                LookAtWhoHasSomething(part, 0, int.MaxValue);
            else if (part.Column.PlacesIn(scope) is { Count: > 0 } places)
                LookInside(part, places);
        }

        var found = new List<Candidate>(_best.Count);
        while (_best.TryDequeue(out var person, out var rank))
            found.Add(new Candidate(person.Column.IdOf(person.Doc), rank >> 32));
        found.Reverse();
        return found;
    }

    // Those with something in common first: the others, who follow behind, are then mostly passed over.
    private void LookInside(PeoplePart part, List<int> places)
    {
        var (first, last, people) = (int.MaxValue, 0, 0);
        foreach (var place in places)
        {
            var living = part.Column.LivingAt(place);
            (first, last, people) = (Math.Min(first, living[0]), Math.Max(last, living[^1]), people + living.Length);
        }
        var mostOfTrade = 1.0;
        if (people > Few)
        {
            LookAtWhoHasSomething(part, first, last);
            mostOfTrade = IndexQueries.MostWithNothingInCommon(demand);
        }
        foreach (var place in places)
            Look(part, part.Column.LivingAt(place), mostOfTrade);
    }

    private void LookAtWhoHasSomething(PeoplePart part, int first, int last)
    {
        foreach (var (concept, mostOfTrade) in common.TakeWhile(c => Scoring.Most(c.MostOfTrade, weights) >= _atLeast))
        {
            var docs = part.Column.With(concept);
            var from = first == 0 ? 0 : LowerBound(docs, first);
            var to = last == int.MaxValue ? docs.Length : LowerBound(docs, last + 1);
            Look(part, docs[from..to], mostOfTrade);
        }
    }

    private void Look(PeoplePart part, ReadOnlySpan<int> docs, double mostOfTrade)
    {
        var mostOfRest = Scoring.Most(mostOfTrade, weights) - Scoring.MostOf(weights.Travel) - Scoring.MostOf(weights.Hours);
        foreach (var doc in docs)
        {
            if (part.MostOfWayAndHours(doc) + mostOfRest >= _atLeast && part.Take(doc))
                Look(part, doc);
        }
    }

    private static int LowerBound(ReadOnlySpan<int> docs, int doc)
    {
        var at = docs.BinarySearch(doc);
        return at < 0 ? ~at : at;
    }

    private void Look(PeoplePart part, int doc)
    {
        var total = Scoring.Total(part.Person(doc), demand, weights, _atLeast);
        if (total < 0)
            return;
        var rank = ((ulong)total << 32) | (Draw(part.Column.IdOf(doc), _draw) >> 32);
        if (_best.Count < take)
            _best.Enqueue((part.Column, doc), rank);
        else
            _best.EnqueueDequeue((part.Column, doc), rank);
        if (_best.Count == take && _best.TryPeek(out _, out var last))
            _atLeast = (int)(last >> 32);
    }

    private static ulong Draw(Guid id, ulong seed)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var mixed = (BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) ^ seed) * 0xD6E8FEB86659FD93;
        return (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93;
    }
}
