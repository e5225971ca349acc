using WorkBridge.Consents;
using WorkBridge.Openings;
using WorkBridge.Returnees;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>How a person's standing and consents are worded and coloured on the desk.</summary>
public static class PersonLook
{
    public static Words Of(PersonStanding standing) => standing switch
    {
        PersonStanding.InProgramme => new("Còn trong mô hình", "In the programme"),
        PersonStanding.AskedForHelp => new("Tự đến nhờ giúp", "Came for help"),
        _ => new("Chỉ tính trong số liệu", "Counted only"),
    };

    public static Words Of(MatchingConsent consent) => consent switch
    {
        MatchingConsent.Stands => new("Đã đồng ý", "Agreed"),
        MatchingConsent.EndsSoon => new("Sắp hết hạn", "Ends soon"),
        MatchingConsent.NotAsked => new("Chưa hỏi", "Not asked"),
        MatchingConsent.Refused => new("Không đồng ý", "Refused"),
        MatchingConsent.Withdrawn => new("Đã rút", "Withdrawn"),
        MatchingConsent.AskAgain => new("Cần hỏi lại", "To be asked again"),
        _ => new("Đã hết hạn", "Ended"),
    };

    public static string Of(MatchingConsent consent, DateOnly? ends) => consent is MatchingConsent.Stands or MatchingConsent.EndsSoon
        ? new Words($"Đồng ý đến {Show.Day(ends)}", $"Agreed until {Show.Day(ends)}").ToString()
        : Of(consent).ToString();

    /// <summary>The state word of the consent tag.</summary>
    public static string Word(MatchingConsent consent) => consent switch
    {
        MatchingConsent.Stands => "given",
        MatchingConsent.EndsSoon => "soon",
        MatchingConsent.NotAsked => "none",
        MatchingConsent.Refused => "refused",
        MatchingConsent.Withdrawn => "withdrawn",
        MatchingConsent.AskAgain => "again",
        _ => "ended",
    };

    public static Words Of(Purpose purpose, string? employer) => purpose switch
    {
        Purpose.Matching => new("Cán bộ dùng hồ sơ để tìm chỗ hợp", "The officer may use the profile to find openings"),
        Purpose.Employer => new($"Gửi tay nghề cho {employer}", $"Send the skills to {employer}"),
        Purpose.Reminders => new("Gọi điện hoặc gửi thư nhắc lịch", "Reminders by telephone or mail"),
        Purpose.Mentor => new("Cho người đồng hành biết việc làm đến đâu", "Tell the companion how work goes"),
        _ => new("Đếm trong số liệu chung, không có tên", "Be counted in public figures, without a name"),
    };

    /// <summary>Papers at hand as decks, those still missing dashed.</summary>
    public static List<SpanView> Papers(IReadOnlyList<string> held) =>
        [.. ReturneeText.PaperCodes.Select(code => new SpanView(ReturneeText.Paper(code).ToString(), held.Contains(code) ? "done" : "next", (held.Contains(code) ? new Words("đã có", "at hand") : new Words("chưa có", "missing")).ToString()))];

    public static IReadOnlyList<ChoiceView> Sexes =>
        [.. new[] { Sex.Male, Sex.Female, Sex.Unknown }.Select(s => new ChoiceView(s.ToString(), ReturneeText.Of(s).ToString()))];

    public static IReadOnlyList<ChoiceView> States =>
        [.. Enum.GetValues<WorkState>().Select(s => new ChoiceView(s.ToString(), ReturneeText.Of(s).ToString()))];

    public static IReadOnlyList<ChoiceView> Standings =>
    [
        new(nameof(PersonStanding.InProgramme), new Words("Đang trong mô hình", "Is in the programme").ToString()),
        new(nameof(PersonStanding.AskedForHelp), new Words("Không trong mô hình, nhưng tự đến nhờ giúp tìm việc", "Is not, but came and asked for help to find work").ToString()),
        new(nameof(PersonStanding.CountedOnly), new Words("Chỉ tính trong số liệu", "Is only counted").ToString(), new Words("Không có hồ sơ kỹ năng, thẻ hay giới thiệu. Không giữ số điện thoại và ghi chú.", "No skill profile, card or referral. Telephone and note are not kept.").ToString()),
    ];

    /// <summary>Where what is kept differs from what was typed.</summary>
    public static IReadOnlyList<(string Label, string Kept)> Differences(PersonalDetails kept, DetailsInput typed)
    {
        var now = new DetailsInput();
        now.Fill(kept);
        var all = new (Words Label, string Kept, string Typed)[]
        {
            (new("Họ và tên", "Name"), now.Name ?? "", typed.Name ?? ""),
            (new("Năm sinh", "Year of birth"), $"{now.BirthYear}", $"{typed.BirthYear}"),
            (new("Giới tính", "Sex"), ReturneeText.Of(kept.Sex).ToString(), ReturneeText.Of(typed.Sex ?? Sex.Unknown).ToString()),
            (new("Thôn, tổ dân phố", "Village"), now.Village ?? "", typed.Village ?? ""),
            (new("Ngày về địa phương", "Home since"), Show.Day(now.HomeSince), Show.Day(typed.HomeSince)),
            (new("Số điện thoại", "Telephone"), now.Phone ?? "", typed.Phone ?? ""),
            (new("Thư điện tử", "E-mail"), now.Email ?? "", typed.Email ?? ""),
            (new("Người giúp đỡ", "Companion"), now.Companion ?? "", typed.Companion ?? ""),
            (new("Ghi chú", "Note"), now.Note ?? "", typed.Note ?? ""),
        };
        return [.. all.Where(x => x.Kept.Trim() != x.Typed.Trim()).Select(x => (x.Label.ToString(), x.Kept.Length == 0 ? "–" : x.Kept))];
    }

    /// <summary>The main lines of a skill profile, for whoever was second.</summary>
    public static IReadOnlyList<(string Label, string Kept)> Of(ProfileContent kept) =>
    [
        (new Words("Nghề", "Trades").ToString(), List(kept.Trades.Select(t => TradeWords.Of(t.Code)))),
        (new Words("Kỹ năng khác", "Other skills").ToString(), List(kept.Skills.Select(s => ReturneeText.Skill(s.Code)))),
        (new Words("Nghề mong muốn", "Trades wished for").ToString(), List(kept.WantedTrades.Select(TradeWords.Of))),
        (new Words("Lời của người tìm việc", "In the person's words").ToString(), kept.Wish ?? "–"),
        (new Words("Lương mong muốn", "Pay wished for").ToString(), kept.PayFrom is { } pay ? Show.Million(pay) : "–"),
        (new Words("Không làm được", "Cannot do").ToString(), List(kept.Limits.Select(ReturneeText.Limit))),
        (new Words("Giấy tờ", "Papers").ToString(), List(kept.Papers.Select(ReturneeText.Paper))),
    ];

    private static string List(IEnumerable<Words> names) => string.Join("; ", names) is { Length: > 0 } text ? text : "–";
}
