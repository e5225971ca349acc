using System.Buffers;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>The people of one segment beside one opening. How far a place is, and the most that the way from there can bring, are worked out once.</summary>
internal sealed class PeoplePart : IDisposable
{
    /// <summary>No points at all, not even with those of the other parts.</summary>
    private const short Never = short.MinValue;
    private const short NotYet = -1;

    private readonly Demand _demand;
    private readonly MatchWeights _weights;
    private readonly Scope _scope;
    private readonly FixedBitSet? _taken;
    private readonly short[] _most;
    private readonly Distance[] _ways;

    public PeoplePart(PeopleColumn column, Demand demand, MatchWeights weights, Scope scope)
    {
        (Column, _demand, _weights, _scope) = (column, demand, weights, scope);
        var isBounded = scope.CommuneCodes is not null || !string.IsNullOrEmpty(scope.ProvinceCode);
        _taken = isBounded ? null : new FixedBitSet(column.Size);
        _most = ArrayPool<short>.Shared.Rent(column.Places.Count * PersonAt.Wishes);
        _most.AsSpan(0, column.Places.Count * PersonAt.Wishes).Fill(NotYet);
        _ways = ArrayPool<Distance>.Shared.Rent(column.Places.Count);
    }

    public PeopleColumn Column { get; }

    /// <summary>The most points that the way can bring; far below zero for an opening and for who is outside of the scope.</summary>
    public int MostOfTravel(int doc)
    {
        var at = Column.At(doc);
        if (at.IsNobody)
            return Never;
        var most = _most[at.Number];
        return most != NotYet ? most : _most[at.Number] = Most(at);
    }

    /// <summary>False the second time.</summary>
    public bool Take(int doc) => _taken?.GetAndSet(doc) != true;

    /// <summary>The person, after <see cref="MostOfTravel"/>.</summary>
    public Person Person(int doc) => new(Column.RowOf(doc), _ways[Column.At(doc).Place], facts: null);

    public void Dispose()
    {
        ArrayPool<short>.Shared.Return(_most);
        ArrayPool<Distance>.Shared.Return(_ways);
    }

    private short Most(PersonAt at)
    {
        var place = Column.Places[at.Place];
        if (!(_scope.CommuneCodes?.Contains(place.Commune) ?? true) || (!string.IsNullOrEmpty(_scope.ProvinceCode) && _scope.ProvinceCode != place.Province))
            return Never;
        var way = _ways[at.Place] = Distance.Between(place.Commune, place.Province, place.Point, _demand.Opening);
        return (short)TravelPart.Most(way, at.WantsAway, at.NeedsLodging, _demand.Opening, _weights.Travel);
    }
}
