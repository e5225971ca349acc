using WorkBridge.Matching;

namespace WorkBridge.Openings;

/// <summary>What an employer says of an opening; replaced as a whole while it is a draft.</summary>
public sealed record OpeningContent
{
    public OpeningKind Kind { get; init; }

    public string Title { get; init; } = "";

    /// <summary>A code of the vocabulary; null while nobody has chosen one.</summary>
    public string? TradeCode { get; init; }

    public string Description { get; init; } = "";

    public string Requirements { get; init; } = "";

    public int Places { get; init; } = 1;

    /// <summary>In đồng a month; null where the advertisement does not say.</summary>
    public long? PayMin { get; init; }

    public long? PayMax { get; init; }

    /// <summary>Where the work is, in the employer's words.</summary>
    public string PlaceText { get; init; } = "";

    public string? CommuneCode { get; init; }

    public string? ProvinceCode { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public Shifts Shifts { get; init; }

    public string? HoursText { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? ClosesOn { get; init; }

    public int? ExperienceMonths { get; init; }

    public bool TeachesOnTheJob { get; init; }

    public bool LodgingOffered { get; init; }

    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Trades and skills a training slot teaches.</summary>
    public IReadOnlyList<string> Teaches { get; init; } = [];

    public IReadOnlyList<string> Licences { get; init; } = [];

    /// <summary>What the work asks of the body, in the codes of a person's limits.</summary>
    public IReadOnlyList<string> Demands { get; init; } = [];

    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>The coded kind of work for which a law allows asking for a record; null for all other work.</summary>
    public string? RecordBasis { get; init; }
}
