using WorkBridge.Holidays;

namespace WorkBridge.Placements;

/// <summary>"Is the person still with you?": which step an employer is to be asked about. Pure: the instant comes in.</summary>
public static class EmployerQuestion
{
    /// <summary>Days for which the link of one step opens; the mail of a later step ends it before.</summary>
    public const int DaysOpen = 30;

    /// <summary>Days after its day on which a step is still asked about: long enough for Tết and a service that was down, short enough that nobody is asked out of nowhere.</summary>
    public const int DaysLate = 21;

    /// <summary>
    /// The step that is due, or null. Only the last step that has fallen is ever asked, for <see cref="DaysLate"/> days: what was missed before it is not caught
    /// up. Nothing once the work has ended, once that step or a later one was answered or asked, when nobody may ask this
    /// employer, and on the days of Tết.
    /// </summary>
    /// <param name="state">How the work stands.</param>
    /// <param name="startsOn">The first day of work.</param>
    /// <param name="lastAnswered">The latest step with an answer, of whomever; 0 for none.</param>
    /// <param name="lastAsked">The latest step that this employer was asked about; 0 for none.</param>
    /// <param name="mayAsk">The person's consent to this employer stands, the person may be helped, and the employer has not said that the work is over.</param>
    /// <param name="now">UTC.</param>
    /// <param name="holidays">The days that do not count.</param>
    public static int? StepAt(PlacementState state, DateOnly startsOn, int lastAnswered, int lastAsked, bool mayAsk, DateTime now, HolidayCalendar holidays)
    {
        var today = Clock.DayOf(now);
        if (state == PlacementState.Ended || !mayAsk || holidays.IsTet(today))
            return null;
        var fallen = FollowUp.Ladder.Where(days => startsOn.AddDays(days) <= today).DefaultIfEmpty(0).Max();
        return fallen > Math.Max(lastAnswered, lastAsked) && startsOn.AddDays(fallen + DaysLate) >= today ? fallen : null;
    }
}
