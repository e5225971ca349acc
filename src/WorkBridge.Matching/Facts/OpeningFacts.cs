namespace WorkBridge.Matching;

/// <summary>What matching knows of an opening. A null or an empty list means that the employer has not said.</summary>
public sealed record OpeningFacts
{
    public Guid Id { get; init; }
    public OpeningKind Kind { get; init; }
    public string? TradeCode { get; init; }
    public string Title { get; init; } = "";
    public string? Text { get; init; }
    public string? Requirements { get; init; }

    /// <summary>Skills asked for, by code.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Trades and skills that a training slot teaches, by code.</summary>
    public IReadOnlyList<string> Teaches { get; init; } = [];
    public string? CommuneCode { get; init; }
    public string? ProvinceCode { get; init; }

    /// <summary>Further provinces of an opening with several places of work.</summary>
    public IReadOnlyList<string> OtherProvinces { get; init; } = [];

    /// <summary>The provinces it is in as people call them; a question that names one of them finds it before others.</summary>
    public IReadOnlyList<string> ProvinceNames { get; init; } = [];
    public GeoPoint? Point { get; init; }

    /// <summary>Pay in đồng a month.</summary>
    public long? PayMin { get; init; }
    public long? PayMax { get; init; }
    public Shifts Shifts { get; init; }
    public DateOnly? StartsOn { get; init; }
    public int? ExperienceMonths { get; init; }
    public bool TeachesOnTheJob { get; init; }
    public IReadOnlyList<string> Licences { get; init; } = [];

    /// <summary>Limits of a person that this work collides with; the same codes as <see cref="ProfileFacts.Limits"/>.</summary>
    public IReadOnlyList<string> Demands { get; init; } = [];
    public IReadOnlyList<string> Papers { get; init; } = [];
    public bool LodgingOffered { get; init; }
    public DateOnly? ClosesOn { get; init; }

    /// <summary>Of whoever takes people on here.</summary>
    public EmployerSize EmployerSize { get; init; }
}
