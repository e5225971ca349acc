using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>
/// The people of one segment side by side in memory: id, place and <see cref="PersonRow"/> of each. A segment never
/// changes, so its column is read once, when the index is opened or right after a merge; who was taken out is told by
/// the segment's live documents.
/// </summary>
internal sealed class PeopleColumn
{
    private const int IdSize = 16;
    private const int LargestPage = 1 << 20;
    private const int UsualRow = 160;

    private static readonly ConditionalWeakTable<object, PeopleColumn> Columns = [];

    private readonly List<byte[]> _pages = [];
    private readonly Slot[] _slots;
    private readonly List<PersonPlace> _places = [];
    private int _filled;

    private PeopleColumn(AtomicReader reader)
    {
        _slots = new Slot[reader.MaxDoc];
        if (reader.GetBinaryDocValues(IndexDocuments.Who) is not { } values)
            return;
        var numbers = new Dictionary<PersonPlace, int>();
        var bytes = new BytesRef();
        for (var doc = 0; doc < reader.MaxDoc; doc++)
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
            }
            _slots[doc] = Keep(written, number, reader.MaxDoc);
        }
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

    /// <summary>Openings are documents too, with nothing in this column.</summary>
    public bool IsPerson(int doc) => _slots[doc].Length > 0;

    /// <summary>The place of a person, by its number in <see cref="Places"/>.</summary>
    public int PlaceOf(int doc) => _slots[doc].Place;

    public Guid IdOf(int doc) => new(Bytes(doc)[..IdSize]);

    public ReadOnlySpan<byte> RowOf(int doc) => Bytes(doc)[IdSize..];

    private ReadOnlySpan<byte> Bytes(int doc)
    {
        ref readonly var slot = ref _slots[doc];
        return _pages[slot.Page].AsSpan(slot.Start, slot.Length);
    }

    private Slot Keep(ReadOnlySpan<byte> bytes, int place, int people)
    {
        if (_pages.Count == 0 || _pages[^1].Length - _filled < bytes.Length)
        {
            _pages.Add(new byte[Math.Max(bytes.Length, (int)Math.Min(LargestPage, (long)people * UsualRow))]);
            _filled = 0;
        }
        bytes.CopyTo(_pages[^1].AsSpan(_filled));
        var slot = new Slot(place, _pages.Count - 1, _filled, bytes.Length);
        _filled += bytes.Length;
        return slot;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(int Place, int Page, int Start, int Length);
}
