using WorkBridge.Matching;
using WorkBridge.Referrals;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.Pages.Referrals;

/// <summary>What an employer reads about a person, in general words.</summary>
public static class IntroducedText
{
    public static string Of(IntroducedTrade trade)
    {
        var evidence = trade.Evidence switch
        {
            Evidence.Certificate => T("có chứng chỉ", "with a certificate"),
            Evidence.TaughtWithoutPaper => T("được dạy nghề, chưa có giấy", "taught, without a paper"),
            Evidence.SelfTaught => T("tự học", "self-taught"),
            _ => T("chưa hỏi giấy tờ", "papers not asked"),
        };
        return trade.Months is { } months ? $"{Of(months)}, {evidence}" : evidence;
    }

    public static string Of(Shifts shifts)
    {
        if (shifts == Shifts.None)
            return T("Chưa hỏi", "Not asked");
        if (shifts == Shifts.Any)
            return T("Ca nào cũng được", "Any shift");
        List<string> parts = [];
        if (shifts.HasFlag(Shifts.Day))
            parts.Add(T("ca ngày", "days"));
        if (shifts.HasFlag(Shifts.Evening))
            parts.Add(T("ca chiều tối", "evenings"));
        if (shifts.HasFlag(Shifts.Night))
            parts.Add(T("ca đêm", "nights"));
        if (shifts.HasFlag(Shifts.Weekend))
            parts.Add(T("cuối tuần", "weekends"));
        var text = string.Join(", ", parts);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    public static string Of(Transport transport) => transport switch
    {
        Transport.Foot => T("Đi bộ", "On foot"),
        Transport.Bicycle => T("Xe đạp", "Bicycle"),
        Transport.Motorbike => T("Xe máy", "Motorbike"),
        Transport.Car => T("Ô tô", "Car"),
        Transport.Bus => T("Xe buýt", "Bus"),
        _ => T("Chưa hỏi", "Not asked"),
    };

    private static string Of(int months) => months switch
    {
        >= 24 when months % 12 == 0 => T($"{months / 12} năm", $"{months / 12} years"),
        12 => T("1 năm", "1 year"),
        _ => T($"{months} tháng", months == 1 ? "1 month" : $"{months} months"),
    };
}
