using System.Globalization;
using System.Text.RegularExpressions;
using WorkBridge.Matching;

namespace WorkBridge.Files;

/// <summary>
/// A day as people write it in tables: a real date, Excel's day number, 26/4/2022, 04-03-2021, 17.10.2020, 2022-04-26,
/// 26042022, "ngày 26 tháng 4 năm 2022". The day stands first, always; a month or a year alone is no day.
/// </summary>
public static partial class TypedDay
{
    /// <summary>False when something stands there that is no day; true with null for an empty cell.</summary>
    public static bool TryRead(Cell cell, out DateOnly? day)
    {
        day = null;
        if (cell.IsBlank)
            return true;
        day = cell.Kind switch
        {
            CellKind.Date => Exact(cell.Text, "yyyy-MM-dd"),
            CellKind.Number => OfDigits(cell.Text),
            _ => OfText(cell.Text),
        };
        return day is not null;
    }

    private static DateOnly? OfText(string text)
    {
        var folded = Vietnamese.Fold(text).Replace("ngay", "", StringComparison.Ordinal).Replace("thang", "/", StringComparison.Ordinal).Replace("nam", "/", StringComparison.Ordinal).Trim();
        if (folded.All(char.IsAsciiDigit))
            return OfDigits(folded);
        if (YearFirst().Match(folded) is { Success: true } iso)
            return Day(Number(iso, "year"), Number(iso, "month"), Number(iso, "day"));
        return DayFirst().Match(folded) is { Success: true } own ? Day(Year(Number(own, "year")), Number(own, "month"), Number(own, "day")) : null;
    }

    private static DateOnly? OfDigits(string digits)
    {
        if (digits.Length is 7 or 8 && Exact(digits.PadLeft(8, '0'), "ddMMyyyy") is { } packed)
            return packed;
        // Five digits: Excel's number of a day from 1954 to 2119, typed into a cell that has lost its format.
        return digits.Length == 5 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 20_000 and <= 80_000
            ? ExcelDay.From(number)
            : null;
    }

    /// <summary>Two digits are a year of this century: such tables hold days of the last years.</summary>
    private static int Year(int year) => year < 100 ? 2000 + year : year;

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateOnly? Exact(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^(?<year>[0-9]{4})\s*[-/.]\s*(?<month>[0-9]{1,2})\s*[-/.]\s*(?<day>[0-9]{1,2})(\s+[0-9:]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})(\s*[-/.]\s*|\s+)(?<month>[0-9]{1,2})(\s*[-/.]\s*|\s+)(?<year>[0-9]{4}|[0-9]{2})(\s+[0-9:]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayFirst();
}
