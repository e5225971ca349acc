using WorkBridge.Matching;

namespace WorkBridge.Openings;

/// <summary>
/// What an opening needs before anybody reads it. Pure: content and day in, faults out, in the order of the pages. One list
/// serves the pages of the form, the submission, the review and the import.
/// </summary>
public static class OpeningCheck
{
    /// <summary>Đồng a month. A hundred million and more is a slip of the keyboard ("7500" million).</summary>
    public const long MostPay = 100_000_000;

    public const int MostExperienceMonths = 600;

    public static IReadOnlyList<OpeningFault> Faults(OpeningContent said, DateOnly today, RecordBases bases)
    {
        var faults = new List<OpeningFault>();
        Work(said, faults);
        Place(said, today, faults);
        Teaching(said, faults);
        WordingOf(said, today, bases, faults);
        return [.. faults.OrderBy(f => f.Part)];
    }

    /// <summary>Faults of length alone: what even a draft may not have.</summary>
    public static IEnumerable<OpeningFault> TooLong(OpeningContent said)
    {
        foreach (var (part, field, text, most) in new[]
        {
            (OpeningPart.Kind, nameof(said.Title), said.Title, Opening.TitleLength),
            (OpeningPart.Work, nameof(said.Description), said.Description, Opening.TextLength),
            (OpeningPart.Work, nameof(said.Requirements), said.Requirements, Opening.TextLength),
            (OpeningPart.Place, nameof(said.PlaceText), said.PlaceText, Opening.PlaceLength),
            (OpeningPart.Place, nameof(said.HoursText), said.HoursText ?? "", Opening.PlaceLength),
        })
        {
            if (text.Length > most)
                yield return Fault(part, field, Rule.Incomplete, $"Viết ngắn lại, tối đa {most} ký tự", $"Make it shorter: at most {most} characters");
        }
    }

    private static void Work(OpeningContent said, List<OpeningFault> faults)
    {
        const OpeningPart part = OpeningPart.Work;
        if (Vietnamese.Tidy(said.Title).Length == 0)
            faults.Add(Fault(OpeningPart.Kind, nameof(said.Title), Rule.Incomplete, "Nhập tên công việc", "Enter the name of the job"));
        if (said.Places is < 1 or > Opening.MostPlaces)
            faults.Add(Fault(part, nameof(said.Places), Rule.Incomplete, $"Nhập số người cần, từ 1 đến {Opening.MostPlaces}", $"Enter how many people, from 1 to {Opening.MostPlaces}"));
        if (said.Kind != OpeningKind.Training && said.PayMin is null)
            faults.Add(Fault(part, nameof(said.PayMin), Rule.Incomplete, "Nhập mức lương thấp nhất", "Enter the lowest pay"));
        if (said.PayMin is <= 0 or >= MostPay)
            faults.Add(Fault(part, nameof(said.PayMin), Rule.Incomplete, "Nhập lương bằng triệu đồng một tháng, ví dụ 7,5", "Enter pay in million đồng a month, for example 7.5"));
        if (said.PayMax is <= 0 or >= MostPay)
            faults.Add(Fault(part, nameof(said.PayMax), Rule.Incomplete, "Nhập lương bằng triệu đồng một tháng, ví dụ 9", "Enter pay in million đồng a month, for example 9"));
        else if (said.PayMax < said.PayMin)
            faults.Add(Fault(part, nameof(said.PayMax), Rule.Incomplete, "Mức cao nhất phải từ mức thấp nhất trở lên", "The highest pay must not be under the lowest"));
        if (said.ExperienceMonths is < 0 or > MostExperienceMonths)
            faults.Add(Fault(part, nameof(said.ExperienceMonths), Rule.Incomplete, "Nhập số năm kinh nghiệm, từ 0 đến 50", "Enter years of experience, from 0 to 50"));
        faults.AddRange(TooLong(said));
    }

    private static void Place(OpeningContent said, DateOnly today, List<OpeningFault> faults)
    {
        const OpeningPart part = OpeningPart.Place;
        if (Vietnamese.Tidy(said.PlaceText).Length == 0)
            faults.Add(Fault(part, nameof(said.PlaceText), Rule.Incomplete, "Nhập nơi làm việc", "Enter where the work is"));
        if (said.CommuneCode is null && said.ProvinceCode is null)
            faults.Add(Fault(part, nameof(said.CommuneCode), Rule.Incomplete, "Chọn xã, phường của nơi làm", "Choose the commune of the workplace"));
        if (said.ClosesOn is null)
            faults.Add(Fault(part, nameof(said.ClosesOn), Rule.Incomplete, "Nhập ngày hết hạn nhận người", "Enter the last day for taking people"));
        else if (said.ClosesOn < today)
            faults.Add(Fault(part, nameof(said.ClosesOn), Rule.DateInThePast, "Ngày hết hạn đã qua, chọn một ngày từ hôm nay trở đi", "The last day has passed: choose today or later"));
        else if (said.ClosesOn > today.AddYears(1))
            faults.Add(Fault(part, nameof(said.ClosesOn), Rule.DateTooFar, "Chọn ngày trong vòng một năm", "Choose a day within a year"));
        if (said.StartsOn is { } starts && (starts < today.AddDays(-365) || starts > today.AddYears(2)))
            faults.Add(Fault(part, nameof(said.StartsOn), Rule.DateTooFar, "Ngày bắt đầu không hợp lý, kiểm tra lại năm", "The start is too far off: check the year"));
    }

    private static void Teaching(OpeningContent said, List<OpeningFault> faults)
    {
        if (said.Kind == OpeningKind.Training && said.Teaches.Count == 0)
            faults.Add(Fault(OpeningPart.Teaching, nameof(said.Teaches), Rule.Incomplete, "Chọn ít nhất một nghề hoặc kỹ năng được dạy", "Choose at least one trade or skill that is taught"));
    }

    private static void WordingOf(OpeningContent said, DateOnly today, RecordBases bases, List<OpeningFault> faults)
    {
        var mayAsk = bases.Allows(said.RecordBasis, said.TradeCode, today);
        foreach (var (part, field, text) in Texts(said))
        {
            var demands = mayAsk ? [] : Wording.DemandsOfRecord(text);
            if (demands.Count > 0)
                faults.Add(new(part, field, Rule.WordingDemandsRecord, WordingText.DemandsRecord(demands), demands));
            var past = mayAsk || demands.Count > 0 ? [] : Wording.AdvertisesThePast(text);
            if (past.Count > 0)
                faults.Add(new(part, field, Rule.WordingTellsPast, WordingText.TellsPast(past), past));
        }
    }

    private static IEnumerable<(OpeningPart Part, string Field, string Text)> Texts(OpeningContent said) =>
    [
        (OpeningPart.Kind, nameof(said.Title), said.Title),
        (OpeningPart.Work, nameof(said.Description), said.Description),
        (OpeningPart.Work, nameof(said.Requirements), said.Requirements),
        (OpeningPart.Place, nameof(said.PlaceText), said.PlaceText),
        (OpeningPart.Place, nameof(said.HoursText), said.HoursText ?? ""),
    ];

    private static OpeningFault Fault(OpeningPart part, string field, Rule rule, string vi, string en) => new(part, field, rule, new(vi, en), []);
}
