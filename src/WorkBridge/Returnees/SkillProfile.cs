using WorkBridge.Data;
using WorkBridge.Matching;

namespace WorkBridge.Returnees;

/// <summary>Trades, skills, wishes and limits of a person. Sealed: who has which skills in a small commune tells who it is.</summary>
public sealed record ProfileContent
{
    public IReadOnlyList<HeldTrade> Trades { get; init; } = [];

    public IReadOnlyList<HeldSkill> Skills { get; init; } = [];

    public IReadOnlyList<string> WantedTrades { get; init; } = [];

    public IReadOnlyList<OpeningKind> WantedKinds { get; init; } = [];

    public bool WantsAway { get; init; }

    /// <summary>Coded work that the law closes to this person, without saying why; for staff only, never in the index.</summary>
    public IReadOnlyList<string> ClosedWork { get; init; } = [];

    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>The least pay wished for, in đồng a month.</summary>
    public long? PayFrom { get; init; }

    public Shifts Shifts { get; init; }

    public DateOnly? AvailableFrom { get; init; }

    public IReadOnlyList<string> Licences { get; init; } = [];

    public Transport Transport { get; init; }

    public int? MaxKilometres { get; init; }

    public bool? NeedsLodging { get; init; }

    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>The person's own words about wishes, as typed; never in the index.</summary>
    public string? Wish { get; init; }
}

/// <summary>The skill profile (hồ sơ kỹ năng) of one person; it is in the index only while consent to matching stands.</summary>
public sealed class SkillProfile : Sealing<ProfileContent>
{
    public const int WishLength = 300;

    private SkillProfile()
    {
    }

    public SkillProfile(Guid returneeId, string communeCode, ProfileContent content, DateTime now)
    {
        ReturneeId = returneeId;
        CommuneCode = communeCode;
        UpdatedAt = now;
        Seal(content);
    }

    protected override Guid SealId => ReturneeId;

    /// <summary>Key, and the id of the document in the index.</summary>
    public Guid ReturneeId { get; private set; }

    public string CommuneCode { get; private set; } = "";

    public DateTime UpdatedAt { get; private set; }

    public int Version { get; private set; }

    public ProfileContent Content => Opened;

    public void Rewrite(ProfileContent content, DateTime now)
    {
        Seal(content);
        UpdatedAt = now;
        Version++;
    }
}
