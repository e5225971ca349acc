namespace WorkBridge.Referrals;

/// <summary>
/// The days of Tết, on which the clock of a referral stands still. A dated table, not a computation: the days off are
/// decided each year; a year not yet announced holds two days before the first day of the lunar year to four days after it.
/// </summary>
public sealed class TetCalendar
{
    public const string FileName = "tet.json";

    private readonly IReadOnlyList<TetHoliday> holidays;

    public TetCalendar(IEnumerable<TetHoliday> holidays)
    {
        this.holidays = [.. holidays.OrderBy(h => h.From)];
        if (this.holidays.Any(h => h.To < h.From || h.FirstDay < h.From || h.FirstDay > h.To))
            throw new InvalidOperationException("A holiday of tet.json ends before it begins, or does not hold its first day.");
    }

    public static TetCalendar Read(string? dataFolder = null) => new(RuleFile.Read<TetFile>(FileName, dataFolder).Holidays);

    public bool StandsStill(DateOnly day) => holidays.Any(h => h.From <= day && day <= h.To);

    /// <summary>The day that lies <paramref name="days"/> days after <paramref name="day"/>, days of Tết not counted.</summary>
    public DateOnly Add(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            if (!StandsStill(day))
                days--;
        }

        return day;
    }

    /// <summary>Days gone by from one day to a later one, days of Tết not counted.</summary>
    public int Elapsed(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (!StandsStill(day))
                days++;
        }

        return days;
    }

    /// <summary>The day itself, or the first one after Tết when it lies in it.</summary>
    public DateOnly NotBefore(DateOnly day)
    {
        while (StandsStill(day))
            day = day.AddDays(1);
        return day;
    }
}

/// <summary>One Tết: the days on which nothing is counted, the first day of the lunar year, and whether the days off were announced.</summary>
public sealed record TetHoliday(DateOnly From, DateOnly To, DateOnly FirstDay, bool Announced);

internal sealed record TetFile(string Source, IReadOnlyList<TetHoliday> Holidays);
