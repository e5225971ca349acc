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
    private readonly PersonAt[] _at;
    private readonly List<PersonPlace> _places = [];
    private int _filled;

    private PeopleColumn(AtomicReader reader)
    {
        _slots = new Slot[reader.MaxDoc];
        _at = new PersonAt[reader.MaxDoc];
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
            _slots[doc] = Keep(written, reader.MaxDoc);
            _at[doc] = new PersonAt(number, new Person(written[IdSize..], default, facts: null));
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

    /// <summary>Where a person is; <see cref="PersonAt.IsNobody"/> for an opening, which is a document too.</summary>
    public PersonAt At(int doc) => _at[doc];

    public Guid IdOf(int doc) => new(Bytes(doc)[..IdSize]);

    public ReadOnlySpan<byte> RowOf(int doc) => Bytes(doc)[IdSize..];

    private ReadOnlySpan<byte> Bytes(int doc)
    {
        ref readonly var slot = ref _slots[doc];
        return _pages[slot.Page].AsSpan(slot.Start, slot.Length);
    }

    private Slot Keep(ReadOnlySpan<byte> bytes, int people)
    {
        if (_pages.Count == 0 || _pages[^1].Length - _filled < bytes.Length)
        {
            _pages.Add(new byte[Math.Max(bytes.Length, (int)Math.Min(LargestPage, (long)people * UsualRow))]);
            _filled = 0;
        }
        bytes.CopyTo(_pages[^1].AsSpan(_filled));
        var slot = new Slot(_pages.Count - 1, _filled, bytes.Length);
        _filled += bytes.Length;
        return slot;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(int Page, int Start, int Length);
}

/// <summary>
/// What bounds the way of a person before anything else is read: the place, by its number in
/// <see cref="PeopleColumn.Places"/>, whether work away is wanted, and lodging needed.
/// </summary>
internal readonly struct PersonAt(int place, in Person person) : IEquatable<PersonAt>
{
    /// <summary>Ways to be somewhere: away or not, by lodging not known, not needed, needed.</summary>
    public const int Wishes = 6;

    private readonly int _number = 1 + (place * Wishes) + (person.WantsAway ? 3 : 0) + (person.NeedsLodging switch { null => 0, false => 1, true => 2 });

    public bool IsNobody => _number == 0;

    /// <summary>Place and wishes as one number, from zero on.</summary>
    public int Number => _number - 1;

    public int Place => Number / Wishes;

    public bool WantsAway => Number % Wishes >= 3;

    public bool? NeedsLodging => (Number % 3) switch { 0 => null, 1 => false, _ => true };

    public bool Equals(PersonAt other) => _number == other._number;

    public override bool Equals(object? obj) => obj is PersonAt other && Equals(other);

    public override int GetHashCode() => _number;
}
