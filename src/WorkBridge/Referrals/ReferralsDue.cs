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
    public static ReferralDue At(Referral referral, DateTime now, TetCalendar tet)
    {
        var today = Clock.DayOf(now);
        if (referral.SentAt is not { } sentAt || tet.StandsStill(today))
            return ReferralDue.Nothing;
        if (referral.State is not (ReferralState.Sent or ReferralState.Seen or ReferralState.UnderReview))
            return ReferralDue.Nothing;
        if (today > tet.NotBefore(referral.AnswerBy!.Value))
            return ReferralDue.Lapse;
        if (referral.State == ReferralState.UnderReview)
            return ReferralDue.Nothing;
        return tet.Elapsed(Clock.DayOf(sentAt), today) switch
        {
            >= SecondReminderDays => ReferralDue.SecondReminder,
            >= FirstReminderDays => ReferralDue.FirstReminder,
            _ => ReferralDue.Nothing,
        };
    }
}
