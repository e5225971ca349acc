using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Search;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Openings;

/// <summary>How openings look: whose turn it is (design, section 3), pictures of trades, choices of the forms.</summary>
public static class OpeningLook
{
    public static string Tone(OpeningState state, bool toEmployer = false) => state switch
    {
        OpeningState.Draft or OpeningState.ChangesAsked => toEmployer || state == OpeningState.Draft ? "ours" : "theirs",
        OpeningState.Submitted => toEmployer ? "theirs" : "ours",
        OpeningState.Live or OpeningState.Filled => "good",
        _ => "closed",
    };

    public static string Icon(OpeningState state) => state switch
    {
        OpeningState.Draft or OpeningState.ChangesAsked => "pencil",
        OpeningState.Submitted => "hourglass",
        OpeningState.Live => "circle-check",
        OpeningState.Paused => "player-pause",
        OpeningState.Filled => "users",
        OpeningState.Expired => "clock-off",
        _ => "circle-minus",
    };

    /// <summary>The picture of a trade; tools where none is known.</summary>
    public static string Picture(string? tradeCode) => Trade(tradeCode)?.Icon ?? "tools";

    public static string TradeName(string? tradeCode) => Trade(tradeCode) is { } trade ? new Words(trade.Vi, trade.En).ToString() : "";

    /// <summary>Trades and skills by name, in the language of the request; a code that is gone is left out.</summary>
    public static IEnumerable<string> Names(IEnumerable<string> codes) => codes
        .Select(code => Trade(code) is { } trade ? new Words(trade.Vi, trade.En).ToString()
            : Vocabulary.Default.Skill(code) is { } skill ? new Words(skill.Vi, skill.En).ToString() : null)
        .OfType<string>();

    /// <summary>The courses that teach what is missing, each once with the skills it is for, as they stand inside a sentence.</summary>
    public static IEnumerable<(Guid Id, string Title, string Skills)> Courses(IEnumerable<string> missing, IReadOnlyDictionary<string, CourseFound> courses) => missing
        .Where(courses.ContainsKey)
        .GroupBy(skill => courses[skill])
        .Select(g => (g.Key.OpeningId, g.Key.Title, string.Join(", ", Names(g).Select(n => n.Length > 1 && char.IsLower(n[1]) ? char.ToLowerInvariant(n[0]) + n[1..] : n))));

    public static string Times(Shifts shifts) => string.Join(", ", OpeningText.Each(shifts).Select(s => OpeningText.Of(s).ToString()));

    public static IReadOnlyList<ChoiceView> Kinds =>
    [
        new(nameof(OpeningKind.Job), OpeningText.Of(OpeningKind.Job).ToString(), Tongue.T("Có hợp đồng, làm từ ba tháng trở lên", "With a contract, three months or more")),
        new(nameof(OpeningKind.Seasonal), OpeningText.Of(OpeningKind.Seasonal).ToString(), Tongue.T("Theo mùa hoặc theo đợt, có ngày xong", "For a season or a job with an end")),
        new(nameof(OpeningKind.Trial), OpeningText.Of(OpeningKind.Trial).ToString(), Tongue.T("Làm vài ngày cho biết nhau, có trả công", "A few paid days to get to know each other")),
        new(nameof(OpeningKind.Training), OpeningText.Of(OpeningKind.Training).ToString(), Tongue.T("Dạy nghề, kèm nghề, có thể nhận vào làm sau đó", "Teaching a trade, possibly with work afterwards")),
    ];

    public static IReadOnlyList<ChoiceView> ShiftChoices => [.. OpeningText.Each(Shifts.Any).Select(s => new ChoiceView(s.ToString(), OpeningText.Of(s).ToString()))];

    /// <summary>What work can ask of the body, in the codes of a person's limits.</summary>
    public static IReadOnlyList<ChoiceView> Demands =>
    [
        new("no-heavy-lifting", Tongue.T("Mang vác nặng", "Heavy lifting")),
        new("no-heights", Tongue.T("Làm trên cao", "Work at heights")),
        new("no-standing-long", Tongue.T("Đứng lâu", "Standing for long")),
        new("no-dust", Tongue.T("Nhiều bụi", "Much dust")),
    ];

    public static IReadOnlyList<ChoiceView> Papers =>
    [
        new("id", Tongue.T("Căn cước", "Identity card")),
        new("health-check", Tongue.T("Giấy khám sức khoẻ", "Health check")),
        new("certificate-copy", Tongue.T("Bản sao chứng chỉ nghề", "Copy of a trade certificate")),
        new("bank-account", Tongue.T("Tài khoản ngân hàng", "Bank account")),
    ];

    public static string Said(IReadOnlyList<ChoiceView> choices, IEnumerable<string> codes) =>
        string.Join(", ", choices.Where(c => codes.Contains(c.Value)).Select(c => c.Label));

    private static Trade? Trade(string? code) => code is null ? null : Vocabulary.Default.Trade(code);
}
