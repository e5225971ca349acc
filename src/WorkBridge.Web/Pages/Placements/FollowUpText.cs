using WorkBridge.Placements;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.Pages.Placements;

/// <summary>A check in one line.</summary>
public static class FollowUpText
{
    public static string Of(FollowUp check)
    {
        if (!check.Reached)
            return T("Không gặp được", "Nobody was reached");
        List<string> parts = [(check.Working, check.SameEmployer) switch
        {
            (Answer.Yes, Answer.Yes) => T("Còn làm, nơi cũ", "Still working, same place"),
            (Answer.Yes, Answer.No) => T("Còn làm, nơi khác", "Still working, another place"),
            (Answer.Yes, _) => T("Còn làm", "Still working"),
            (Answer.No, _) => T("Không còn làm", "Not working"),
            _ => T("Chưa rõ", "Not known"),
        }];
        if (check.LastDay is { } last)
            parts.Add(T($"ngày cuối {Show.Day(last)}", $"last day {Show.Day(last)}"));
        if (check.EndReason is { } why)
            parts.Add(T($"lý do: {PlacementWords.Of(why).Vi}", $"reason: {PlacementWords.Of(why).En}"));
        if (check.Going is { } going)
            parts.Add(T($"việc làm thế nào: {PlacementWords.Of(going).Vi}", $"how it goes: {PlacementWords.Of(going).En}"));
        if (check.Trouble is { } trouble)
            parts.Add(T($"khó nhất: {PlacementWords.Of(trouble).Vi}", $"hardest: {PlacementWords.Of(trouble).En}"));
        if (check.WantsCall == true)
            parts.Add(T("nhờ cán bộ gọi", "asks for a call"));
        if (check.Contract != ContractKind.Unknown)
            parts.Add(check.Contract switch
            {
                ContractKind.Written => T("có hợp đồng viết", "written contract"),
                ContractKind.Spoken => T("thoả thuận miệng", "spoken agreement"),
                _ => T("không có hợp đồng", "no contract"),
            });
        if (check.Insurance != Answer.Unknown)
            parts.Add(check.Insurance == Answer.Yes ? T("có bảo hiểm xã hội", "social insurance") : T("không đóng bảo hiểm xã hội", "no social insurance"));
        if (check.DaysPerMonth is { } days)
            parts.Add(T($"{days} ngày một tháng", days == 1 ? "1 day a month" : $"{days} days a month"));
        if (check.HoursPerWeek is { } hours)
            parts.Add(T($"{hours} giờ một tuần", $"{hours} hours a week"));
        if (check.PayPerMonth is { } pay)
            parts.Add(Show.Money(pay));
        else if (check.PayBand != PayBand.Unknown)
            parts.Add(check.PayBand == PayBand.AtLeastMinimum ? T("từ mức tối thiểu vùng", "at the least pay or above") : T("dưới mức tối thiểu vùng", "under the least pay"));
        return string.Join(", ", parts);
    }
}
