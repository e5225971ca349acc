using WorkBridge.Email;
using WorkBridge.Employers;

namespace WorkBridge.Referrals;

/// <summary>The mails a referral promises. Each key can be promised once.</summary>
public static class ReferralMails
{
    public static OutboxMail Sent(Referral referral, Employer employer, DateTime now) =>
        new(SentKey(referral.Id), MailKinds.ReferralSent, referral.Id, employer.Email, now);

    public static string SentKey(Guid referralId) => $"referral-sent:{referralId}";

    public static OutboxMail Reminder(Referral referral, Employer employer, int days, DateTime now) =>
        new(ReminderKey(referral.Id, days), MailKinds.ReferralReminder, referral.Id, employer.Email, now, MailHours.NotBefore(now));

    public static string ReminderKey(Guid referralId, int days) => $"referral-reminder:{referralId}:{days}";

    /// <summary>Tells the employer that it is over and that what was noted about the person must be deleted.</summary>
    public static OutboxMail Delete(Referral referral, Employer employer, DateTime now) =>
        new($"referral-delete:{referral.Id}", MailKinds.ReferralDelete, referral.Id, employer.Email, now);

    /// <summary>Tells the officer that the employer answered; one for each answer.</summary>
    public static OutboxMail Answered(Referral referral, string officerAddress, DateTime now) =>
        new($"referral-answered:{referral.Id}:{referral.Version}", MailKinds.ReferralAnswered, referral.Id, officerAddress, now);

    public static OutboxMail Lapsed(Referral referral, string officerAddress, DateTime now) =>
        new($"referral-lapsed:{referral.Id}", MailKinds.ReferralLapsedOfficer, referral.Id, officerAddress, now, MailHours.NotBefore(now));

    /// <summary>The interview with its calendar file; one for each appointment.</summary>
    public static OutboxMail Interview(Referral referral, Employer employer, DateTime now) =>
        new($"interview:{referral.Id}:{referral.Version}", MailKinds.Interview, referral.Id, employer.Email, now);

    /// <summary>To the employer that decided before the interview it had set: it is off.</summary>
    public static OutboxMail InterviewOff(Referral referral, Employer employer, DateTime now) =>
        new($"interview-off:{referral.Id}:{referral.Version}", MailKinds.InterviewOff, referral.Id, employer.Email, now);

    /// <summary>The interview to the person; one for each appointment.</summary>
    public static OutboxMail InterviewForPerson(Referral referral, DateTime now) =>
        OutboxMail.ToPerson($"interview-person:{referral.Id}:{referral.Version}", MailKinds.InterviewForPerson, referral.Id, now, MailHours.NotBefore(now));

    /// <summary>To the person, whoever ended the referral: the interview is off.</summary>
    public static OutboxMail InterviewOffForPerson(Referral referral, DateTime now) =>
        OutboxMail.ToPerson($"interview-off-person:{referral.Id}:{referral.Version}", MailKinds.InterviewOffForPerson, referral.Id, now, MailHours.NotBefore(now));

    public static OutboxMail InterviewReminderForPerson(Referral referral, Guid appointmentId, DateTime now, DateTime leavesAt) =>
        OutboxMail.ToPerson(InterviewReminderForPersonKey(referral.Id, appointmentId), MailKinds.InterviewReminderForPerson, referral.Id, now, leavesAt);

    public static string InterviewReminderForPersonKey(Guid referralId, Guid appointmentId) => $"interview-reminder-person:{referralId}:{appointmentId}";

    /// <summary>The reminder of an interview to the employer; one for each appointment, which is the move that set it.</summary>
    public static OutboxMail InterviewReminder(Referral referral, Guid appointmentId, Employer employer, DateTime now, DateTime leavesAt) =>
        new(InterviewReminderKey(referral.Id, appointmentId), MailKinds.InterviewReminder, referral.Id, employer.Email, now, leavesAt);

    public static string InterviewReminderKey(Guid referralId, Guid appointmentId) => $"interview-reminder:{referralId}:{appointmentId}";
}
