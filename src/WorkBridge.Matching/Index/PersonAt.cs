namespace WorkBridge.Matching;

/// <summary>
/// What bounds the score of a person before anything else is read, in one number: the place, by its number in
/// <see cref="PeopleColumn.Places"/>, whether work away is wanted, whether lodging is needed, and the shifts.
/// </summary>
internal readonly struct PersonAt(int place, in Person person) : IEquatable<PersonAt>
{
    /// <summary>Ways to be somewhere: away or not, by lodging not known, not needed, needed.</summary>
    public const int Wishes = 6;

    public const int AllShifts = 16;

    private readonly int _number = 1 + (int)person.Shifts
        + (AllShifts * ((place * Wishes) + (person.WantsAway ? 3 : 0) + (person.NeedsLodging switch { null => 0, false => 1, true => 2 })));

    /// <summary>No person: an opening.</summary>
    public bool IsNobody => _number == 0;

    /// <summary>Place and wishes as one number, from zero on.</summary>
    public int Where => (_number - 1) / AllShifts;

    public int Shifts => (_number - 1) % AllShifts;

    public int Place => Where / Wishes;

    public bool WantsAway => Where % Wishes >= 3;

    public bool? NeedsLodging => (Where % 3) switch { 0 => null, 1 => false, _ => true };

    public bool Equals(PersonAt other) => _number == other._number;

    public override bool Equals(object? obj) => obj is PersonAt other && Equals(other);

    public override int GetHashCode() => _number;
}
