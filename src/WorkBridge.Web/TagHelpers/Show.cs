using System.Globalization;
using WorkBridge.Matching;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web;

/// <summary>
/// Days, times and money as they stand on screen, the same whatever the server's settings.
/// Days are those of Asia/Ho_Chi_Minh; money is whole đồng.
/// </summary>
public static class Show
{
    private static readonly Words[] Weekdays = [new("Chủ Nhật", "Sunday"), new("thứ Hai", "Monday"), new("thứ Ba", "Tuesday"), new("thứ Tư", "Wednesday"), new("thứ Năm", "Thursday"), new("thứ Sáu", "Friday"), new("thứ Bảy", "Saturday")];

    /// <summary>25/11/2026; empty for no day.</summary>
    public static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The day in Vietnam of a UTC instant: 25/11/2026.</summary>
    public static string Day(DateTime utc) => Day(Clock.DayOf(utc));

    /// <summary>thứ Tư 25/11, or Wednesday 25/11.</summary>
    public static string LongDay(DateOnly day) => $"{Weekday(day)} {day.ToString("dd/MM", CultureInfo.InvariantCulture)}";

    /// <summary>The same with its year where that is not this year: "thứ Ba 11/05/2027".</summary>
    public static string LongDay(DateOnly day, DateOnly today) => $"{Weekday(day)} {ShortDay(day, today)}";

    /// <summary>25/11, or 25/11/2027 where the year is not this year.</summary>
    public static string ShortDay(DateOnly day, DateOnly today) => day.Year == today.Year ? ShortDay(day) : Day(day);

    /// <summary>25/11: for lists whose year is plain.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("dd/MM", CultureInfo.InvariantCulture);

    /// <summary>thứ Tư, or Wednesday.</summary>
    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek].ToString();

    /// <summary>Words as they begin a sentence, a cell or a line: "thứ Sáu" becomes "Thứ Sáu", "chị Nhài" "Chị Nhài".</summary>
    public static string AtStart(string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];

    /// <summary>A UTC instant in Vietnam: 23/11/2026, 10:12.</summary>
    public static string At(DateTime utc) => Clock.Local(utc).ToString("dd/MM/yyyy, H:mm", CultureInfo.InvariantCulture);

    /// <summary>The time of day in Vietnam of a UTC instant: 8:30.</summary>
    public static string Time(DateTime utc) => Clock.Local(utc).ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>8:30.</summary>
    public static string Time(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>A stretch of time as people say it: 8 tháng, 1 năm, 14 tháng, 2 năm, 2 năm 6 tháng; empty for none.</summary>
    public static string Months(int? months) => months switch
    {
        null => "",
        < 24 and not 12 => T($"{months} tháng", Many(months.Value, "month")),
        _ when months % 12 == 0 => T($"{months / 12} năm", Many(months.Value / 12, "year")),
        _ => T($"{months / 12} năm {months % 12} tháng", $"{Many(months.Value / 12, "year")} {Many(months.Value % 12, "month")}"),
    };

    /// <summary>A number with the decimal mark of the language and at most two decimals: 7,5 or 7.5.</summary>
    public static string Number(decimal number)
    {
        var text = number.ToString("0.##", CultureInfo.InvariantCulture);
        return English ? text : text.Replace('.', ',');
    }

    /// <summary>An amount in its natural unit: 250 nghìn, 7,5 triệu, 1,2 tỷ.</summary>
    public static string Money(long dong) => $"{InUnit(dong, UnitOf(dong))} {UnitName(UnitOf(dong))}";

    /// <summary>Pay as a band: "7 đến 9 triệu", "từ 7 triệu", "đến 9 triệu", or that it is to be agreed.</summary>
    public static string Pay(long? min, long? max) => (min, max) switch
    {
        (null, null) => T("Lương thoả thuận", "Pay to be agreed"),
        ({ } from, null) => T($"từ {Money(from)}", $"from {Money(from)}"),
        (null, { } to) => T($"đến {Money(to)}", $"up to {Money(to)}"),
        ({ } from, { } to) when from == to => Money(from),
        ({ } from, { } to) when UnitOf(from) == UnitOf(to) =>
            $"{InUnit(from, UnitOf(from))} {T("đến", "to")} {InUnit(to, UnitOf(to))} {UnitName(UnitOf(to))}",
        ({ } from, { } to) => $"{Money(from)} {T("đến", "to")} {Money(to)}",
    };

    /// <summary>The pay of an opening; a training slot that says none has none to be agreed.</summary>
    public static string Pay(OpeningKind kind, long? min, long? max) =>
        kind == OpeningKind.Training && min is null && max is null ? T("Không ghi lương", "Pay not said") : Pay(min, max);

    /// <summary>How long something has been due: "Quá 3 ngày".</summary>
    public static string Overdue(int days) => T($"Quá {days} ngày", days == 1 ? "1 day overdue" : $"{days} days overdue");

    /// <summary>An amount as it stands in a field measured in triệu đồng: 7500000 is 7,5. Nothing is rounded away.</summary>
    public static string Million(long dong)
    {
        var text = (dong / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture);
        return English ? text : text.Replace('.', ',');
    }

    private static string Many(int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";

    private static long UnitOf(long dong) => Math.Abs(dong) switch
    {
        >= 1_000_000_000 => 1_000_000_000,
        >= 1_000_000 => 1_000_000,
        >= 1_000 => 1_000,
        _ => 1,
    };

    private static string InUnit(long dong, long unit) => Number((decimal)dong / unit);

    private static string UnitName(long unit) => unit switch
    {
        1_000_000_000 => T("tỷ", "billion"),
        1_000_000 => T("triệu", "million"),
        1_000 => T("nghìn", "thousand"),
        _ => T("đồng", "đồng"),
    };
}
