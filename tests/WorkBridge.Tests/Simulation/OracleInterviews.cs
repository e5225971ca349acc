namespace WorkBridge.Tests.Simulation;

/// <summary>Interviews: the employer and the person who agreed to be reminded are told, reminded the day before, and told when it is off.</summary>
public sealed partial class Oracle
{
    private static readonly TimeSpan MailFrom = new(7, 30, 0);

    private static readonly TimeSpan MailTo = new(20, 0, 0);

    /// <summary>An address was given, reminders were agreed to, and the programme runs.</summary>
    private bool MayRemind(OReferral r, DateTime now) => people[r.Person] is { Address: not null } p && p.Agrees(Reminders, DayOf(now));

    /// <summary>A new time replaces the one before it.</summary>
    private void InterviewIsSet(OReferral r, DateTime at, DateTime now)
    {
        (r.InterviewAt, r.InterviewSetAt) = (at, now);
        r.Appointment++;
        waiting.RemoveAll(w => w.Kind == "interview" && w.About == r.Id);
        Promise("interview", r.Id);
        if (!MayRemind(r, now))
            return;
        waiting.RemoveAll(w => w.Kind == "interview-person" && w.About == r.Id);
        Promise("interview-person", r.Id);
    }

    private void InterviewIsOff(OReferral r, DateTime now)
    {
        if (r.State == "InterviewSet" && r.InterviewAt > now && MayRemind(r, now))
            Promise("interview-off-person", r.Id);
    }

    /// <summary>
    /// From the morning of the day before, once an appointment, where it was set a day or more ahead and the reminder can leave before the hour. A person who
    /// agrees only later is still reminded.
    /// </summary>
    public void SweptInterviews(DateTime now)
    {
        var local = now.AddHours(7);
        var leaves = local.TimeOfDay < MailFrom ? local.Date + MailFrom : local.TimeOfDay < MailTo ? local : local.Date.AddDays(1) + MailFrom;
        foreach (var r in referrals.Values.Where(r => r.State == "InterviewSet" && r.InterviewAt > now))
        {
            var at = r.InterviewAt!.Value.AddHours(7);
            if (r.InterviewAt - r.InterviewSetAt < TimeSpan.FromDays(1) || local < at.Date.AddDays(-1) + MailFrom || leaves >= at || !Agrees(r, DayOf(now)))
                continue;
            if (r.EmployerReminded != r.Appointment)
                Promise("interview-reminder", r.Id, r.EmployerReminded = r.Appointment);
            if (r.PersonReminded != r.Appointment && MayRemind(r, now))
                Promise("interview-reminder-person", r.Id, r.PersonReminded = r.Appointment);
        }
    }
}
