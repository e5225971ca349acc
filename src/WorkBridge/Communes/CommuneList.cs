using System.Text.Json;
using WorkBridge.Matching;

namespace WorkBridge.Communes;

/// <summary>A commune as the reference list has it.</summary>
public sealed record ListedCommune(string Code, string Name, CommuneKind Kind, string ProvinceCode, string ProvinceName)
{
    public string FullName => $"{Name}, {ProvinceName}";
}

/// <summary>A commune that fits what was typed; <paramref name="OldName"/> is what people still call (part of) it, where that was the hit.</summary>
public sealed record FoundCommune(ListedCommune Commune, string? OldName);

/// <summary>
/// The 34 provinces and 3,321 communes since 2025-07-01 with the names before it, from the file that the asset build writes
/// (reference/communes.json). Searching reads memory only; the database keeps the communes that rows refer to.
/// </summary>
public sealed class CommuneList
{
    /// <summary>The day on which the map changed.</summary>
    public static readonly DateOnly ValidFrom = new(2025, 7, 1);

    private static readonly Lazy<CommuneList> FromFile = new(() =>
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "reference", "communes.json"));
        return Read(file);
    });

    private readonly Dictionary<string, ListedCommune> byCode;
    private readonly List<CommuneName> names = [];

    private CommuneList(string source, IReadOnlyList<ListedCommune> communes, IEnumerable<CommuneName> oldNames)
    {
        Source = source;
        Communes = communes;
        byCode = communes.ToDictionary(c => c.Code);
        names.AddRange(communes.Select(c => new CommuneName(c, null, c.Name, c.ProvinceName)));
        names.AddRange(oldNames);
    }

    /// <summary>The list beside the program; throws at the first use where the file is missing.</summary>
    public static CommuneList Default => FromFile.Value;

    /// <summary>Which package it was read from.</summary>
    public string Source { get; }

    public IReadOnlyList<ListedCommune> Communes { get; }

    public ListedCommune? Find(string? code) => code is not null && byCode.TryGetValue(code, out var commune) ? commune : null;

    public static CommuneList Read(Stream json)
    {
        var file = JsonSerializer.Deserialize<CommuneFile>(json, JsonSerializerOptions.Web) ?? throw new InvalidDataException("communes.json is empty.");
        var provinces = file.Provinces.ToDictionary(p => p.Code, p => p.Name);
        var communes = file.Communes.Select(c => new ListedCommune(c.Code, c.Name, KindOf(c.Kind), c.Province, provinces[c.Province])).ToList();
        var known = communes.ToDictionary(c => c.Code);
        var old = file.Renames
            .Where(r => known.ContainsKey(r.NewCode))
            .Select(r => new CommuneName(known[r.NewCode], OldPlace(r), r.OldName, $"{r.OldDistrict} {r.OldProvince} {known[r.NewCode].ProvinceName}"));
        return new CommuneList(file.Source, communes, old);
    }

    /// <summary>
    /// Communes for a suggestion list, best first: every typed word must begin a word of the name (today's, or one from before
    /// 2025-07-01) or of its district and province. Marks that were typed count before those that were not.
    /// </summary>
    public IReadOnlyList<FoundCommune> Search(string? typed, int take)
    {
        var asked = new CommuneQuestion(typed);
        if (asked.IsEmpty)
            return [];
        return [.. names
            .Select(n => (n.Commune, n.OldPlace, Rank: n.Rank(asked)))
            .Where(n => n.Rank > 0)
            .OrderByDescending(n => n.Rank).ThenBy(n => n.Commune.Name, StringComparer.Ordinal).ThenBy(n => n.Commune.Code, StringComparer.Ordinal)
            .DistinctBy(n => n.Commune.Code)
            .Take(take)
            .Select(n => new FoundCommune(n.Commune, n.OldPlace))];
    }

    /// <summary>
    /// The one commune that was meant, or null where none or several could be. Of several whose whole name was typed, the one in
    /// <paramref name="homeProvince"/> is meant, if there is just one.
    /// </summary>
    public ListedCommune? Only(string? typed, string? homeProvince = null)
    {
        var asked = new CommuneQuestion(typed);
        if (asked.IsEmpty)
            return null;
        var whole = names.Where(n => n.IsWhole(asked)).Select(n => n.Commune).Distinct().ToList();
        if (whole.Count > 1)
            whole.RemoveAll(c => c.ProvinceCode != homeProvince);
        else if (whole.Count == 0)
            whole.AddRange(Search(typed, 2).Select(f => f.Commune));
        return whole.Count == 1 ? whole[0] : null;
    }

    private static string OldPlace(RenameRow row) => string.Join(", ", new[] { row.OldName, row.OldDistrict, row.OldProvince }.Where(p => !string.IsNullOrEmpty(p)));

    private static CommuneKind KindOf(string word) => word switch
    {
        "phuong" => CommuneKind.Ward,
        "dac-khu" => CommuneKind.SpecialZone,
        "xa" => CommuneKind.Commune,
        _ => throw new InvalidDataException($"communes.json: kind \"{word}\" is not known."),
    };

    private sealed record CommuneFile(string Source, ProvinceRow[] Provinces, CommuneRow[] Communes, RenameRow[] Renames);

    private sealed record ProvinceRow(string Code, string Name);

    private sealed record CommuneRow(string Code, string Name, string Kind, string Province);

    private sealed record RenameRow(string? OldCode, string OldName, string? OldDistrict, string? OldProvince, string NewCode);
}
