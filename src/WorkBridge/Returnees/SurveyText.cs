using System.Globalization;
using System.Text.RegularExpressions;
using WorkBridge.Files;
using WorkBridge.Matching;

namespace WorkBridge.Returnees;

/// <summary>What single cells of a survey mean. What is not understood is said to be so, never guessed.</summary>
public static partial class SurveyText
{
    private static readonly CultureInfo Vi = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>A name composed and with single blanks; one typed all in capitals or all small gets its capitals back ("LỘC HỮU HUY" → "Lộc Hữu Huy").</summary>
    public static string Name(string? typed)
    {
        var name = Vietnamese.Tidy(typed).Replace('\n', ' ');
        var upper = name.ToUpper(Vi) == name;
        var lower = name.ToLower(Vi) == name;
        return upper || lower
            ? string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[..1].ToUpper(Vi) + word[1..].ToLower(Vi)))
            : name;
    }

    public static bool IsName(string name) => name.Length is >= 2 and <= Returnee.NameLength && name.Any(char.IsLetter) && !name.Any(char.IsDigit);

    /// <summary>"1983", a number, or a whole date of birth of which only the year is kept. Two digits are not understood.</summary>
    public static bool TryBirthYear(Cell cell, int thisYear, out int? year)
    {
        year = null;
        if (cell.IsBlank)
            return true;
        if (int.TryParse(cell.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1000 and <= 9999)
            year = number;
        else if (TypedDay.TryRead(cell, out var day))
            year = day!.Value.Year;
        return year >= thisYear - 100 && year <= thisYear - 14;
    }

    public static bool TrySex(string? typed, out Sex sex)
    {
        var folded = FoundHeadings.Key(typed ?? "");
        sex = folded switch
        {
            "nam" or "male" or "m" or "ong" or "anh" => Sex.Male,
            "nu" or "female" or "f" or "ba" or "chi" => Sex.Female,
            _ => Sex.Unknown,
        };
        return sex != Sex.Unknown || folded.Length == 0;
    }

    /// <summary>The three-way answer in the forms people write it; an empty cell is unknown, other words are not understood (false).</summary>
    public static bool TryState(string? typed, out WorkState state)
    {
        var folded = FoundHeadings.Key(typed ?? "");
        state = folded switch
        {
            "" or "chua ro" or "khong ro" or "chua nam duoc" or "unknown" => WorkState.Unknown,
            _ when Unstable().IsMatch(folded) => WorkState.Unstable,
            _ when None().IsMatch(folded) => WorkState.None,
            _ when Stable().IsMatch(folded) => WorkState.Stable,
            _ => (WorkState)(-1),
        };
        if (Enum.IsDefined(state))
            return true;
        state = WorkState.Unknown;
        return false;
    }

    /// <summary>
    /// What stands behind a trade. "Học trong thời gian vắng mặt" becomes "taught without paper" and is itself kept nowhere.
    /// <paramref name="paper"/> is the paper's name where there is one. False where the words are not understood.
    /// </summary>
    public static bool TryEvidence(string? typed, out Evidence evidence, out string? paper)
    {
        var folded = FoundHeadings.Key(typed ?? "");
        paper = null;
        evidence = folded switch
        {
            "" or "khong" or "khong co" or "chua co" => Evidence.None,
            _ when NoPaper().IsMatch(folded) => Evidence.TaughtWithoutPaper,
            _ when folded.Contains("tu hoc", StringComparison.Ordinal) => Evidence.SelfTaught,
            _ when Paper().IsMatch(folded) => Evidence.Certificate,
            _ => (Evidence)(-1),
        };
        if (evidence == Evidence.Certificate)
            paper = Vietnamese.Tidy(typed);
        if (Enum.IsDefined(evidence))
            return true;
        evidence = Evidence.None;
        return false;
    }

    /// <summary>What the written wish says in codes: a course, a job, work away from home, the trade to learn.</summary>
    public static ProfileContent WithWish(ProfileContent profile, string wish)
    {
        var folded = FoundHeadings.Key(wish);
        var kinds = new List<OpeningKind>();
        if (WantsCourse().IsMatch(folded))
            kinds.Add(OpeningKind.Training);
        else if (WantsJob().IsMatch(folded))
            kinds.Add(OpeningKind.Job);
        var learn = kinds.Contains(OpeningKind.Training) ? Vocabulary.Default.FindIn(wish).Where(m => m.IsTrade).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList() : [];
        return profile with { Wish = wish.Length == 0 ? null : wish, WantedKinds = kinds, WantedTrades = learn, WantsAway = WantsAway().IsMatch(folded) };
    }

    /// <summary>What a note says in codes: what the body cannot do, day shifts only, a driving licence.</summary>
    public static ProfileContent WithNote(ProfileContent profile, string note)
    {
        var folded = FoundHeadings.Key(note);
        var limits = new List<string>();
        if (Heavy().IsMatch(folded))
            limits.Add("no-heavy-lifting");
        if (Heights().IsMatch(folded))
            limits.Add("no-heights");
        if (Standing().IsMatch(folded))
            limits.Add("no-standing-long");
        if (Dust().IsMatch(folded))
            limits.Add("no-dust");
        var licence = Licence().Match(folded) is { Success: true } match ? LicenceClass(match.Groups["class"].Value) : null;
        return profile with
        {
            Limits = limits,
            Shifts = DayOnly().IsMatch(folded) ? Shifts.Day : profile.Shifts,
            Licences = licence is null ? profile.Licences : [licence],
        };
    }

    /// <summary>Classes were renamed on 2025-01-01 (Law 36/2024/QH15): an old B2 drives what a B drives.</summary>
    public static string LicenceClass(string typed) => typed.ToUpperInvariant() switch
    {
        "B1" or "B2" or "B" => "B",
        "C" => "C",
        var other => other,
    };

    /// <summary>The part of a village's name that tells it from others: "Tổ dân phố 9", "TDP 9" and "tổ 9" are one.</summary>
    public static string VillageKey(string? village) => VillageKind().Replace(FoundHeadings.Key(village ?? ""), "");

    [GeneratedRegex(@"^(co )?(viec lam |viec |lam viec )?(khong|chua|ko|k) on dinh( .*)?$|^(bap benh|that thuong)$|^unstable$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unstable();

    [GeneratedRegex(@"^(hien )?(khong|chua|ko|k) co( viec( lam)?)?$|^(khong|chua) viec( lam)?$|^that nghiep$|^(none|no work)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex None();

    [GeneratedRegex(@"^(da )?(co )?(viec lam |viec )?on dinh$|^stable$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stable();

    [GeneratedRegex(@"(khong|chua) (co )?(giay|chung chi|bang)|vang mat|truyen nghe|duoc day|hoc nghe o nha", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoPaper();

    [GeneratedRegex(@"\b(so cap|trung cap|cao dang|dai hoc|chung chi|chung nhan|bang nghe|bang|bac [1-7]( 7)?)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Paper();

    [GeneratedRegex(@"\bhoc\b|\blop\b|dao tao", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WantsCourse();

    [GeneratedRegex(@"viec lam|tim viec|di lam|co viec|xin viec", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WantsJob();

    [GeneratedRegex(@"(lam|di) xa\b|xa nha|ngoai tinh|tinh khac|xuat khau lao dong|di lam xa", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WantsAway();

    [GeneratedRegex(@"khong (be|mang|khuan|lam|vac|bung|be vac|mang vac|khuan vac)( duoc)?( viec| do)? nang", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heavy();

    [GeneratedRegex(@"khong (leo|treo|lam viec tren) (duoc )?cao|so do cao|so cao", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heights();

    [GeneratedRegex(@"khong dung (duoc )?lau", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Standing();

    [GeneratedRegex(@"(di ung|khong chiu (duoc )?) ?bui", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dust();

    [GeneratedRegex(@"chi lam (duoc )?(ca ngay|ban ngay)|khong lam (duoc )?(ca )?(dem|toi)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayOnly();

    [GeneratedRegex(@"(bang lai( xe)?|giay phep lai xe|gplx)( hang)? (?<class>a1|a2|a|b1|b2|b|c1e|c1|ce|c|d1|d2|d)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Licence();

    [GeneratedRegex(@"^(to dan pho|tdp|to|thon|ban|xom|khu pho|kp|khu|ap|buon|lang)( so)? ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VillageKind();
}
