namespace WorkBridge.Tests.Simulation;

/// <summary>Digests: to an officer what there is to do, each working day or once a week; to a coordinator once a week. Never two on a day.</summary>
public sealed partial class Oracle
{
    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>Due on working days between the hours of mail; one of a day that went by is not caught up, one of a week is until the week ends.</summary>
    public void SweptDigests(DateTime now)
    {
        var today = DayOf(now);
        if (!IsOpen(now) || IsWeekend(today))
            return;
        foreach (var (id, officer) in officers.Where(o => o.Value.Rhythm != "Never"))
        {
            if (officer.DigestOn >= (officer.IsWeekly ? MondayOf(today) : today))
                continue;
            officer.DigestOn = today;
            waiting.RemoveAll(w => w.About == id);
            Promise(officer.Commune is null ? "coordinator-digest" : "officer-digest", id);
        }
    }

    private bool DigestIsDue(OOfficer officer, DateTime now)
    {
        var today = DayOf(now);
        if (officer.Rhythm == "Never" || officer.DigestOn < (officer.IsWeekly ? MondayOf(today) : today))
            return false;
        return officer.Commune is null || (communes.TryGetValue(officer.Commune, out var there) && there.Exists(p => HasWork(p, now)));
    }

    /// <summary>Whether the officer has something to do for a person today.</summary>
    private static bool HasWork(OPerson person, DateTime now) =>
        (person.Consents.TryGetValue(Matching, out var last) && last == DayOf(now)) || person.Referrals.Exists(r => IsToDo(r, now));

    private static bool IsToDo(OReferral r, DateTime now)
    {
        var today = DayOf(now);
        return r.State switch
        {
            "Prepared" or "UnderReview" => true,
            "Sent" or "Seen" => r.SentOn!.Value.AddDays(3) <= today,
            "InterviewSet" => DayOf(r.InterviewAt!.Value) <= today,
            "Declined" => r.DeclinedAt >= now.AddDays(-7), // The person is still to be told.
            "Accepted" => r.Works && (Fallen(r.Work!, today) > r.Work!.Answered || r.Work.Calls || SidesNeedALook(r.Work)),
            _ => false,
        };
    }

    /// <summary>One side says gone, or the two differ, and the last word is no officer's.</summary>
    private static bool SidesNeedALook(OWork work)
    {
        if (work is { Side: { } side, SideIsOfficer: true } && !(work.Employer?.At > side.At))
            return false;
        return work.Employer is { There: false } || work.Side is { There: false };
    }
}
