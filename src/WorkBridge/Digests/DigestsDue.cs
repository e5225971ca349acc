using WorkBridge.Email;
using WorkBridge.Holidays;
using WorkBridge.Staff;

namespace WorkBridge.Digests;

/// <summary>When a digest is due. Pure: the account and the instant come in.</summary>
public static class DigestsDue
{
    /// <summary>
    /// The first day of the time that a digest due now stands for, a day or a week from Monday; null where none is due. Due on
    /// working days, in the hours of mail: one that could not be promised in the morning is due until the evening, and a
    /// weekly one until the end of its week. One of a day that went by is never due again, so nothing piles up.
    /// </summary>
    public static DateOnly? At(StaffRole role, DigestRhythm rhythm, DateTime now, HolidayCalendar holidays)
    {
        var day = Clock.DayOf(now);
        if (rhythm == DigestRhythm.Never || !holidays.IsWorkingDay(day) || !MailHours.IsInHours(now))
            return null;
        return role switch
        {
            StaffRole.Officer when rhythm == DigestRhythm.Daily => day,
            StaffRole.Officer or StaffRole.Coordinator => MondayOf(day),
            _ => null,
        };
    }

    /// <summary>Whether an officer's digest that was promised at an instant is still of the day, or of the week of a weekly one.</summary>
    public static bool IsOfNow(DigestRhythm rhythm, DateTime promisedAt, DateTime now)
    {
        var (promised, day) = (Clock.DayOf(promisedAt), Clock.DayOf(now));
        return rhythm == DigestRhythm.Weekly ? MondayOf(promised) == MondayOf(day) : promised == day;
    }

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
