using WorkBridge.Matching;
using WorkBridge.Openings;

namespace WorkBridge.Returnees;

/// <summary>What the words about people, skills and limits are on screen.</summary>
public static class ReturneeText
{
    public static readonly IReadOnlyList<string> LimitCodes = ["no-heavy-lifting", "no-heights", "no-standing-long", "no-dust"];
    public static readonly IReadOnlyList<string> PaperCodes = ["id", "health-check", "bank-account", "certificate-copy"];

    /// <summary>Classes of driving licences as they are named since 2025-01-01 (Law 36/2024/QH15).</summary>
    public static readonly IReadOnlyList<string> LicenceCodes = ["A1", "A", "B", "C1", "C", "D1", "D2", "D", "CE"];

    public static Words Of(Sex sex) => sex switch
    {
        Sex.Male => new("Nam", "Male"),
        Sex.Female => new("Nữ", "Female"),
        _ => new("Chưa rõ", "Unknown"),
    };

    public static Words Of(WorkState state) => state switch
    {
        WorkState.Stable => new("Ổn định", "Stable"),
        WorkState.Unstable => new("Chưa ổn định", "Unstable"),
        WorkState.None => new("Chưa có việc", "No work"),
        _ => new("Chưa rõ", "Unknown"),
    };

    public static Words Of(StateSource source) => source switch
    {
        StateSource.Survey => new("khảo sát", "survey"),
        StateSource.Officer => new("cán bộ ghi", "recorded by an officer"),
        _ => new("hỏi thăm", "follow-up"),
    };

    public static Words Of(Evidence evidence) => evidence switch
    {
        Evidence.Certificate => new("Có chứng chỉ", "Certificate"),
        Evidence.TaughtWithoutPaper => new("Được dạy, chưa có giấy", "Taught, no paper"),
        Evidence.SelfTaught => new("Tự học", "Self-taught"),
        _ => new("Chưa rõ căn cứ", "Not known how"),
    };

    public static string Icon(Evidence evidence) => evidence switch
    {
        Evidence.Certificate => "certificate",
        Evidence.TaughtWithoutPaper => "school",
        Evidence.SelfTaught => "hand-finger",
        _ => "help-circle",
    };

    public static Words Of(Transport transport) => transport switch
    {
        Transport.Foot => new("Đi bộ", "On foot"),
        Transport.Bicycle => new("Xe đạp", "Bicycle"),
        Transport.Motorbike => new("Xe máy", "Motorbike"),
        Transport.Car => new("Ô tô", "Car"),
        Transport.Bus => new("Xe buýt", "Bus"),
        _ => new("Chưa hỏi", "Not asked"),
    };

    public static Words Of(ProgrammeEnding ending) => ending switch
    {
        ProgrammeEnding.PlannedEnd => new("Đến hạn dự kiến", "Reached the planned end"),
        ProgrammeEnding.MovedAway => new("Chuyển đi nơi khác", "Moved away"),
        ProgrammeEnding.Deceased => new("Đã mất", "Deceased"),
        _ => new("Ghi nhầm", "Entered by mistake"),
    };

    public static Words Limit(string code) => code switch
    {
        "no-heavy-lifting" => new("Không bê vác nặng", "No heavy lifting"),
        "no-heights" => new("Không làm trên cao", "No work at heights"),
        "no-standing-long" => new("Không đứng lâu", "No long standing"),
        "no-dust" => new("Không làm nơi nhiều bụi", "No dusty places"),
        _ => new(code, code),
    };

    public static Words Paper(string code) => code switch
    {
        "id" => new("Căn cước", "Identity card"),
        "health-check" => new("Khám sức khoẻ", "Health check"),
        "bank-account" => new("Tài khoản ngân hàng", "Bank account"),
        "certificate-copy" => new("Bản sao chứng chỉ", "Copy of certificate"),
        _ => new(code, code),
    };

    /// <summary>Kinds of work a law may close to somebody, as the vocabulary codes them.</summary>
    public static IReadOnlyList<string> ClosedCodes { get; } = [.. Vocabulary.Default.Trades.Select(t => t.ClosedBy).OfType<string>().Distinct(StringComparer.Ordinal)];

    public static Words Closed(string code) =>
        RecordBases.Default.All.FirstOrDefault(b => b.Code == code)?.Name ?? new(code, code);

    public static Words Skill(string code) => Vocabulary.Default.Skill(code) is { } skill ? new(skill.Vi, skill.En) : new(code, code);
}
