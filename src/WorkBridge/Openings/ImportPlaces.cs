using WorkBridge.Communes;
using WorkBridge.Matching;

namespace WorkBridge.Openings;

/// <summary>
/// Where an advertisement says the work is: the province, by its name of today or before 2025-07-01 (Resolution 202/2025/QH15),
/// and the commune where it is named with its kind and its province. Several provinces give none; nothing is guessed.
/// </summary>
public sealed class ImportPlaces
{
    private static readonly Dictionary<string, string> Before = new(StringComparer.Ordinal)
    {
        ["ha giang"] = "tuyen quang", ["yen bai"] = "lao cai", ["bac kan"] = "thai nguyen", ["vinh phuc"] = "phu tho", ["hoa binh"] = "phu tho",
        ["bac giang"] = "bac ninh", ["thai binh"] = "hung yen", ["hai duong"] = "hai phong", ["ha nam"] = "ninh binh", ["nam dinh"] = "ninh binh",
        ["quang binh"] = "quang tri", ["quang nam"] = "da nang", ["kon tum"] = "quang ngai", ["binh dinh"] = "gia lai", ["ninh thuan"] = "khanh hoa",
        ["dak nong"] = "lam dong", ["binh thuan"] = "lam dong", ["phu yen"] = "dak lak", ["binh duong"] = "ho chi minh", ["ba ria vung tau"] = "ho chi minh",
        ["vung tau"] = "ho chi minh", ["binh phuoc"] = "dong nai", ["long an"] = "tay ninh", ["soc trang"] = "can tho", ["hau giang"] = "can tho",
        ["ben tre"] = "vinh long", ["tra vinh"] = "vinh long", ["tien giang"] = "dong thap", ["bac lieu"] = "ca mau", ["kien giang"] = "an giang",
        ["thua thien hue"] = "hue", ["sai gon"] = "ho chi minh", ["hcm"] = "ho chi minh", ["tphcm"] = "ho chi minh", ["hn"] = "ha noi", ["dac lac"] = "dak lak", ["daklak"] = "dak lak", ["dac nong"] = "lam dong",
    };

    private static readonly string[] Kinds = ["thanh pho ", "tinh ", "tp ", "t p "];

    private readonly Dictionary<string, string> provinces;
    private readonly ILookup<(string Province, string Name), ListedCommune> communes;

    private static readonly Lazy<ImportPlaces> Listed = new(() => new ImportPlaces(CommuneList.Default.Communes));

    /// <summary>The places of today's list.</summary>
    public static ImportPlaces Default => Listed.Value;

    public ImportPlaces(IEnumerable<ListedCommune> places)
    {
        var all = places.ToList();
        provinces = all.GroupBy(p => ProvinceKey(p.ProvinceName)).ToDictionary(g => g.Key, g => g.First().ProvinceCode, StringComparer.Ordinal);
        communes = all.ToLookup(p => (p.ProvinceCode, Vietnamese.Normalise(p.Name)));
    }

    /// <summary>The province and commune of a text; either is null where the text does not settle it.</summary>
    public (string? ProvinceCode, string? CommuneCode) Find(string? text)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in (text ?? "").Split([';', '/', '\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pieces = place.Split([',', '–', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var province = ProvinceOf(place) ?? pieces.Reverse().Select(ProvinceOf).FirstOrDefault(p => p is not null);
            if (province is null)
                continue;
            codes.Add(province);
            foreach (var commune in pieces.SelectMany(piece => communes[(province, Vietnamese.Normalise(piece))]))
                found.Add(commune.Code);
        }

        return codes.Count == 1 ? (codes.First(), found.Count == 1 ? found.First() : null) : (null, null);
    }

    private string? ProvinceOf(string text)
    {
        var key = ProvinceKey(text);
        return provinces.GetValueOrDefault(Before.GetValueOrDefault(key, key));
    }

    private static string ProvinceKey(string name)
    {
        var key = Files.FoundHeadings.Key(name);
        foreach (var kind in Kinds)
        {
            if (key.StartsWith(kind, StringComparison.Ordinal))
                return key[kind.Length..];
        }

        return key;
    }
}
