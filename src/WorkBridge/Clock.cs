namespace WorkBridge;

/// <summary>Time as the service reads it: instants in UTC, days in Asia/Ho_Chi_Minh.</summary>
public static class Clock
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>The instant now, of kind UTC, cut to whole milliseconds so that both databases keep it unchanged.</summary>
    public static DateTime UtcNow(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
    }

    /// <summary>The calendar day now in Vietnam.</summary>
    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.UtcNow());

    /// <summary>The calendar day in Vietnam of a UTC instant.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The first day of the month, for what may stay without telling a day.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Noon of the first day of the month in Vietnam: the same month wherever it is read.</summary>
    public static DateTime MonthOf(DateTime utc) => Utc(MonthOf(DayOf(utc)), new TimeOnly(12, 0));

    /// <summary>The wall-clock time in Vietnam of a UTC instant.</summary>
    public static DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The UTC instant of a wall-clock time in Vietnam.</summary>
    public static DateTime Utc(DateOnly day, TimeOnly time) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time, DateTimeKind.Unspecified), Zone);
}
