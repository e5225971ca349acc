namespace WorkBridge.Tests.Simulation;

/// <summary>Which mails leave, when, and where to.</summary>
public sealed partial class Oracle
{
    /// <summary>An appointment is confirmed to whoever has just made it, at any hour.</summary>
    private static readonly string[] AtOnce = ["interview", "interview-off"];

    /// <summary>What is bound to its day leaves on days off as well.</summary>
    private static readonly string[] OfADay = ["interview-reminder", "interview-person", "interview-reminder-person", "interview-off-person"];

    /// <summary>What reminds or asks leaves when offices work.</summary>
    private static readonly string[] Patient = ["referral-reminder", "referral-lapsed-officer", "opening-stale", "opening-fill", "still-there", "officer-digest", "coordinator-digest"];

    /// <summary>What an employer may do without.</summary>
    private static readonly string[] NoDuty = ["referral-reminder", "opening-stale", "opening-fill", "still-there"];

    /// <summary>What leaves at this instant. What is not due any more is forgotten.</summary>
    public List<Promise> Delivered(DateTime now)
    {
        var leaving = new List<Promise>();
        foreach (var entry in waiting.Where(w => MayLeave(w.Kind, now)).ToList())
        {
            waiting.Remove(entry);
            if (!StillDue(entry, now))
                continue;
            leaving.Add(entry with { To = AddressOf(entry), Which = entry.Kind is "referral-reminder" or "still-there" ? entry.Which : 0 });
            if (entry.Kind == "referral-sent")
                referrals[entry.About].EmployerKnows = true;
            if (entry.Kind == "interview")
                referrals[entry.About].InCalendar = true;
            if (entry.Kind == "interview-person")
                referrals[entry.About].InPersonsCalendar = true;
            if (entry.Kind == "still-there")
                referrals[entry.About].Work!.Mailed = entry.Which;
        }

        return leaving;
    }

    private static bool MayLeave(string kind, DateTime now) =>
        AtOnce.Contains(kind) || (OfADay.Contains(kind) ? IsInHours(now) : IsOpen(now) && !(IsWeekend(DayOf(now)) && Patient.Contains(kind)));

    private static bool IsInHours(DateTime now) => now.AddHours(7).TimeOfDay >= MailFrom && now.AddHours(7).TimeOfDay < MailTo;

    private static bool IsOpen(DateTime now) => IsInHours(now) && !IsTet(DayOf(now)) && !DaysOff.Contains(DayOf(now));

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private bool StillDue(Promise mail, DateTime now)
    {
        if (NoDuty.Contains(mail.Kind) && !employers[EmployerOf(mail)].TakesReminders)
            return false;
        if (mail.Kind == "opening-fill")
            return true;
        if (mail.Kind == "opening-stale")
            return openings[mail.About] is { State: "Live" } o && o.WarnedSince == o.ConfirmedOn;
        if (officers.TryGetValue(mail.About, out var officer))
            return DigestIsDue(officer, now);
        var r = referrals[mail.About];
        var comes = r.State == "InterviewSet" && r.InterviewAt > now && Agrees(r, DayOf(now));
        return mail.Kind switch
        {
            "referral-sent" => MayLook(r, now),
            "referral-reminder" => r.State is "Sent" or "Seen" && MayLook(r, now),
            "interview" => r.State == "InterviewSet" && Agrees(r, DayOf(now)),
            "interview-person" => comes && MayRemind(r, now),
            "interview-reminder" => comes && mail.Which == r.Appointment,
            "interview-reminder-person" => comes && mail.Which == r.Appointment && MayRemind(r, now),
            "interview-off" => r.State is "Trial" or "Accepted" or "Declined" && r.InterviewAt > now && r.InCalendar,
            "interview-off-person" => r.InterviewAt > now && r.InPersonsCalendar && MayRemind(r, now),
            "still-there" => r.Works && mail.Which == r.Work!.Asked && mail.Which > r.Work.Answered && QuestionOpens(r, now) && Agrees(r, DayOf(now)),
            "referral-delete" => r.EmployerKnows || r.WasSeen,
            "referral-answered" => r.State != "WithdrawnByPerson",
            _ => true,
        };
    }

    private Guid EmployerOf(Promise mail) => referrals.TryGetValue(mail.About, out var r) ? r.Employer : openings[mail.About].Employer;

    private string AddressOf(Promise mail) => mail.Kind switch
    {
        "officer-digest" or "coordinator-digest" => officers[mail.About].Address,
        "referral-answered" or "referral-lapsed-officer" => officers[referrals[mail.About].Officer].Address,
        _ when mail.Kind.EndsWith("-person", StringComparison.Ordinal) => people[referrals[mail.About].Person].Address!,
        _ => employers[EmployerOf(mail)].Address,
    };
}
