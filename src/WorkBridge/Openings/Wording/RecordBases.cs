using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkBridge.Openings;

/// <summary>
/// A kind of work for which a law allows asking for a record, with the law, its days and how sure we are. Code is what an
/// opening keeps; Trades are the only trades it covers; Confidence is "seen" where the text was read and "check" where a
/// lawyer still has to, which the reviewing officer is told.
/// </summary>
public sealed record RecordBasis(
    string Code,
    string Vi,
    string En,
    IReadOnlyList<string> Trades,
    string Source,
    DateOnly From,
    DateOnly? To,
    DateOnly CheckedOn,
    string Confidence)
{
    [JsonIgnore]
    public Words Name => new(Vi, En);

    public bool Stands(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>
/// The dated list of such work: a file beside the program (reference/record-bases.json) that an administrator may edit. No
/// other work may ask (Law on Judicial Records as amended by 107/2025/QH15, from 2026-07-01).
/// </summary>
public sealed class RecordBases
{
    private static readonly Lazy<RecordBases> FromFile = new(() =>
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "reference", "record-bases.json"));
        return Read(file);
    });

    private RecordBases(IReadOnlyList<RecordBasis> all) => All = all;

    /// <summary>The list beside the program; throws at the first use where the file is missing or wrong.</summary>
    public static RecordBases Default => FromFile.Value;

    public IReadOnlyList<RecordBasis> All { get; }

    public static RecordBases Read(Stream json)
    {
        var all = JsonSerializer.Deserialize<RecordBasis[]>(json, JsonSerializerOptions.Web) ?? [];
        foreach (var basis in all)
        {
            if (string.IsNullOrWhiteSpace(basis.Code) || string.IsNullOrWhiteSpace(basis.Source) || basis.Trades is not { Count: > 0 })
                throw new InvalidDataException($"record-bases.json: \"{basis.Code}\" needs a code, a source and at least one trade.");
        }

        return new RecordBases(all);
    }

    /// <summary>What may be chosen for a trade on a day.</summary>
    public IEnumerable<RecordBasis> For(string? tradeCode, DateOnly day) =>
        All.Where(b => b.Stands(day) && tradeCode is not null && b.Trades.Contains(tradeCode));

    public bool Allows(string? basisCode, string? tradeCode, DateOnly day) => For(tradeCode, day).Any(b => b.Code == basisCode);
}
