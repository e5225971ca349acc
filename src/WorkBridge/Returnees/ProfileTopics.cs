using System.Globalization;
using WorkBridge.Files;
using WorkBridge.Matching;
using WorkBridge.Openings;

namespace WorkBridge.Returnees;

/// <summary>
/// What each topic is called, which answers it takes, what stands, and what the profile becomes: pure. Answers are codes
/// ("Certificate", "Day, Evening", "7000000", "yes", a day); "-" takes something out.
/// </summary>
public static class ProfileTopics
{
    public const string Out = "-";
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>Trades wished for, at the most.</summary>
    public const int MostWanted = 3;

    private static readonly int[] Days = [0, 7, 14, 30, 60];

    /// <summary>Whether one says first which trade or skill.</summary>
    public static bool HasSubject(this ProfileTopic topic) => topic is ProfileTopic.Trade or ProfileTopic.Skill or ProfileTopic.WantedTrade;

    /// <summary>The answers one can touch; none where something is typed.</summary>
    public static IReadOnlyList<string> Choices(ProfileTopic topic, bool standing, DateOnly today) => topic switch
    {
        ProfileTopic.Trade or ProfileTopic.Skill => [nameof(Evidence.Certificate), nameof(Evidence.TaughtWithoutPaper), nameof(Evidence.SelfTaught), .. (standing ? new[] { Out } : [])],
        ProfileTopic.WantedTrade => [standing ? Out : Yes],
        ProfileTopic.Kinds => ["Job", "Job, Seasonal", "Seasonal", "Training", "Job, Seasonal, Trial, Training"],
        ProfileTopic.Shifts => [Text(Shifts.Day), Text(Shifts.Day | Shifts.Weekend), Text(Shifts.Day | Shifts.Evening), Text(Shifts.Evening), Text(Shifts.Night), Text(Shifts.Any)],
        ProfileTopic.PayFrom => ["5000000", "6000000", "7000000", "8000000", "9000000", "10000000", "12000000", Out],
        ProfileTopic.AvailableFrom => [.. Days.Select(d => Text(today.AddDays(d)))],
        ProfileTopic.Transport => [.. Enum.GetValues<Transport>().Where(t => t != Transport.Unknown).Select(t => t.ToString())],
        ProfileTopic.Kilometres => ["3", "5", "10", "20", "40", Out],
        ProfileTopic.Away or ProfileTopic.Lodging => [Yes, No],
        _ => [],
    };

    /// <summary>The answer as it is kept, or null where it is none.</summary>
    public static string? Read(ProfileTopic topic, string? subject, string? said, bool standing, DateOnly today) => topic switch
    {
        _ when HasSubject(topic) != (subject is not null) => null,
        ProfileTopic.Trade or ProfileTopic.WantedTrade when Vocabulary.Default.Trade(subject!) is null => null,
        ProfileTopic.Skill when Vocabulary.Default.Skill(subject!) is null => null,
        ProfileTopic.Phone => TypedPhone.E164(said),
        ProfileTopic.Other => said,
        _ => Choices(topic, standing, today).FirstOrDefault(c => c == said),
    };

    /// <summary>What stands in the profile; null where nothing is known.</summary>
    public static string? Standing(ProfileTopic topic, string? subject, ProfileContent kept, string? phone) => topic switch
    {
        ProfileTopic.Trade => kept.Trades.FirstOrDefault(t => t.Code == subject)?.Evidence.ToString(),
        ProfileTopic.Skill => kept.Skills.FirstOrDefault(s => s.Code == subject)?.Evidence.ToString(),
        ProfileTopic.WantedTrade => kept.WantedTrades.Any(t => t == subject) ? Yes : null,
        ProfileTopic.Kinds => kept.WantedKinds.Count == 0 ? null : string.Join(", ", kept.WantedKinds.Order()),
        ProfileTopic.Shifts => kept.Shifts == Shifts.None ? null : Text(kept.Shifts),
        ProfileTopic.PayFrom => kept.PayFrom?.ToString(CultureInfo.InvariantCulture),
        ProfileTopic.AvailableFrom => kept.AvailableFrom is { } day ? Text(day) : null,
        ProfileTopic.Transport => kept.Transport == Transport.Unknown ? null : kept.Transport.ToString(),
        ProfileTopic.Kilometres => kept.MaxKilometres?.ToString(CultureInfo.InvariantCulture),
        ProfileTopic.Away => kept.WantsAway ? Yes : No,
        ProfileTopic.Lodging => kept.NeedsLodging switch { true => Yes, false => No, _ => null },
        ProfileTopic.Phone => phone,
        _ => null,
    };

    /// <summary>Whether the profile says already what is proposed.</summary>
    public static bool IsSo(string? standing, string? becomes) => standing == becomes || (standing is null && becomes == Out);

    /// <summary>The profile with the change made; telephone and free text leave it as it is.</summary>
    /// <exception cref="RuleBroken">A fourth trade wished for.</exception>
    public static ProfileContent Apply(ProfileTopic topic, ProposedChange said, ProfileContent kept)
    {
        var becomes = said.Becomes ?? Out;
        var code = said.Subject ?? "";
        switch (topic)
        {
            case ProfileTopic.Trade:
                var others = kept.Trades.Where(t => t.Code != code);
                return kept with { Trades = becomes == Out ? [.. others] : kept.Trades.Any(t => t.Code == code)
                    ? [.. kept.Trades.Select(t => t.Code == code ? t with { Evidence = Enum.Parse<Evidence>(becomes) } : t)]
                    : [.. kept.Trades, new HeldTrade(code, Enum.Parse<Evidence>(becomes), null)] };
            case ProfileTopic.Skill:
                return kept with { Skills = becomes == Out ? [.. kept.Skills.Where(s => s.Code != code)] : [.. kept.Skills.Where(s => s.Code != code), new HeldSkill(code, Enum.Parse<Evidence>(becomes))] };
            case ProfileTopic.WantedTrade when becomes == Out:
                return kept with { WantedTrades = [.. kept.WantedTrades.Where(t => t != code)] };
            case ProfileTopic.WantedTrade:
                if (!kept.WantedTrades.Contains(code, StringComparer.Ordinal) && kept.WantedTrades.Count >= MostWanted)
                    throw new RuleBroken(Rule.Incomplete, words: new($"Đã có {MostWanted} nghề mong muốn. Bỏ bớt một nghề trước.", $"There are {MostWanted} trades wished for already. Take one out first."));
                return kept with { WantedTrades = [.. kept.WantedTrades.Append(code).Distinct(StringComparer.Ordinal)] };
            case ProfileTopic.Kinds:
                return kept with { WantedKinds = [.. becomes.Split(", ").Select(k => Enum.Parse<OpeningKind>(k))] };
            case ProfileTopic.Shifts:
                return kept with { Shifts = Enum.Parse<Shifts>(becomes) };
            case ProfileTopic.PayFrom:
                return kept with { PayFrom = becomes == Out ? null : long.Parse(becomes, CultureInfo.InvariantCulture) };
            case ProfileTopic.AvailableFrom:
                return kept with { AvailableFrom = Day(becomes) };
            case ProfileTopic.Transport:
                return kept with { Transport = Enum.Parse<Transport>(becomes) };
            case ProfileTopic.Kilometres:
                return kept with { MaxKilometres = becomes == Out ? null : int.Parse(becomes, CultureInfo.InvariantCulture) };
            case ProfileTopic.Away:
                return kept with { WantsAway = becomes == Yes };
            case ProfileTopic.Lodging:
                return kept with { NeedsLodging = becomes == Yes };
            default:
                return kept;
        }
    }

    /// <summary>An answer in words.</summary>
    public static Words Say(ProfileTopic topic, string? code) => topic switch
    {
        ProfileTopic.Other => new(code ?? "", code ?? ""),
        _ when code is null => new("Chưa ghi", "Not recorded"),
        ProfileTopic.Kilometres or ProfileTopic.PayFrom when code == Out => new("Bao nhiêu cũng được", "Any"),
        _ when code == Out => new("Không ghi nữa", "No longer recorded"),
        ProfileTopic.Trade or ProfileTopic.Skill => ReturneeText.Of(Enum.Parse<Evidence>(code)),
        ProfileTopic.WantedTrade => new("Muốn làm", "Wished for"),
        ProfileTopic.Kinds => Join(code.Split(", ").Select(k => OpeningText.Of(Enum.Parse<OpeningKind>(k)))),
        ProfileTopic.Shifts => code == nameof(Shifts.Any) ? new("Giờ nào cũng được", "Any hours") : Join(OpeningText.Each(Enum.Parse<Shifts>(code)).Select(s => OpeningText.Of(s))),
        ProfileTopic.PayFrom => new($"Từ {Million(code, ',')} triệu đồng một tháng", $"From {Million(code, '.')} million đồng a month"),
        ProfileTopic.AvailableFrom => new(Day(code).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), Day(code).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
        ProfileTopic.Transport => ReturneeText.Of(Enum.Parse<Transport>(code)),
        ProfileTopic.Kilometres => new($"Trong {code} km", $"Within {code} km"),
        ProfileTopic.Phone => new(TypedPhone.Show(code), TypedPhone.Show(code)),
        _ => code == Yes ? new("Có", "Yes") : new("Không", "No"),
    };

    /// <summary>What is changed, in words: the trade or skill named where there is one.</summary>
    public static Words Name(ProfileTopic topic, string? subject) => (topic, subject) switch
    {
        (ProfileTopic.Trade, { } code) => Of(new("Nghề", "Trade"), TradeWords.Of(code)),
        (ProfileTopic.WantedTrade, { } code) => Of(new("Nghề muốn làm", "Trade wished for"), TradeWords.Of(code)),
        (ProfileTopic.Skill, { } code) => Of(new("Tay nghề", "Skill"), ReturneeText.Skill(code)),
        _ => Name(topic),
    };

    public static Words Name(ProfileTopic topic) => topic switch
    {
        ProfileTopic.Trade => new("Nghề biết làm", "Trades I know"),
        ProfileTopic.Skill => new("Tay nghề", "Skills"),
        ProfileTopic.WantedTrade => new("Nghề muốn làm", "Trades I wish for"),
        ProfileTopic.Kinds => new("Loại việc", "Kind of work"),
        ProfileTopic.Shifts => new("Giờ làm", "Hours"),
        ProfileTopic.PayFrom => new("Lương mong muốn", "Pay wished for"),
        ProfileTopic.AvailableFrom => new("Ngày làm được", "Free from"),
        ProfileTopic.Transport => new("Cách đi lại", "Way of travel"),
        ProfileTopic.Kilometres => new("Đi xa bao nhiêu", "How far"),
        ProfileTopic.Away => new("Làm xa nhà", "Work away from home"),
        ProfileTopic.Lodging => new("Chỗ ở", "Lodging"),
        ProfileTopic.Phone => new("Số điện thoại", "Telephone"),
        _ => new("Điều khác", "Something else"),
    };

    public static Words Question(ProfileTopic topic) => topic switch
    {
        ProfileTopic.Trade => new("Anh/chị học nghề này ở đâu?", "How did you learn this trade?"),
        ProfileTopic.Skill => new("Anh/chị học điều này ở đâu?", "How did you learn this?"),
        ProfileTopic.WantedTrade => new("Anh/chị muốn làm nghề này?", "Do you wish for this trade?"),
        ProfileTopic.Kinds => new("Anh/chị muốn loại việc nào?", "What kind of work do you want?"),
        ProfileTopic.Shifts => new("Anh/chị làm được giờ nào?", "Which hours can you work?"),
        ProfileTopic.PayFrom => new("Anh/chị mong lương từ bao nhiêu một tháng?", "What pay a month do you hope for, at least?"),
        ProfileTopic.AvailableFrom => new("Từ ngày nào anh/chị đi làm được?", "From which day can you work?"),
        ProfileTopic.Transport => new("Anh/chị đi làm bằng gì?", "How do you get to work?"),
        ProfileTopic.Kilometres => new("Anh/chị đi làm xa nhất bao nhiêu?", "How far would you go, at most?"),
        ProfileTopic.Away => new("Anh/chị có muốn làm xa nhà không?", "Do you want work away from home?"),
        ProfileTopic.Lodging => new("Anh/chị có cần chỗ ở không?", "Do you need lodging?"),
        ProfileTopic.Phone => new("Số điện thoại mới của anh/chị?", "What is your new telephone number?"),
        _ => new("Điều gì chưa đúng?", "What is not right?"),
    };

    public static string Icon(ProfileTopic topic) => topic switch
    {
        ProfileTopic.Trade => "tools",
        ProfileTopic.Skill => "certificate",
        ProfileTopic.WantedTrade => "hand-click",
        ProfileTopic.Kinds => "briefcase",
        ProfileTopic.Shifts => "clock",
        ProfileTopic.PayFrom => "cash",
        ProfileTopic.AvailableFrom => "calendar",
        ProfileTopic.Transport => "motorbike",
        ProfileTopic.Kilometres => "map-pin",
        ProfileTopic.Away => "road",
        ProfileTopic.Lodging => "home",
        ProfileTopic.Phone => "phone",
        _ => "message-question",
    };

    public static Words Of(LeftBecause because) => because switch
    {
        LeftBecause.TalkFirst => new("Cán bộ muốn hỏi thêm anh/chị trước. Mời anh/chị ghé quầy.", "An officer would like to ask you first. Please come to the counter."),
        LeftBecause.PaperFirst => new("Cần xem giấy trước. Mời anh/chị mang giấy tới quầy.", "A paper is needed first. Please bring it to the counter."),
        LeftBecause.IsSoAlready => new("Hồ sơ đã ghi như vậy.", "Your profile says so already."),
        _ => new("Điều này không ghi trong hồ sơ việc làm. Cần giúp, mời anh/chị gặp cán bộ.", "This is not kept in a profile for work. If you need help, please see an officer."),
    };

    public static Words ToPerson(ChangeState state) => state switch
    {
        ChangeState.Proposed => new("Đã gửi, chờ cán bộ xem", "Sent, waiting for an officer"),
        ChangeState.Confirmed => new("Đã sửa", "Changed"),
        ChangeState.Declined => new("Chưa sửa", "Not changed yet"),
        ChangeState.Withdrawn => new("Anh/chị đã rút lại", "You took it back"),
        _ => new("Dừng vì không còn dùng hồ sơ", "Ended, as the profile is no longer used"),
    };

    public static string Icon(ChangeState state) => state switch
    {
        ChangeState.Proposed => "send",
        ChangeState.Confirmed => "circle-check",
        _ => "circle-minus",
    };

    private static string Text(Shifts shifts) => shifts.ToString();

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string code) => DateOnly.ParseExact(code, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Million(string code, char point) =>
        (long.Parse(code, CultureInfo.InvariantCulture) / 1_000_000m).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', point);

    private static Words Of(Words what, Words name) => new($"{what}: {name}", $"{what}: {name}");

    private static Words Join(IEnumerable<Words> words) => words.Aggregate((all, one) => new($"{all}, {one}", $"{all}, {one}"));
}
