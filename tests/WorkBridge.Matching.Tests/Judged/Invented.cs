using System.Globalization;

namespace WorkBridge.Matching.Tests.Judged;

/// <summary>
/// The invented people, openings and judged pairs of the tables. What people can do and what openings say is written in
/// words, typed as it comes, and is read by the vocabulary as the product reads it.
/// </summary>
internal sealed class Invented
{
    private static readonly Vocabulary Words = Vocabulary.Default;

    private readonly Dictionary<string, (string Commune, string Province, GeoPoint Point)> _places = Table.Read("places.tsv").Rows.ToDictionary(
        r => r["nơi"],
        r => (r["mã xã"], r["mã tỉnh"], new GeoPoint(double.Parse(r["vĩ độ"], CultureInfo.InvariantCulture), double.Parse(r["kinh độ"], CultureInfo.InvariantCulture))),
        StringComparer.Ordinal);

    public Invented()
    {
        People = Table.Read("people.tsv").Rows.ToDictionary(r => r["mã"], Person, StringComparer.Ordinal);
        Openings = Table.Read("openings.tsv").Rows.ToDictionary(r => r["mã"], Opening, StringComparer.Ordinal);
        Pairs = Table.Read("pairs.tsv").Rows.ConvertAll(r => new JudgedPair(r["người"], r["tin"], int.Parse(r["điểm"], CultureInfo.InvariantCulture), r["vì sao"]));
    }

    public Dictionary<string, ProfileFacts> People { get; }

    public Dictionary<string, OpeningFacts> Openings { get; }

    public List<JudgedPair> Pairs { get; }

    private ProfileFacts Person(Table.Row row)
    {
        var (commune, province, point) = _places[row["ở"]];
        return new ProfileFacts
        {
            Id = Guid.CreateVersion7(),
            CommuneCode = commune,
            ProvinceCode = province,
            Point = point,
            Trades = [.. row.List("nghề").SelectMany(Held)],
            Skills = [.. row.List("kỹ năng").SelectMany(HeldSkills)],
            WantedTrades = [.. row.List("muốn làm").SelectMany(w => Found(w, isTrade: true))],
            WantedKinds = [.. row.List("tìm").SelectMany(Kinds)],
            Shifts = ShiftsOf(row.List("giờ")),
            PayFrom = row.Million("lương từ (triệu)"),
            Licences = [.. row.List("bằng lái")],
            Transport = row["đi bằng"] switch { "xe máy" => Transport.Motorbike, "xe đạp" => Transport.Bicycle, "đi bộ" => Transport.Foot, "xe buýt" => Transport.Bus, _ => Transport.Unknown },
            MaxKilometres = (int?)row.Number("xa nhất (km)"),
            NeedsLodging = row["cần chỗ ở"].Length == 0 ? null : row.Yes("cần chỗ ở"),
            WantsAway = row["cần chỗ ở"].Contains("đi xa", StringComparison.Ordinal),
            Limits = [.. row.List("không làm được").Select(Limit)],
            ClosedWork = [.. row.List("luật đóng")],
        };
    }

    private OpeningFacts Opening(Table.Row row)
    {
        var (commune, province, point) = _places[row["ở"]];
        return new OpeningFacts
        {
            Id = Guid.CreateVersion7(),
            Kind = row["loại"] switch { "học" => OpeningKind.Training, "thời vụ" => OpeningKind.Seasonal, _ => OpeningKind.Job },
            Title = row["tin"],
            Text = row["mô tả"],
            Requirements = row["yêu cầu"],
            TradeCode = row["mã nghề"] is { Length: > 0 } code ? code : null,
            Skills = [.. row.List("kỹ năng").SelectMany(s => Found(s, isTrade: false))],
            Teaches = [.. row.List("dạy")],
            CommuneCode = commune,
            ProvinceCode = province,
            Point = point,
            PayMin = row.Million("lương từ"),
            PayMax = row.Million("lương đến"),
            Shifts = ShiftsOf(row.List("giờ")),
            ExperienceMonths = (int?)row.Number("kinh nghiệm (tháng)"),
            TeachesOnTheJob = row.Yes("dạy việc"),
            Licences = [.. row.List("bằng lái")],
            Demands = [.. row.List("việc có").Select(Limit)],
            Papers = [.. row.List("giấy tờ").Select(p => p == "căn cước" ? "id" : "health-check")],
            LodgingOffered = row.Yes("chỗ ở"),
        };
    }

    // "thợ hàn (giấy, 24)": the words before the bracket, what stands behind them, months.
    private static IEnumerable<HeldTrade> Held(string text)
    {
        var parts = text.Split('(', ')');
        var inside = parts.Length > 1 ? parts[1].Split(',', StringSplitOptions.TrimEntries) : [];
        return Found(parts[0], isTrade: true).Select(code => new HeldTrade(
            code,
            Behind(inside.FirstOrDefault()),
            inside.Length > 1 ? int.Parse(inside[1], CultureInfo.InvariantCulture) : null));
    }

    private static IEnumerable<HeldSkill> HeldSkills(string text)
    {
        var parts = text.Split('(', ')');
        return Found(parts[0], isTrade: false).Select(code => new HeldSkill(code, Behind(parts.Length > 1 ? parts[1] : null)));
    }

    private static Evidence Behind(string? word) => word switch
    {
        "giấy" => Evidence.Certificate,
        "được dạy" => Evidence.TaughtWithoutPaper,
        "tự học" => Evidence.SelfTaught,
        _ => Evidence.None,
    };

    private static List<string> Found(string text, bool isTrade)
    {
        var found = Words.FindIn(text).Where(m => m.IsTrade == isTrade).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
        return found.Count > 0 ? found : throw new InvalidDataException($"'{text}' names no {(isTrade ? "trade" : "skill")} of the vocabulary");
    }

    private static IEnumerable<OpeningKind> Kinds(string word) => word switch
    {
        "việc" => [OpeningKind.Job, OpeningKind.Trial],
        "thời vụ" => [OpeningKind.Seasonal],
        "học" => [OpeningKind.Training],
        _ => throw new InvalidDataException($"'{word}' is no kind of opening"),
    };

    private static Shifts ShiftsOf(IEnumerable<string> words) => words.Aggregate(Shifts.None, (all, word) => all | word switch
    {
        "ngày" => Shifts.Day,
        "tối" => Shifts.Evening,
        "đêm" => Shifts.Night,
        "cuối tuần" => Shifts.Weekend,
        _ => throw new InvalidDataException($"'{word}' is no time of work"),
    });

    private static string Limit(string word) => word switch
    {
        "bê nặng" => "no-heavy-lifting",
        "trên cao" => "no-heights",
        "đứng lâu" => "no-standing-long",
        "bụi" => "no-dust",
        _ => throw new InvalidDataException($"'{word}' is no limit"),
    };
}

/// <summary>What a counsellor thinks of proposing an opening to a person: 3 first, 2 well, 1 if nothing better, 0 not.</summary>
internal sealed record JudgedPair(string Person, string Opening, int Grade, string Why);
