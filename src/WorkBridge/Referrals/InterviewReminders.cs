using WorkBridge.Email;

namespace WorkBridge.Referrals;

/// <summary>When an interview is reminded of. Pure: the instant comes in.</summary>
public static class InterviewReminders
{
    /// <summary>An appointment that was set less than this ahead is fresh in mind.</summary>
    public static readonly TimeSpan FreshInMind = TimeSpan.FromDays(1);

    /// <summary>
    /// The instant from which a reminder may leave, or null when none is due now: from the morning of the day before, in mail hours, on
    /// days off as well, since it is bound to its day; late as long as it leaves before the interview.
    /// </summary>
    public static DateTime? LeavesAt(DateTime interviewAt, DateTime setAt, DateTime now)
    {
        if (interviewAt - setAt < FreshInMind || now < Clock.Utc(Clock.DayOf(interviewAt).AddDays(-1), MailHours.From))
            return null;
        var leaves = MailHours.NotBefore(now);
        return leaves < interviewAt ? leaves : null;
    }
}
