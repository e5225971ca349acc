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
internal sealed class PeopleSearch(Demand demand, IReadOnlyList<string> concepts, MatchWeights weights, Scope scope, int take)
{
    // Of equal totals a number drawn from the opening and the person decides, so that nobody is always the one cut off.
    private readonly ulong _draw = Draw(demand.Opening.Id, 0x9E3779B97F4A7C15);
    private readonly PriorityQueue<(PeopleColumn Column, int Doc), ulong> _best = new(take);
    private int _atLeast = int.MinValue;

    public List<Candidate> Run(IndexSearcher searcher)
    {
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            var part = new Part(PeopleColumn.Of(leaf.AtomicReader), demand.Opening, scope);
            if (part.IsEmpty)
                continue;
            foreach (var docs in Postings(leaf.AtomicReader))
            {
                for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                    Look(part, doc);
            }
        }

        var found = new List<Candidate>(_best.Count);
        while (_best.TryDequeue(out var person, out var rank))
            found.Add(new Candidate(person.Column.IdOf(person.Doc), rank >> 32));
        found.Reverse();
        return found;
    }

    private IEnumerable<DocsEnum> Postings(AtomicReader reader)
    {
        var (field, terms) = scope switch
        {
            { CommuneCodes: { } communes } => (IndexDocuments.Commune, communes.Distinct(StringComparer.Ordinal)),
            { ProvinceCode: { Length: > 0 } province } => (IndexDocuments.Province, [province]),
            _ => (IndexDocuments.Concepts, concepts),
        };
        var each = reader.GetTerms(field)?.GetEnumerator();
        DocsEnum? docs = null;
        foreach (var term in terms)
        {
            if (each?.SeekExact(new BytesRef(term)) == true)
                yield return docs = each.Docs(reader.LiveDocs, docs, DocsFlags.NONE);
        }
    }

    private void Look(Part part, int doc)
    {
        if (!part.TryTake(doc, out var way))
            return;
        var person = new Person(part.Column.RowOf(doc), way, facts: null);
        var total = Scoring.Total(person, demand, weights, _atLeast);
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

    /// <summary>One segment: who was looked at already, which places count, and how far each of them is.</summary>
    private sealed class Part
    {
        private readonly bool[] _counts;
        private readonly Distance?[] _ways;
        private readonly FixedBitSet? _taken;
        private readonly OpeningFacts _opening;

        public Part(PeopleColumn column, OpeningFacts opening, Scope scope)
        {
            Column = column;
            _opening = opening;
            _counts = [.. column.Places.Select(p => IsIn(p, scope))];
            _ways = new Distance?[column.Places.Count];
            var isBounded = scope.CommuneCodes is not null || !string.IsNullOrEmpty(scope.ProvinceCode);
            _taken = isBounded ? null : new FixedBitSet(column.Size);
            IsEmpty = !_counts.Contains(true);
        }

        public PeopleColumn Column { get; }

        public bool IsEmpty { get; }

        /// <summary>False for an opening, for somebody outside the scope, and the second time.</summary>
        public bool TryTake(int doc, out Distance way)
        {
            way = default;
            if (!Column.IsPerson(doc) || _taken?.GetAndSet(doc) == true)
                return false;
            var at = Column.PlaceOf(doc);
            if (!_counts[at])
                return false;
            var place = Column.Places[at];
            way = _ways[at] ??= Distance.Between(place.Commune, place.Province, place.Point, _opening);
            return true;
        }

        private static bool IsIn(PersonPlace place, Scope scope) =>
            (scope.CommuneCodes?.Contains(place.Commune) ?? true) && (string.IsNullOrEmpty(scope.ProvinceCode) || scope.ProvinceCode == place.Province);
    }
}
