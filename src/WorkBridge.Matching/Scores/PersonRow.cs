using System.Buffers.Binary;

namespace WorkBridge.Matching;

/// <summary>
/// The facts of a person as a row of bytes, which is what scoring reads: a million of them lie side by side in memory
/// and are looked at without making an object of any. No place and nothing of what the law closes. Layout, little-endian:
/// shifts (4 bits), wants away (1), lodging (2: not known, no, yes); transport (3), wanted kinds (4); how many trades,
/// wanted trades, skills (2 bytes), limits, licences, papers; most kilometres (4, below zero for not known); free from
/// (4); pay (8); then the lists themselves.
/// </summary>
internal static class PersonRow
{
    public const int Head = 25;
    public const int TradeSize = 9;
    public const int SkillSize = 5;
    public const int CodeSize = 4;
    public const int Unknown = -1;

    private const int MostOfAList = 255;

    /// <summary>So that a row stays under the 32,766 bytes that the index takes.</summary>
    private const int MostSkills = 2000;

    public static byte[] Of(ProfileFacts person, Vocabulary vocabulary)
    {
        var trades = Math.Min(person.Trades.Count, MostOfAList);
        var wanted = Math.Min(person.WantedTrades.Count, MostOfAList);
        var skills = Math.Min(person.Skills.Count, MostSkills);
        var limits = Math.Min(person.Limits.Count, MostOfAList);
        var licences = Math.Min(person.Licences.Count, MostOfAList);
        var papers = Math.Min(person.Papers.Count, MostOfAList);
        var row = new byte[Head + (trades * TradeSize) + (skills * SkillSize) + ((wanted + limits + licences + papers) * CodeSize)];

        WriteHead(row, person);
        (row[2], row[3], row[6], row[7], row[8]) = ((byte)trades, (byte)wanted, (byte)limits, (byte)licences, (byte)papers);
        BinaryPrimitives.WriteUInt16LittleEndian(row.AsSpan(4), (ushort)skills);

        var at = Head;
        foreach (var trade in person.Trades.Take(trades))
        {
            BinaryPrimitives.WriteInt32LittleEndian(row.AsSpan(at), vocabulary.NumberOfTrade(trade.Code));
            row[at + 4] = (byte)trade.Evidence;
            BinaryPrimitives.WriteInt32LittleEndian(row.AsSpan(at + 5), trade.Months is { } months ? Math.Max(0, months) : Unknown);
            at += TradeSize;
        }
        at = Write(row, at, person.WantedTrades.Take(wanted).Select(vocabulary.NumberOfTrade));
        foreach (var skill in person.Skills.Take(skills))
        {
            BinaryPrimitives.WriteInt32LittleEndian(row.AsSpan(at), vocabulary.NumberOfSkill(skill.Code));
            row[at + 4] = (byte)skill.Evidence;
            at += SkillSize;
        }
        at = Write(row, at, person.Limits.Take(limits).Select(l => CodeNumber.Of(l)));
        at = Write(row, at, person.Licences.Take(licences).Select(CodeNumber.OfAnyCase));
        Write(row, at, person.Papers.Take(papers).Select(p => CodeNumber.Of(p)));
        return row;
    }

    /// <summary>What stands before the lists, without how long they are.</summary>
    public static void WriteHead(Span<byte> row, ProfileFacts person)
    {
        row.Clear();
        row[0] = (byte)((int)(person.Shifts & Shifts.Any) | (person.WantsAway ? 1 << 4 : 0) | (person.NeedsLodging switch { null => 0, false => 1, true => 2 } << 5));
        row[1] = (byte)((int)person.Transport | (person.WantedKinds.Aggregate(0, (mask, kind) => mask | (1 << (int)kind)) << 3));
        BinaryPrimitives.WriteInt32LittleEndian(row[9..], person.MaxKilometres is { } most ? Math.Max(0, most) : Unknown);
        BinaryPrimitives.WriteInt32LittleEndian(row[13..], person.AvailableFrom?.DayNumber ?? Unknown);
        BinaryPrimitives.WriteInt64LittleEndian(row[17..], person.PayFrom is { } pay ? Math.Max(0, pay) : Unknown);
    }

    private static int Write(byte[] row, int at, IEnumerable<int> codes)
    {
        foreach (var code in codes)
        {
            BinaryPrimitives.WriteInt32LittleEndian(row.AsSpan(at), code);
            at += CodeSize;
        }
        return at;
    }
}
