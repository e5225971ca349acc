using WorkBridge.Communes;
using WorkBridge.Matching;
using WorkBridge.Openings;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.Pages.Openings;

/// <summary>An opening line by line, with the page on which each line is written: to check before sending, and to see what somebody else changed.</summary>
public static class OpeningRows
{
    public static IReadOnlyList<(OpeningPart Part, string Name, string Value)> Of(OpeningContent said)
    {
        var none = T("Chưa ghi", "Not said");
        List<(OpeningPart Part, string Name, string Value)> rows =
        [
            (OpeningPart.Kind, T("Loại chỗ", "Kind"), OpeningText.Of(said.Kind).ToString()),
            (OpeningPart.Kind, T("Tên công việc", "Name of the job"), said.Title),
            (OpeningPart.Work, T("Nghề", "Trade"), said.TradeCode is null ? T("Chưa rõ, nhờ cán bộ chọn", "Not sure, the officer chooses") : OpeningLook.TradeName(said.TradeCode)),
            (OpeningPart.Work, T("Số người", "People"), $"{said.Places}"),
            (OpeningPart.Work, T("Lương một tháng", "Pay a month"), said.PayMin is null && said.PayMax is null ? none : Show.Pay(said.PayMin, said.PayMax)),
            (OpeningPart.Work, T("Việc phải làm", "What one does"), said.Description.Length == 0 ? none : said.Description),
            (OpeningPart.Work, T("Cần biết làm gì", "What one should be able to do"), said.Requirements.Length == 0 ? none : said.Requirements),
            (OpeningPart.Work, T("Kỹ năng đọc được", "Skills read from it"), said.Skills.Count == 0 ? T("Không có", "None") : string.Join(", ", OpeningLook.Names(said.Skills))),
            (OpeningPart.Work, T("Dạy việc", "Taught on the job"), said.TeachesOnTheJob ? T("Có", "Yes") : T("Không", "No")),
            (OpeningPart.Work, T("Kinh nghiệm", "Experience"), said.ExperienceMonths is { } months and > 0 ? T($"từ {months} tháng", $"{months} months or more") : T("Không cần", "Not needed")),
            (OpeningPart.Work, T("Việc này phải", "The work asks for"), said.Demands.Count == 0 ? T("Không có gì đặc biệt", "Nothing special") : OpeningLook.Said(OpeningLook.Demands, said.Demands)),
            (OpeningPart.Place, T("Nơi làm", "Place"), said.PlaceText.Length == 0 ? none : said.PlaceText),
            (OpeningPart.Place, T("Xã, phường", "Commune"), CommuneList.Default.Find(said.CommuneCode)?.FullName ?? none),
            (OpeningPart.Place, T("Lúc làm", "When"), said.Shifts == Shifts.None ? none : OpeningLook.Times(said.Shifts)),
            (OpeningPart.Place, T("Giờ làm, ngày nghỉ", "Hours and days off"), said.HoursText ?? none),
            (OpeningPart.Place, T("Bắt đầu", "Starts"), said.StartsOn is null ? none : Show.Day(said.StartsOn)),
            (OpeningPart.Place, T("Nhận người đến hết", "Takes people until"), said.ClosesOn is null ? none : Show.Day(said.ClosesOn)),
            (OpeningPart.Place, T("Chỗ ở", "Lodging"), said.LodgingOffered ? T("Có", "Yes") : T("Không", "No")),
            (OpeningPart.Place, T("Cần mang theo", "To bring along"), said.Papers.Count == 0 ? T("Không cần gì", "Nothing") : OpeningLook.Said(OpeningLook.Papers, said.Papers)),
        ];
        if (said.Kind == OpeningKind.Training)
            rows.Add((OpeningPart.Teaching, T("Được dạy", "What is taught"), said.Teaches.Count == 0 ? none : string.Join(", ", OpeningLook.Names(said.Teaches))));
        return rows;
    }

    /// <summary>The lines of a page in which what is kept differs from what was typed.</summary>
    public static IReadOnlyList<(string Label, string Kept)> Differences(OpeningContent kept, OpeningContent typed, OpeningPart part)
    {
        var mine = Of(typed).ToDictionary(r => r.Name, r => r.Value, StringComparer.Ordinal);
        return [.. Of(kept).Where(r => r.Part == part && mine.GetValueOrDefault(r.Name) != r.Value).Select(r => (r.Name, r.Value))];
    }
}
