using System.Globalization;
using System.Text.RegularExpressions;
using WorkBridge.Files;
using WorkBridge.Matching;

namespace WorkBridge.Openings;

/// <summary>What single cells of a file of openings mean. Nothing is guessed: what is not understood is said to be so.</summary>
public static partial class ImportText
{
    /// <summary>Months of experience asked for: "2 năm" 24, "6 tháng" 6, "Trên 5 năm" 60, "Không yêu cầu" 0. "Dưới 1 năm" names no least time: null, understood.</summary>
    public static bool TryExperience(string? text, out int? months)
    {
        months = null;
        var folded = Vietnamese.Fold(text);
        if (folded.Length == 0 || folded.StartsWith("duoi ", StringComparison.Ordinal))
            return true;
        if (NoneNeeded().IsMatch(folded))
        {
            months = 0;
            return true;
        }

        var match = Time().Match(folded);
        if (!match.Success || !decimal.TryParse(match.Groups["number"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return false;
        var value = number * (match.Groups["unit"].Value is "thang" or "month" or "months" ? 1 : 12);
        if (value is < 0 or > 600)
            return false;
        months = (int)Math.Round(value, MidpointRounding.AwayFromZero);
        return true;
    }

    /// <summary>"5", "05", "10 người"; null where nothing stands.</summary>
    public static bool TryCount(string? text, out int? count)
    {
        count = null;
        var folded = Vietnamese.Fold(text);
        if (folded.Length == 0)
            return true;
        var match = Count().Match(folded);
        if (!match.Success)
            return false;
        count = int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    public static bool TryKind(string? text, out OpeningKind kind)
    {
        var folded = Headings(text);
        kind = folded switch
        {
            "hoc nghe" or "suat hoc nghe" or "dao tao" or "dao tao nghe" or "lop nghe" or "lop hoc nghe" or "training" or "training slot" => OpeningKind.Training,
            "thoi vu" or "viec thoi vu" or "theo mua" or "mua vu" or "seasonal" => OpeningKind.Seasonal,
            "thu viec" or "lam thu" or "trial" => OpeningKind.Trial,
            _ => OpeningKind.Job,
        };
        return kind != OpeningKind.Job || folded is "" or "viec lam" or "viec" or "lau dai" or "chinh thuc" or "toan thoi gian" or "ban thoi gian" or "full time" or "part time" or "job" or "permanent";
    }

    /// <summary>The names of an employer that count as one: without marks, brackets, punctuation and short forms of the legal form.</summary>
    public static string NameKey(string? name)
    {
        var words = Headings(name).Split(' ').Select(word => word switch
        {
            "cty" => "cong ty",
            "ct" => "cong ty",
            "cp" => "co phan",
            "htx" => "hop tac xa",
            "hkd" => "ho kinh doanh",
            "dn" => "doanh nghiep",
            "tt" => "trung tam",
            "gdnn" => "giao duc nghe nghiep",
            _ => word,
        });
        return string.Join(' ', words);
    }

    private static string Headings(string? text) => FoundHeadings.Key(text ?? "");

    [GeneratedRegex(@"^(khong (yeu cau|can|doi hoi|bat buoc)|chua (co|can)|khong)\b|^(none|no experience|not required)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoneNeeded();

    [GeneratedRegex(@"(?<number>[0-9]{1,3}([.,][0-9])?)\s*(-\s*[0-9]+\s*)?(?<unit>nam|thang|years?|months?)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?<number>[0-9]{1,6})(\.0+)?\s*(nguoi|cho|suat|vi tri|lao dong|hoc vien|places?|people)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();
}
