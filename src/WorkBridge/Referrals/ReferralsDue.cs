using WorkBridge.Holidays;

namespace WorkBridge.Referrals;

public enum ReferralDue
{
    Nothing,
    FirstReminder,
    SecondReminder,
    Lapse,
}

/// <summary>What is due of a referral that waits for an employer. Pure: the day comes in.</summary>
public static class ReferralsDue
{
    /// <summary>Calendar days without an answer after which the employer is reminded (product brief, section 5).</summary>
    public const int FirstReminderDays = 3;

    public const int SecondReminderDays = 7;

    /// <summary>
    /// Days of Tết do not count. Reminders only while nothing was answered at all; after the last day for an answer it
    /// lapses. Never two things at once: a reminder that was missed is not sent after the next one.
    /// </summary>
    public static ReferralDue At(Referral referral, DateTime now, HolidayCalendar holidays) => At(referral.State, referral.SentAt, referral.AnswerBy, now, holidays);

    /// <summary>The same of a row that was read for nothing else.</summary>
    public static ReferralDue At(ReferralState state, DateTime? sentAt, DateOnly? answerBy, DateTime now, HolidayCalendar holidays)
    {
        var today = Clock.DayOf(now);
        if (sentAt is null || holidays.IsTet(today))
            return ReferralDue.Nothing;
        if (state is not (ReferralState.Sent or ReferralState.Seen or ReferralState.UnderReview))
            return ReferralDue.Nothing;
        if (today > holidays.OutsideTetFrom(answerBy!.Value))
            return ReferralDue.Lapse;
        if (state == ReferralState.UnderReview)
            return ReferralDue.Nothing;
        return holidays.ElapsedOutsideTet(Clock.DayOf(sentAt.Value), today) switch
        {
            >= SecondReminderDays => ReferralDue.SecondReminder,
            >= FirstReminderDays => ReferralDue.FirstReminder,
            _ => ReferralDue.Nothing,
        };
    }
}
