namespace WorkBridge.Tests.Simulation;

/// <summary>A mail that ought to leave: its kind, what it is about, which of several, and where it goes.</summary>
public readonly record struct Promise(string Kind, Guid About, int Which = 0, string? To = null);

/// <summary>
/// What ought to happen to referrals, consents and openings, written from the product brief (sections 5 and 7) and from nothing of the
/// product's own judgement: it is told what was done and when, and answers what has to leave and how things have to stand.
/// </summary>
public sealed partial class Oracle(int consentMonths)
{
    /// <summary>Tết of the year simulated: no day of it counts, and no mail leaves.</summary>
    private static readonly (DateOnly From, DateOnly To) Tet = (new(2027, 2, 4), new(2027, 2, 10));

    /// <summary>The other public holidays of that time, days made up for included: no mail leaves.</summary>
    private static readonly DateOnly[] DaysOff = [new(2027, 1, 1), new(2027, 4, 16), new(2027, 4, 30), new(2027, 5, 1), new(2027, 5, 2), new(2027, 5, 3), new(2027, 9, 2)];

    /// <summary>Under which the consents that are for no employer stand.</summary>
    public static readonly Guid Matching = Guid.Empty;

    public static readonly Guid Reminders = new(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private readonly Dictionary<Guid, OPerson> people = [];
    private readonly Dictionary<string, List<OPerson>> communes = [];
    private readonly Dictionary<Guid, OEmployer> employers = [];
    private readonly Dictionary<Guid, OOfficer> officers = [];
    private readonly Dictionary<Guid, OOpening> openings = [];
    private readonly Dictionary<Guid, OReferral> referrals = [];
    private readonly List<Promise> waiting = [];

    public IReadOnlyDictionary<Guid, OReferral> Referrals => referrals;

    public IReadOnlyDictionary<Guid, OOpening> Openings => openings;

    public IReadOnlyDictionary<Guid, OPerson> People => people;

    public IReadOnlyDictionary<Guid, OEmployer> Employers => employers;

    public IReadOnlyDictionary<Guid, OOfficer> Officers => officers;

    /// <summary>What ought to leave when it may.</summary>
    public IReadOnlyList<Promise> Waiting => waiting;

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc.AddHours(7));

    public void AddPerson(Guid id, OPerson person)
    {
        people.Add(id, person);
        if (!communes.TryGetValue(person.Commune, out var there))
            communes[person.Commune] = there = [];
        there.Add(person);
    }

    public void AddEmployer(Guid id, string address) => employers.Add(id, new OEmployer { Address = address });

    public void AddOfficer(Guid id, OOfficer officer) => officers.Add(id, officer);

    public void AddOpening(Guid id, Guid employer, int places, DateOnly? closes, DateTime live) =>
        openings.Add(id, new OOpening { Employer = employer, Places = places, Closes = closes, ConfirmedOn = DayOf(live) });

    // What people do.
    public bool MayPrepare(Guid person, Guid opening, DateTime now) =>
        people[person].IsHelped(DayOf(now)) && openings[opening] is { State: "Live", Left: > 0 } && !people[person].Referrals.Exists(r => r.Opening == opening && r.IsOpen);

    public void Prepared(Guid id, Guid person, Guid opening, Guid officer)
    {
        referrals.Add(id, new OReferral { Id = id, Person = person, Opening = opening, Employer = openings[opening].Employer, Officer = officer });
        people[person].Referrals.Add(referrals[id]);
        openings[opening].Referrals.Add(referrals[id]);
    }

    /// <summary>Consent lasts some months (configuration; twelve where nobody set another number), or to the programme's end if sooner.</summary>
    public void Agreed(Guid person, Guid purpose, DateTime now)
    {
        var (p, last) = (people[person], DayOf(now).AddMonths(consentMonths));
        p.Consents[purpose] = p.ProgrammeEnds < last ? p.ProgrammeEnds.Value : last;
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

    public void Answered(OReferral r, string state, bool byEmployer, DateTime now, DateTime? interviewAt = null, DateOnly? keptOpenTo = null, DateOnly? startsOn = null)
    {
        // What the employer decides before the hour it had set takes the appointment out of its calendar.
        if (r.State == "InterviewSet" && state != "InterviewSet" && r.InterviewAt > now)
            Promise("interview-off", r.Id);
        if (state != "InterviewSet")
            InterviewIsOff(r, now);
        r.State = state;
        if (keptOpenTo > r.LinkEnds)
            r.LinkEnds = keptOpenTo;
        if (interviewAt is { } at)
            InterviewIsSet(r, at, now);
        if (byEmployer && officers[r.Officer].TellsAtOnce)
            Promise("referral-answered", r.Id);
        if (state == "Declined")
            r.DeclinedAt = now;
        if (state != "Accepted")
            return;
        var opening = openings[r.Opening];
        opening.Taken++;
        r.Work = new OWork { StartsOn = startsOn!.Value };
        foreach (var other in people[r.Person].Referrals.Where(o => o.IsOpen))
            End(other, "PlacedElsewhere", delete: true, now);
        if (opening.Left > 0)
            return;
        if (opening.State is "Live" or "Paused")
            opening.State = "Filled"; // One that has expired stays so.
        EndOf(opening, now);
    }

    public static void Extended(OReferral r, DateOnly to)
    {
        r.AnswerBy = to;
        if (to.AddDays(7) > r.LinkEnds)
            r.LinkEnds = to.AddDays(7);
    }

    public void WithdrawnByPerson(OReferral r, DateTime now) => End(r, "WithdrawnByPerson", delete: true, now);

    /// <summary>
    /// Matching: every referral before acceptance ends. This employer: that referral ends, the employer is told to delete what it was sent, and is
    /// asked nothing more. Reminders: nothing but that nobody is reminded.
    /// </summary>
    public void TookBack(Guid person, Guid purpose, DateTime now)
    {
        var p = people[person];
        p.Consents.Remove(purpose);
        if (purpose == Reminders)
            return;
        foreach (var r in p.Referrals.Where(r => r.IsOpen && (purpose == Matching || r.Employer == purpose)))
            End(r, "WithdrawnByPerson", delete: true, now, byOwnWord: true);
        foreach (var r in p.Referrals.Where(r => r.Employer == purpose))
        {
            Delete(r);
            QuestionEnds(r);
        }
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
        EndOf(openings[opening], now);
    }

    private bool Agrees(OReferral r, DateOnly day) => people[r.Person].Agrees(r.Employer, day);

    private void EndOf(OOpening opening, DateTime now)
    {
        foreach (var other in opening.Referrals.Where(o => o.IsOpen))
            End(other, "OpeningClosed", delete: true, now);
    }

    /// <param name="r">The referral.</param>
    /// <param name="state">Where it ends.</param>
    /// <param name="delete">Whether the employer is told to delete.</param>
    /// <param name="now">UTC.</param>
    /// <param name="byOwnWord">The person took a consent back, and is not told of what that ended.</param>
    private void End(OReferral r, string state, bool delete, DateTime now, bool byOwnWord = false)
    {
        if (!byOwnWord)
            InterviewIsOff(r, now);
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
