using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>
/// The people of one segment side by side in memory: id, place and <see cref="PersonRow"/> of each, and who has which
/// concept and lives where. A segment never changes, so its column is read once, when the index is opened or right after
/// a merge; who was taken out is told by the segment's live documents.
/// </summary>
internal sealed class PeopleColumn
{
    private const int IdSize = 16;
    private const int PageBits = 20;
    private const int UsualRow = 160;

    private static readonly ConditionalWeakTable<object, PeopleColumn> Columns = [];

    private readonly List<byte[]> _pages = [];
    private readonly Slot[] _slots;
    private readonly List<PersonPlace> _places = [];
    private readonly List<int[]> _docsAt = [];
    private ILookup<string, int> _placesOf = Enumerable.Empty<int>().ToLookup(_ => "");
    private readonly Dictionary<string, int[]> _docsWith = new(StringComparer.Ordinal);
    private int _filled;

    private PeopleColumn(AtomicReader reader)
    {
        _slots = new Slot[reader.MaxDoc];
        if (reader.GetBinaryDocValues(IndexDocuments.Who) is not { } values)
            return;
        ReadRows(values);
        ReadConcepts(reader);
    }

    public IReadOnlyList<PersonPlace> Places => _places;

    /// <summary>The number of documents of the segment.</summary>
    public int Size => _slots.Length;

    /// <summary>The column of a segment, read when it is asked for the first time.</summary>
    public static PeopleColumn Of(AtomicReader reader) =>
        reader is SegmentReader segment ? Columns.GetValue(segment.CoreCacheKey, _ => new PeopleColumn(reader)) : new PeopleColumn(reader);

    /// <summary>What the index writes of a person: place, id, row.</summary>
    public static byte[] Write(ProfileFacts person, Vocabulary vocabulary) =>
    [
        .. new PersonPlace(IndexDocuments.CodeOrNone(person.CommuneCode), IndexDocuments.CodeOrNone(person.ProvinceCode), person.Point).Write(),
        .. person.Id.ToByteArray(),
        .. PersonRow.Of(person, vocabulary),
    ];

    /// <summary>The documents of the people with a concept, rising.</summary>
    public ReadOnlySpan<int> With(string concept) => _docsWith.GetValueOrDefault(concept);

    /// <summary>The documents of the people of a place, by its number in <see cref="Places"/>, rising.</summary>
    public ReadOnlySpan<int> LivingAt(int place) => _docsAt[place];

    /// <summary>The places of a scope that has bounds.</summary>
    public List<int> PlacesIn(Scope scope) => scope.CommuneCodes is { } communes
        ? [.. communes.Distinct(StringComparer.Ordinal).SelectMany(c => _placesOf[Commune(c)]).Where(p => string.IsNullOrEmpty(scope.ProvinceCode) || _places[p].Province == scope.ProvinceCode)]
        : [.. _placesOf[Province(scope.ProvinceCode!)]];

    /// <summary>What bounds a person before the row is read.</summary>
    public PersonAt At(int doc) => _slots[doc].At;

    public Guid IdOf(int doc) => new(From(doc)[..IdSize]);

    public ReadOnlySpan<byte> RowOf(int doc) => From(doc)[IdSize..];

    // A row knows how long its lists are, so it need not be cut off behind.
    private ReadOnlySpan<byte> From(int doc)
    {
        var start = _slots[doc].Start;
        return _pages[start >> PageBits].AsSpan(start & ((1 << PageBits) - 1));
    }

    private void ReadRows(BinaryDocValues values)
    {
        var numbers = new Dictionary<PersonPlace, int>();
        var living = new List<List<int>>();
        var bytes = new BytesRef();
        for (var doc = 0; doc < _slots.Length; doc++)
        {
            values.Get(doc, bytes);
            if (bytes.Length == 0)
                continue;
            var written = bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
            var place = PersonPlace.Read(ref written);
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, place, out var isKnown);
            if (!isKnown)
            {
                number = _places.Count;
                _places.Add(place);
                living.Add([]);
            }
            living[number].Add(doc);
            _slots[doc] = new Slot(new PersonAt(number, new Person(written[IdSize..], default, facts: null)), Keep(written));
        }
        _docsAt.AddRange(living.Select(l => l.ToArray()));
        _placesOf = Enumerable.Range(0, _places.Count).SelectMany(p => new[] { (Key: Commune(_places[p].Commune), Place: p), (Key: Province(_places[p].Province), Place: p) })
            .ToLookup(p => p.Key, p => p.Place, StringComparer.Ordinal);
    }

    private void ReadConcepts(AtomicReader reader)
    {
        if (reader.GetTerms(IndexDocuments.Concepts) is not { } terms)
            return;
        var each = terms.GetEnumerator();
        DocsEnum? docs = null;
        var found = new List<int>();
        while (each.MoveNext())
        {
            docs = each.Docs(liveDocs: null, docs, DocsFlags.NONE);
            found.Clear();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                // Openings are documents too.
                if (!_slots[doc].At.IsNobody)
                    found.Add(doc);
            }
            if (found.Count > 0)
                _docsWith[each.Term.Utf8ToString()] = [.. found];
        }
    }

    private static string Commune(string code) => "c:" + code;

    private static string Province(string code) => "p:" + code;

    private int Keep(ReadOnlySpan<byte> bytes)
    {
        if (_pages.Count == 0 || _pages[^1].Length - _filled < bytes.Length)
        {
            _pages.Add(new byte[Math.Max(bytes.Length, (int)Math.Min(1 << PageBits, (long)_slots.Length * UsualRow))]);
            _filled = 0;
        }
        bytes.CopyTo(_pages[^1].AsSpan(_filled));
        var start = ((_pages.Count - 1) << PageBits) | _filled;
        _filled += bytes.Length;
        return start;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(PersonAt At, int Start);
}
