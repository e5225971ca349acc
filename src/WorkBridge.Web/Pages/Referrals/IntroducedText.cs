using WorkBridge.Matching;
using WorkBridge.Openings;
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
        return trade.Months is { } months ? $"{Show.Months(months)}, {evidence}" : evidence;
    }

    public static string Of(Shifts shifts)
    {
        if (shifts == Shifts.None)
            return T("Chưa hỏi", "Not asked");
        if (shifts == Shifts.Any)
            return T("Ca nào cũng được", "Any shift");
        return string.Join(", ", OpeningText.Each(shifts).Select((shift, at) => at == 0 ? OpeningText.Of(shift).ToString() : OpeningText.Of(shift).ToString().ToLowerInvariant()));
    }
}
