using System.Buffers.Binary;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>
/// The people for an opening by the very total of <see cref="Scoring"/>. Inside communes or a province everybody there is
/// looked at; in the whole country those who have a trade, a wish or a skill in common, found by the postings of these
/// concepts, the nearest trades first. Whoever cannot come among the best any more is left after a part or two
/// (as MaxScore does: Turtle and Flood 1995), so the list is the one that scoring everybody would give.
/// </summary>
internal sealed class PeopleSearch(Demand demand, IReadOnlyList<Common> common, MatchWeights weights, Scope scope, int take)
{
    // Of equal totals a number drawn from the opening and the person decides, so that nobody is always the one cut off.
    private readonly ulong _draw = Draw(demand.Opening.Id, 0x9E3779B97F4A7C15);
    private readonly PriorityQueue<(PeopleColumn Column, int Doc), ulong> _best = new();
    private int _atLeast;

    public List<Candidate> Run(IndexSearcher searcher)
    {
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            using var part = new PeoplePart(PeopleColumn.Of(leaf.AtomicReader), demand, weights, scope);
            foreach (var (docs, mostOfTrade) in Postings(leaf.AtomicReader))
            {
                var mostElsewhere = Scoring.Most(mostOfTrade, weights) - Scoring.MostOf(weights.Travel);
                for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                {
                    if (part.MostOfTravel(doc) + mostElsewhere >= _atLeast && part.Take(doc))
                        Look(part, doc);
                }
            }
        }

        var found = new List<Candidate>(_best.Count);
        while (_best.TryDequeue(out var person, out var rank))
            found.Add(new Candidate(person.Column.IdOf(person.Doc), rank >> 32));
        found.Reverse();
        return found;
    }

    private IEnumerable<(DocsEnum Docs, double MostOfTrade)> Postings(AtomicReader reader)
    {
        var (field, terms) = scope switch
        {
            { CommuneCodes: { } communes } => (IndexDocuments.Commune, communes.Distinct(StringComparer.Ordinal).Select(c => new Common(c, 1))),
            { ProvinceCode: { Length: > 0 } province } => (IndexDocuments.Province, [new Common(province, 1)]),
            _ => (IndexDocuments.Concepts, common.TakeWhile(c => Scoring.Most(c.MostOfTrade, weights) >= _atLeast)),
        };
        var each = reader.GetTerms(field)?.GetEnumerator();
        DocsEnum? docs = null;
        foreach (var term in terms)
        {
            if (each?.SeekExact(new BytesRef(term.Concept)) == true)
                yield return (docs = each.Docs(reader.LiveDocs, docs, DocsFlags.NONE), term.MostOfTrade);
        }
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
