namespace WorkBridge.Matching;

/// <summary>A trade that somebody can do. <paramref name="Months"/> of practice are null while unknown.</summary>
public sealed record HeldTrade(string Code, Evidence Evidence, int? Months);

/// <summary>A skill that somebody has, and what stands behind it.</summary>
public sealed record HeldSkill(string Code, Evidence Evidence);

/// <summary>
/// What matching may know of a person: codes and wishes, no name and no text. A null or an empty list means
/// that nobody has asked yet; it is never read as "no".
/// </summary>
public sealed record ProfileFacts
{
    public Guid Id { get; init; }
    public string CommuneCode { get; init; } = "";
    public string ProvinceCode { get; init; } = "";
    public GeoPoint? Point { get; init; }
    public IReadOnlyList<HeldTrade> Trades { get; init; } = [];
    public IReadOnlyList<HeldSkill> Skills { get; init; } = [];
    public IReadOnlyList<string> WantedTrades { get; init; } = [];
    public IReadOnlyList<OpeningKind> WantedKinds { get; init; } = [];

    /// <summary>The person asked for work away from home.</summary>
    public bool WantsAway { get; init; }

    /// <summary>Kinds of work that the law closes to this person. Used to exclude; never indexed, never shown to the person.</summary>
    public IReadOnlyList<string> ClosedWork { get; init; } = [];

    /// <summary>What the person cannot do: no-heavy-lifting, no-heights, no-standing-long, no-dust.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>The least pay wished for, đồng a month.</summary>
    public long? PayFrom { get; init; }
    public Shifts Shifts { get; init; }
    public DateOnly? AvailableFrom { get; init; }
    public IReadOnlyList<string> Licences { get; init; } = [];
    public Transport Transport { get; init; }
    public int? MaxKilometres { get; init; }
    public bool? NeedsLodging { get; init; }

    /// <summary>Papers at hand: id, health-check, bank-account, certificate-copy.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];
}
