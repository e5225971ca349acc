namespace WorkBridge.Web.Demo;

/// <summary>The moment at which a demonstration is filled, and the days before and after it: whatever day it is, the rows look lived in.</summary>
internal sealed class DemoTime(DateTime now)
{
    public DateTime Now { get; } = now;

    public DateOnly Today { get; } = Clock.DayOf(now);

    public DateOnly Day(int daysAgo) => Today.AddDays(-daysAgo);

    /// <summary>An instant in office hours so many days ago; today, so many minutes before now, so that nothing lies ahead.</summary>
    public DateTime Ago(int days, int hour = 9, int minute = 0) =>
        days > 0 ? Clock.Utc(Day(days), new TimeOnly(hour, minute)) : Now.AddMinutes(-90 + minute);
}
