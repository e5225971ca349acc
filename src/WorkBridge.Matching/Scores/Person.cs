using System.Buffers.Binary;

namespace WorkBridge.Matching;

/// <summary>
/// A person beside one opening: what <see cref="PersonRow"/> holds, and how far it is. <paramref name="facts"/> are there
/// when reasons are asked for; their lists have the order of the row.
/// </summary>
internal readonly ref struct Person(ReadOnlySpan<byte> row, Distance way, ProfileFacts? facts)
{
    private readonly ReadOnlySpan<byte> _row = row;

    public Distance Way { get; } = way;

    /// <summary>The codes behind the numbers. Throws when the person was read from the index, where nobody asks for reasons.</summary>
    public ProfileFacts Facts => facts ?? throw new InvalidOperationException("Reasons are made from facts.");

    public Shifts Shifts => (Shifts)(_row[0] & 15);

    public bool WantsAway => (_row[0] & 16) != 0;

    public bool? NeedsLodging => (_row[0] >> 5) switch { 0 => null, 1 => false, _ => true };

    public Transport Transport => (Transport)(_row[1] & 7);

    public bool HasWantedKinds => _row[1] >> 3 != 0;

    public int TradeCount => _row[2];

    public int WantedCount => _row[3];

    public int SkillCount => BinaryPrimitives.ReadUInt16LittleEndian(_row[4..]);

    public int? MaxKilometres => Known(Int(9));

    public int? AvailableFrom => Known(Int(13));

    public long? PayFrom => BinaryPrimitives.ReadInt64LittleEndian(_row[17..]) is >= 0 and var pay ? pay : null;

    public bool HasLicences => _row[7] > 0;

    public bool HasPapers => _row[8] > 0;

    public bool Wants(OpeningKind kind) => (_row[1] >> 3 & (1 << (int)kind)) != 0;

    public int Trade(int at) => Int(PersonRow.Head + (at * PersonRow.TradeSize));

    public Evidence TradeEvidence(int at) => (Evidence)_row[PersonRow.Head + (at * PersonRow.TradeSize) + 4];

    public int? TradeMonths(int at) => Known(Int(PersonRow.Head + (at * PersonRow.TradeSize) + 5));

    public int Wanted(int at) => Int(WantedStart + (at * PersonRow.CodeSize));

    public int Skill(int at) => Int(SkillStart + (at * PersonRow.SkillSize));

    public Evidence SkillEvidence(int at) => (Evidence)_row[SkillStart + (at * PersonRow.SkillSize) + 4];

    public bool HasSkill(int code)
    {
        for (var i = 0; i < SkillCount; i++)
        {
            if (Skill(i) == code)
                return true;
        }
        return false;
    }

    public bool HasLimit(int code) => Has(LimitStart, _row[6], code);

    public bool HasLicence(int code) => Has(LimitStart + (_row[6] * PersonRow.CodeSize), _row[7], code);

    public bool HasPaper(int code) => Has(LimitStart + ((_row[6] + _row[7]) * PersonRow.CodeSize), _row[8], code);

    private int WantedStart => PersonRow.Head + (_row[2] * PersonRow.TradeSize);

    private int SkillStart => WantedStart + (_row[3] * PersonRow.CodeSize);

    private int LimitStart => SkillStart + (SkillCount * PersonRow.SkillSize);

    private bool Has(int start, int count, int code)
    {
        for (var i = 0; i < count; i++)
        {
            if (Int(start + (i * PersonRow.CodeSize)) == code)
                return true;
        }
        return false;
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_row[at..]);

    private static int? Known(int value) => value >= 0 ? value : null;
}
