using System.Globalization;

namespace WorkBridge.Matching;

/// <summary>The arguments of a reason, each said in both languages.</summary>
internal sealed class ReasonWords(Reason reason, Vocabulary vocabulary, string pronoun)
{
    private static readonly CultureInfo Vi = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly string[] Persons = ["Thợ ", "Công nhân ", "Nhân viên "];

    public string Code => reason.Code;

    public IReadOnlyList<string> Arguments => reason.Arguments;

    /// <summary>The person at the head of a sentence.</summary>
    public string Who => Capital(pronoun);

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The trade as an activity: "Thợ may công nghiệp" is "may công nghiệp".</summary>
    public string TradeVi(int i)
    {
        var name = vocabulary.Trade(At(i))?.Vi ?? At(i);
        foreach (var person in Persons)
        {
            if (name.StartsWith(person, StringComparison.Ordinal))
                name = name[person.Length..];
        }
        return Small(name);
    }

    public string TradeEn(int i) => Small(vocabulary.Trade(At(i))?.En ?? At(i));

    public string SkillsVi => string.Join(", ", reason.Arguments.Select(a => Small(vocabulary.Skill(a)?.Vi ?? vocabulary.Trade(a)?.Vi ?? a)));

    public string SkillsEn => string.Join(", ", reason.Arguments.Select(a => Small(vocabulary.Skill(a)?.En ?? vocabulary.Trade(a)?.En ?? a)));

    public string Plain => string.Join(", ", reason.Arguments);

    public bool Has(int i) => i < reason.Arguments.Count;

    public string KmVi(int i) => At(i).Replace('.', ',');

    public string KmEn(int i) => At(i);

    public string SpanVi(int i)
    {
        var months = Months(i);
        return months == 0 ? "chưa có" : months % 12 == 0 || months >= 24 ? $"{months / 12} năm" : $"{months} tháng";
    }

    public string SpanEn(int i)
    {
        var months = Months(i);
        return months == 0 ? "none" : months % 12 == 0 || months >= 24 ? Some(months / 12, "year") : Some(months, "month");
    }

    /// <summary>A way of learning and its months, as two arguments: "sơ cấp, khoảng 3 tháng".</summary>
    public string LearningVi(int i) => At(i) switch
    {
        "FarmCourse" => "tập huấn",
        "ShortCourse" => "lớp ngắn",
        "Elementary" => "sơ cấp",
        "Intermediate" => "trung cấp",
        "College" => "cao đẳng",
        "DrivingSchool" => "trường lái",
        _ => "đại học",
    } + $", khoảng {SpanVi(i + 1)}";

    public string LearningEn(int i) => At(i) switch
    {
        "FarmCourse" => "farm course",
        "ShortCourse" => "short course",
        "Elementary" => "elementary level",
        "Intermediate" => "intermediate level",
        "College" => "college",
        "DrivingSchool" => "driving school",
        _ => "university",
    } + $", about {SpanEn(i + 1)}";

    /// <summary>Million đồng a month, with as many digits as are needed.</summary>
    public string MoneyVi(int i) => (Amount(i) / 1_000_000m).ToString("0.##", Vi) + " triệu";

    public string MoneyEn(int i) => (Amount(i) / 1_000_000m).ToString("0.##", CultureInfo.InvariantCulture) + " million đồng";

    public string DayVi(int i) => Day(i)?.ToString("d/M/yyyy", CultureInfo.InvariantCulture) ?? At(i);

    public string DayEn(int i) => Day(i)?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? At(i);

    public string ShiftsVi => string.Join(", ", reason.Arguments.Select(a => a switch
    {
        "Day" => "ca ngày",
        "Evening" => "ca tối",
        "Night" => "ca đêm",
        "Weekend" => "cuối tuần",
        _ => a,
    }));

    public string ShiftsEn => string.Join(", ", reason.Arguments.Select(a => a switch
    {
        "Day" => "days",
        "Evening" => "evenings",
        "Night" => "nights",
        "Weekend" => "weekends",
        _ => a,
    }));

    public string PapersVi => string.Join(", ", reason.Arguments.Select(a => a switch
    {
        "id" => "căn cước",
        "health-check" => "giấy khám sức khoẻ",
        "bank-account" => "tài khoản ngân hàng",
        "certificate-copy" => "bản sao chứng chỉ",
        _ => a,
    }));

    public string PapersEn => string.Join(", ", reason.Arguments.Select(a => a switch
    {
        "id" => "identity card",
        "health-check" => "health certificate",
        "bank-account" => "bank account",
        "certificate-copy" => "copy of a certificate",
        _ => a,
    }));

    public string TransportVi => At(0) switch
    {
        "Foot" => "đi bộ",
        "Bicycle" => "đi xe đạp",
        "Bus" => "đi xe buýt",
        "Motorbike" => "đi xe máy",
        _ => "đi ô tô",
    };

    public string TransportEn => At(0) switch
    {
        "Foot" => "on foot",
        "Bicycle" => "by bicycle",
        "Bus" => "by bus",
        "Motorbike" => "by motorbike",
        _ => "by car",
    };

    private string At(int i) => Has(i) ? reason.Arguments[i] : "";

    private int Months(int i) => int.TryParse(At(i), NumberStyles.Integer, CultureInfo.InvariantCulture, out var months) ? months : 0;

    private decimal Amount(int i) => decimal.TryParse(At(i), NumberStyles.Integer, CultureInfo.InvariantCulture, out var amount) ? amount : 0;

    private DateOnly? Day(int i) => DateOnly.TryParseExact(At(i), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Some(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";

    // "CNC", "MIG" and "AutoCAD" keep their capitals, names of languages too.
    private static string Small(string name)
    {
        if (name.Length < 2 || char.IsUpper(name[1]) || name.StartsWith("Auto", StringComparison.Ordinal) || name.StartsWith("Solid", StringComparison.Ordinal))
            return name;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
