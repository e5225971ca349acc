namespace WorkBridge.Tests.Simulation;

/// <summary>A mail that ought to leave: its kind, what it is about, and which of several.</summary>
public readonly record struct Promise(string Kind, Guid About, int Which = 0);

/// <summary>
/// What ought to happen to referrals, consents and openings, written from the product brief (sections 5 and 7) and from nothing of the
/// product's own judgement: it is told what was done and when, and answers what has to leave and how things have to stand.
/// </summary>
public sealed partial class Oracle
{
    /// <summary>Tết of the year simulated: no day of it counts, and no mail leaves.</summary>
    private static readonly (DateOnly From, DateOnly To) Tet = (new(2027, 2, 4), new(2027, 2, 10));

    /// <summary>The other public holidays of that time, days made up for included: no mail leaves.</summary>
    private static readonly DateOnly[] DaysOff = [new(2027, 1, 1), new(2027, 4, 16), new(2027, 4, 30), new(2027, 5, 1), new(2027, 5, 2), new(2027, 5, 3), new(2027, 9, 2)];

    private readonly Dictionary<Guid, OPerson> people = [];
    private readonly Dictionary<Guid, OOpening> openings = [];
    private readonly Dictionary<Guid, OReferral> referrals = [];
    private readonly List<Promise> waiting = [];

    public IReadOnlyDictionary<Guid, OReferral> Referrals => referrals;

    public IReadOnlyDictionary<Guid, OOpening> Openings => openings;

    public IReadOnlyDictionary<Guid, OPerson> People => people;

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc.AddHours(7));

    public void AddPerson(Guid id, DateOnly? plannedEnd) => people.Add(id, new OPerson { ProgrammeEnds = plannedEnd });

    public void AddOpening(Guid id, Guid employer, int places, DateOnly? closes, DateTime live) =>
        openings.Add(id, new OOpening { Employer = employer, Places = places, Closes = closes, ConfirmedOn = DayOf(live) });

    // What people do.
    public bool MayPrepare(Guid person, Guid opening, DateTime now) =>
        people[person].IsHelped(DayOf(now)) && openings[opening] is { State: "Live", Left: > 0 } && !people[person].Referrals.Exists(r => r.Opening == opening && r.IsOpen);

    public void Prepared(Guid id, Guid person, Guid opening)
    {
        referrals.Add(id, new OReferral { Id = id, Person = person, Opening = opening, Employer = openings[opening].Employer });
        people[person].Referrals.Add(referrals[id]);
        openings[opening].Referrals.Add(referrals[id]);
    }

    /// <summary>Consent lasts twelve months, or to the programme's end if sooner.</summary>
    public void Agreed(Guid person, Guid? employer, DateTime now)
    {
        var (p, last) = (people[person], DayOf(now).AddMonths(12));
        p.Consents[employer ?? Guid.Empty] = p.ProgrammeEnds < last ? p.ProgrammeEnds.Value : last;
    }

    public bool MaySend(OReferral r, DateTime now) => r.State == "Prepared" && people[r.Person].IsHelped(DayOf(now)) && Agrees(r, DayOf(now)) && openings[r.Opening] is { State: "Live", Left: > 0 };

    public void Sent(OReferral r, DateTime now)
    {
        r.State = "Sent";
        r.SentOn = DayOf(now);
        r.AnswerBy = Later(r.SentOn.Value, 14);
        r.LinkEnds = r.AnswerBy.Value.AddDays(7);
        Promise("referral-sent", r.Id);
    }

    public bool LinkOpens(OReferral r, DateTime now) => r.IsWithEmployer && DayOf(now) <= r.LinkEnds;

    public bool MayAnswer(OReferral r, DateTime now) => r.IsWithEmployer && Agrees(r, DayOf(now));

    public bool MayLook(OReferral r, DateTime now) => LinkOpens(r, now) && Agrees(r, DayOf(now));

    public static void Seen(OReferral r)
    {
        r.WasSeen = true;
        if (r.State == "Sent")
            r.State = "Seen";
    }

    public void Answered(OReferral r, string state, bool byEmployer, DateTime now, DateTime? interviewAt = null, DateOnly? keptOpenTo = null)
    {
        // What the employer decides before the hour it had set takes the appointment out of its calendar.
        if (r.State == "InterviewSet" && state != "InterviewSet" && r.InterviewAt > now)
            Promise("interview-off", r.Id);
        r.InterviewAt = interviewAt ?? r.InterviewAt;
        r.State = state;
        if (keptOpenTo > r.LinkEnds)
            r.LinkEnds = keptOpenTo;
        if (state == "InterviewSet")
            waiting.RemoveAll(w => w.Kind == "interview" && w.About == r.Id);
        if (state == "InterviewSet")
            Promise("interview", r.Id);
        if (byEmployer)
            Promise("referral-answered", r.Id);
        if (state != "Accepted")
            return;
        var opening = openings[r.Opening];
        opening.Taken++;
        r.Works = true;
        foreach (var other in people[r.Person].Referrals.Where(o => o.IsOpen))
            End(other, "PlacedElsewhere", delete: true);
        if (opening.Left > 0)
            return;
        if (opening.State is "Live" or "Paused")
            opening.State = "Filled"; // One that has expired stays so.
        EndOf(opening);
    }

    public static void Extended(OReferral r, DateOnly to)
    {
        r.AnswerBy = to;
        if (to.AddDays(7) > r.LinkEnds)
            r.LinkEnds = to.AddDays(7);
    }

    public void WithdrawnByPerson(OReferral r) => End(r, "WithdrawnByPerson", delete: true);

    /// <summary>Matching: every referral before acceptance ends. This employer: that referral ends, and the employer is told to delete what it was sent.</summary>
    public void TookBack(Guid person, Guid? employer)
    {
        var p = people[person];
        p.Consents.Remove(employer ?? Guid.Empty);
        foreach (var r in p.Referrals.Where(r => r.IsOpen && (employer is null || r.Employer == employer)))
            End(r, "WithdrawnByPerson", delete: true);
        foreach (var r in p.Referrals.Where(r => employer is not null && r.Employer == employer))
            Delete(r);
    }

    public void LeftProgramme(Guid person, DateOnly on, DateTime now)
    {
        people[person].Left = on;
        Expire(person, now);
    }

    public void Confirmed(Guid opening, DateTime now) => openings[opening].ConfirmedOn = DayOf(now);

    public void Resumed(Guid opening, DateTime now)
    {
        openings[opening].State = "Live";
        Confirmed(opening, now);
    }

    public void Closed(Guid opening, DateTime now)
    {
        (openings[opening].State, openings[opening].OverOn) = ("Closed", DayOf(now));
        EndOf(openings[opening]);
    }

    // What the hours do.

    /// <summary>Reminders at 3 and 7 calendar days, lapsed at 14 unless extended; the clock stands still over Tết. Nothing is sent twice or late after the next.</summary>
    public void SweptReferrals(DateTime now)
    {
        var today = DayOf(now);
        if (IsTet(today))
            return;
        foreach (var r in referrals.Values.Where(r => r.State is "Sent" or "Seen" or "UnderReview"))
        {
            var last = r.AnswerBy!.Value;
            while (IsTet(last))
                last = last.AddDays(1);
            if (today > last)
            {
                End(r, "Lapsed", delete: true);
                Promise("referral-lapsed-officer", r.Id);
                continue;
            }

            var days = 0;
            for (var day = r.SentOn!.Value; day < today; day = day.AddDays(1))
                days += IsTet(day.AddDays(1)) ? 0 : 1;
            var which = days >= 7 ? 7 : days >= 3 ? 3 : 0;
            if (r.State != "UnderReview" && which > r.Reminded)
            {
                r.Reminded = which;
                waiting.RemoveAll(w => w.Kind == "referral-reminder" && w.About == r.Id);
                Promise("referral-reminder", r.Id, which);
            }
        }
    }

    /// <summary>Not confirmed for 60 days: warned, once; 90: paused. Past its closing date: expired.</summary>
    public void SweptOpenings(DateTime now)
    {
        var today = DayOf(now);
        foreach (var (id, o) in openings)
        {
            // The day after it is over without being filled here: was it filled, and how? Asked once, while anybody remembers.
            if (o is { State: "Closed" or "Expired", Asked: false, OverOn: { } over } && today.DayNumber - over.DayNumber is >= 1 and <= 30)
            {
                o.Asked = true;
                Promise("opening-fill", id);
            }

            if (o.State is not ("Live" or "Paused"))
                continue;
            if (o.Closes < today)
                (o.State, o.OverOn) = ("Expired", today);
            else if (o.State == "Live" && today.DayNumber - o.ConfirmedOn.DayNumber >= 90)
                o.State = "Paused";
            else if (o.State == "Live" && today.DayNumber - o.ConfirmedOn.DayNumber >= 60 && o.WarnedSince != o.ConfirmedOn)
            {
                o.WarnedSince = o.ConfirmedOn;
                Promise("opening-stale", id);
            }
        }
    }

    public void SweptConsents(DateTime now)
    {
        foreach (var person in people.Keys)
            Expire(person, now);
    }

    private void Expire(Guid person, DateTime now)
    {
        var (p, today) = (people[person], DayOf(now));
        foreach (var (employer, last) in p.Consents.Where(c => c.Value < today || !p.IsHelped(today)).ToList())
        {
            p.Consents.Remove(employer);
            StopByDate(p, employer == Guid.Empty ? null : employer);
        }

        // The end of the programme does all of it, whatever was agreed.
        if (!p.IsHelped(today))
            StopByDate(p, null);
    }

    /// <summary>As a withdrawal, without a delete notice where a placement runs.</summary>
    private void StopByDate(OPerson p, Guid? employer)
    {
        foreach (var r in p.Referrals.Where(r => r.IsOpen && (employer is null || r.Employer == employer)))
            End(r, "WithdrawnByPerson", delete: !p.Referrals.Exists(o => o.Works && o.Employer == r.Employer));
    }

    private bool Agrees(OReferral r, DateOnly day) => people[r.Person].IsHelped(day) && people[r.Person].Consents.TryGetValue(r.Employer, out var last) && last >= day;

    private void EndOf(OOpening opening)
    {
        foreach (var other in opening.Referrals.Where(o => o.IsOpen))
            End(other, "OpeningClosed", delete: true);
    }

    private void End(OReferral r, string state, bool delete)
    {
        r.State = state;
        r.LinkEnds = DateOnly.MinValue;
        if (delete)
            Delete(r);
    }

    /// <summary>Once, and only where something was sent.</summary>
    private void Delete(OReferral r)
    {
        if (r.SentOn is null || r.ToldToDelete)
            return;
        r.ToldToDelete = true;
        Promise("referral-delete", r.Id);
    }

    private void Promise(string kind, Guid about, int which = 0) => waiting.Add(new(kind, about, which));

    private static bool IsTet(DateOnly day) => day >= Tet.From && day <= Tet.To;

    private static DateOnly Later(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            days -= IsTet(day) ? 0 : 1;
        }

        return day;
    }
}
