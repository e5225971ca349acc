using System.Buffers;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>The people of one segment beside one opening: where they may live, and what is worked out once for all who live there or have the same shifts.</summary>
internal sealed class PeoplePart : IDisposable
{
    /// <summary>Outside of the scope: no points at all, not even with those of the other parts.</summary>
    private const short Never = short.MinValue;
    private const short NotYet = -1;

    private readonly Demand _demand;
    private readonly MatchWeights _weights;
    private readonly Scope _scope;
    private readonly IBits? _live;
    private readonly long[] _taken;
    private readonly short[] _mostOfTravel;
    private readonly short[] _mostOfHours;
    private readonly Distance[] _ways;

    public PeoplePart(PeopleColumn column, IBits? live, Demand demand, MatchWeights weights, Scope scope)
    {
        (Column, _live, _demand, _weights, _scope) = (column, live, demand, weights, scope);
        _taken = ArrayPool<long>.Shared.Rent((column.Size / 64) + 1);
        _taken.AsSpan(0, (column.Size / 64) + 1).Clear();
        _mostOfTravel = ArrayPool<short>.Shared.Rent(column.Places.Count * PersonAt.Wishes);
        _mostOfTravel.AsSpan(0, column.Places.Count * PersonAt.Wishes).Fill(NotYet);
        _mostOfHours = [.. Enumerable.Range(0, PersonAt.AllShifts).Select(s => (short)HoursPart.Most((Shifts)s, demand.Opening, weights.Hours))];
        _ways = ArrayPool<Distance>.Shared.Rent(column.Places.Count);
    }

    public PeopleColumn Column { get; }

    /// <summary>The most points that way and hours can bring; far below zero for who is outside of the scope.</summary>
    public int MostOfWayAndHours(int doc)
    {
        var at = Column.At(doc);
        var most = _mostOfTravel[at.Where];
        if (most == NotYet)
            most = _mostOfTravel[at.Where] = MostOfTravel(at);
        return most + _mostOfHours[at.Shifts];
    }

    /// <summary>False for who was taken out of the index, and the second time.</summary>
    public bool Take(int doc)
    {
        var bit = 1L << (doc % 64);
        ref var word = ref _taken[doc / 64];
        if ((word & bit) != 0)
            return false;
        word |= bit;
        return _live?.Get(doc) != false;
    }

    /// <summary>The person, after <see cref="MostOfWayAndHours"/>.</summary>
    public Person Person(int doc) => new(Column.RowOf(doc), _ways[Column.At(doc).Place], facts: null);

    public void Dispose()
    {
        ArrayPool<long>.Shared.Return(_taken);
        ArrayPool<short>.Shared.Return(_mostOfTravel);
        ArrayPool<Distance>.Shared.Return(_ways);
    }

    private short MostOfTravel(PersonAt at)
    {
        var place = Column.Places[at.Place];
        if (!IsIn(place))
            return Never;
        var way = _ways[at.Place] = Distance.Between(place.Commune, place.Province, place.Point, _demand.Opening);
        return (short)TravelPart.Most(way, at.WantsAway, at.NeedsLodging, _demand.Opening, _weights.Travel);
    }

    private bool IsIn(PersonPlace place) =>
        (_scope.CommuneCodes?.Contains(place.Commune) ?? true) && (string.IsNullOrEmpty(_scope.ProvinceCode) || _scope.ProvinceCode == place.Province);
}
