using WorkBridge.Holidays;

namespace WorkBridge.Email;

/// <summary>
/// When mail that nobody waits for may leave: between 7:30 and 20:00 on the wall clock of Vietnam, on no public holiday but what is bound to its day, and what only reminds or asks on working days alone. Delivery asks each time, so that
/// neither a wait after a failure nor a service that was down sends in the night.
/// </summary>
public static class MailHours
{
    public static readonly TimeOnly From = new(7, 30);

    public static readonly TimeOnly To = new(20, 0);

    /// <summary>Mails somebody has just asked for and waits for: they leave at any hour.</summary>
    public static readonly IReadOnlyList<string> AtAnyHour = [MailKinds.AccountInvited, MailKinds.PasswordReset, MailKinds.Interview, MailKinds.InterviewOff];

    /// <summary>Mails that are worth nothing on another day: they leave on a public holiday as well, in the hours.</summary>
    public static readonly IReadOnlyList<string> BoundToADay =
        [MailKinds.InterviewReminder, MailKinds.InterviewForPerson, MailKinds.InterviewReminderForPerson, MailKinds.InterviewOffForPerson];

    /// <summary>Mails that remind or ask and lose nothing by a weekend: they leave when offices work.</summary>
    public static readonly IReadOnlyList<string> OnWorkingDays =
        [MailKinds.ReferralReminder, MailKinds.ReferralLapsedOfficer, MailKinds.StillThere, MailKinds.OpeningStale, MailKinds.OpeningFill, MailKinds.OfficerDigest, MailKinds.CoordinatorDigest];

    /// <summary>How long a mail may be due, in its hours, before somebody should look.</summary>
    public static readonly TimeSpan MayWait = TimeSpan.FromMinutes(10);

    /// <summary>Those of these mails that may leave at an instant, by its hour and its day.</summary>
    public static IQueryable<OutboxMail> MayLeaveAt(this IQueryable<OutboxMail> mails, DateTime utc, HolidayCalendar holidays)
    {
        var inHours = IsInHours(utc);
        var open = inHours && !holidays.IsHoliday(Clock.DayOf(utc));
        var working = inHours && holidays.IsWorkingDay(Clock.DayOf(utc));
        return mails.Where(m => working || (open && !OnWorkingDays.Contains(m.Kind)) || AtAnyHour.Contains(m.Kind) || (inHours && BoundToADay.Contains(m.Kind)));
    }

    /// <summary>Those that could have left <see cref="MayWait"/> ago and are still here. What waits for the morning is not late, and not at once in the morning.</summary>
    public static IQueryable<OutboxMail> Overdue(this IQueryable<OutboxMail> mails, DateTime now, HolidayCalendar holidays)
    {
        var then = now - MayWait;
        return mails.Where(m => m.State == MailState.Waiting && m.NextTryAt < then).MayLeaveAt(then, holidays);
    }

    /// <summary>Whether it is between the hours, whatever day it is.</summary>
    public static bool IsInHours(DateTime utc) => NotBefore(utc) == utc;

    /// <summary>The instant itself inside the hours; otherwise the next morning's beginning.</summary>
    public static DateTime NotBefore(DateTime utc)
    {
        var local = Clock.Local(utc);
        var time = TimeOnly.FromDateTime(local);
        var day = DateOnly.FromDateTime(local);
        if (time < From)
            return Clock.Utc(day, From);
        return time < To ? utc : Clock.Utc(day.AddDays(1), From);
    }
}
