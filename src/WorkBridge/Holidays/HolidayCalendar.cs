namespace WorkBridge.Holidays;

/// <summary>
/// The public holidays of Vietnam as a dated table (Labour Code 45/2019/QH14, Article 112), not a computation: some days off
/// are decided each year. One calendar for everything that counts days: the clock of a referral, terms of the law, hours of mail.
/// </summary>
public sealed class HolidayCalendar
{
    public const string FileName = "holidays.json";

    private readonly Dictionary<DateOnly, Holiday> days = [];

    /// <exception cref="InvalidOperationException">A holiday ends before it begins, does not hold its own day, or shares a day with another.</exception>
    public HolidayCalendar(string source, IEnumerable<Holiday> holidays)
    {
        Source = source;
        foreach (var holiday in holidays)
        {
            if (holiday.Day < holiday.From || holiday.Day > holiday.To)
                throw new InvalidOperationException($"The holiday of {holiday.Day:yyyy-MM-dd} in {FileName} does not hold its own day.");
            for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
            {
                if (!days.TryAdd(day, holiday))
                    throw new InvalidOperationException($"{day:yyyy-MM-dd} stands twice in {FileName}.");
            }
        }
    }

    public string Source { get; }

    /// <summary>Reads the operator's own file in "rules" under the data folder, or the product's.</summary>
    public static HolidayCalendar Read(string? dataFolder = null)
    {
        var file = RuleFile.Read<HolidayFile>(FileName, dataFolder);
        return new HolidayCalendar(file.Source, file.Holidays);
    }

    /// <summary>The holiday a day belongs to, days beside it and made up for included; null on any other day, weekends too.</summary>
    public Holiday? On(DateOnly day) => days.GetValueOrDefault(day);

    /// <summary>Whether a day is a day off of a public holiday. Weekends alone are not.</summary>
    public bool IsHoliday(DateOnly day) => days.ContainsKey(day);

    /// <summary>Whether a day lies in Tết, over which the clock of a referral stands still.</summary>
    public bool IsTet(DateOnly day) => On(day)?.Kind == HolidayKind.Tet;

    /// <summary>Whether offices work: Monday to Friday and no holiday. A day off not yet announced counts as a working day, so that no term ends too late.</summary>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The last of so many working days after a day; the day itself is not counted (Civil Code 91/2015/QH13, Article 147).</summary>
    public DateOnly AddWorkingDays(DateOnly day, int workingDays) => Add(day, workingDays, IsWorkingDay);

    /// <summary>The day itself, or the first working day after it: a term that ends on a day off ends there (Civil Code, Article 148, clause 5).</summary>
    public DateOnly WorkingDayFrom(DateOnly day) => From(day, IsWorkingDay);

    /// <summary>The day that lies so many days after a day, days of Tết not counted.</summary>
    public DateOnly AddOutsideTet(DateOnly day, int count) => Add(day, count, d => !IsTet(d));

    /// <summary>The day itself, or the first one after Tết when it lies in it.</summary>
    public DateOnly OutsideTetFrom(DateOnly day) => From(day, d => !IsTet(d));

    /// <summary>Days gone by from one day to a later one, days of Tết not counted.</summary>
    public int ElapsedOutsideTet(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (!IsTet(day))
                count++;
        }

        return count;
    }

    private static DateOnly Add(DateOnly day, int count, Func<DateOnly, bool> counts)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (counts(day))
                count--;
        }

        return day;
    }

    private static DateOnly From(DateOnly day, Func<DateOnly, bool> fits)
    {
        while (!fits(day))
            day = day.AddDays(1);
        return day;
    }
}

internal sealed record HolidayFile(string Source, IReadOnlyList<Holiday> Holidays);
