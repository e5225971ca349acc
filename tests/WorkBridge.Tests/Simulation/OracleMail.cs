namespace WorkBridge.Tests.Simulation;

/// <summary>Which mails leave, and when.</summary>
public sealed partial class Oracle
{
    /// <summary>What leaves at this instant. What is not due any more is forgotten.</summary>
    public List<Promise> Delivered(DateTime now)
    {
        var local = now.AddHours(7);
        var open = local.TimeOfDay >= new TimeSpan(7, 30, 0) && local.TimeOfDay < new TimeSpan(20, 0, 0) && !IsTet(DateOnly.FromDateTime(local)) && !DaysOff.Contains(DateOnly.FromDateTime(local));
        var leaving = new List<Promise>();
        // An appointment is confirmed to whoever has just made it, at any hour.
        // What reminds or asks leaves when offices work.
        var weekend = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var patient = new[] { "referral-reminder", "referral-lapsed-officer", "opening-stale", "opening-fill" };
        foreach (var entry in waiting.Where(w => (open && !(weekend && patient.Contains(w.Kind))) || w.Kind is "interview" or "interview-off").ToList())
        {
            waiting.Remove(entry);
            if (!StillDue(entry, now))
                continue;
            leaving.Add(entry);
            if (entry.Kind == "referral-sent")
                referrals[entry.About].EmployerKnows = true;
            if (entry.Kind == "interview")
                referrals[entry.About].InCalendar = true;
        }

        return leaving;
    }

    private bool StillDue(Promise mail, DateTime now)
    {
        if (mail.Kind == "opening-fill")
            return true;
        if (mail.Kind == "opening-stale")
            return openings[mail.About] is { State: "Live" } o && o.WarnedSince == o.ConfirmedOn;
        var r = referrals[mail.About];
        return mail.Kind switch
        {
            "referral-sent" => MayLook(r, now),
            "referral-reminder" => r.State is "Sent" or "Seen" && MayLook(r, now),
            "interview" => r.State == "InterviewSet" && Agrees(r, DayOf(now)),
            "interview-off" => r.State is "Trial" or "Accepted" or "Declined" && r.InterviewAt > now && r.InCalendar,
            "referral-delete" => r.EmployerKnows || r.WasSeen,
            "referral-answered" => r.State != "WithdrawnByPerson",
            _ => true,
        };
    }
}
