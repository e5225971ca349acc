namespace WorkBridge.Tests.Simulation;

public sealed class OPerson
{
    public string Commune { get; init; } = "";

    /// <summary>Where somebody who gave an address is written to.</summary>
    public string? Address { get; init; }

    public DateOnly? ProgrammeEnds { get; set; }

    public DateOnly? Left { get; set; }

    /// <summary>Last day of each consent that was given and not taken back: by employer, matching and reminders under ids of their own.</summary>
    public Dictionary<Guid, DateOnly> Consents { get; } = [];

    public List<OReferral> Referrals { get; } = [];

    public bool IsHelped(DateOnly day) => Left is null && !(ProgrammeEnds < day);

    public bool Agrees(Guid purpose, DateOnly day) => IsHelped(day) && Consents.TryGetValue(purpose, out var last) && last >= day;
}

public sealed class OEmployer
{
    public string Address { get; init; } = "";

    public bool TakesReminders { get; set; } = true;
}

public sealed class OOfficer
{
    public string Address { get; init; } = "";

    /// <summary>Null for a coordinator.</summary>
    public string? Commune { get; init; }

    /// <summary>Daily, Weekly or Never.</summary>
    public string Rhythm { get; set; } = "Daily";

    public bool TellsAtOnce { get; set; } = true;

    /// <summary>The day of the last digest that was due.</summary>
    public DateOnly? DigestOn { get; set; }

    public bool IsWeekly => Rhythm == "Weekly" || Commune is null;
}

public sealed class OOpening
{
    public Guid Employer { get; init; }

    public int Places { get; init; }

    public int Taken { get; set; }

    public int Left => Places - Taken;

    public DateOnly? Closes { get; init; }

    public DateOnly ConfirmedOn { get; set; }

    public DateOnly? WarnedSince { get; set; }

    public DateOnly? OverOn { get; set; }

    public bool Asked { get; set; }

    public string State { get; set; } = "Live";

    public List<OReferral> Referrals { get; } = [];
}

public sealed class OReferral
{
    public Guid Id { get; init; }

    public Guid Person { get; init; }

    public Guid Opening { get; init; }

    public Guid Employer { get; init; }

    public Guid Officer { get; init; }

    public string State { get; set; } = "Prepared";

    public DateOnly? SentOn { get; set; }

    public DateOnly? AnswerBy { get; set; }

    public DateOnly? LinkEnds { get; set; }

    public int Reminded { get; set; }

    public bool WasSeen { get; set; }

    public DateTime? InterviewAt { get; set; }

    public DateTime InterviewSetAt { get; set; }

    /// <summary>How often an interview was set: each is one appointment.</summary>
    public int Appointment { get; set; }

    public int EmployerReminded { get; set; }

    public int PersonReminded { get; set; }

    public bool InCalendar { get; set; }

    public bool InPersonsCalendar { get; set; }

    public DateTime? DeclinedAt { get; set; }

    public bool EmployerKnows { get; set; }

    public bool ToldToDelete { get; set; }

    /// <summary>The work that came of it.</summary>
    public OWork? Work { get; set; }

    public bool Works => Work is { Ended: false };

    public bool IsWithEmployer => State is "Sent" or "Seen" or "UnderReview" or "InterviewSet" or "Trial";

    public bool IsOpen => State == "Prepared" || IsWithEmployer;
}

/// <summary>Work that began of a referral, and what was said of it.</summary>
public sealed class OWork
{
    public DateOnly StartsOn { get; init; }

    public bool Ended { get; set; }

    /// <summary>The latest step that anybody answered.</summary>
    public int Answered { get; set; }

    /// <summary>The latest step that somebody other than the employer answered.</summary>
    public int Heard { get; set; }

    /// <summary>The latest step that the employer was asked about, and since when its link opens; null once the link ended.</summary>
    public int Asked { get; set; }

    public DateOnly? AskedOn { get; set; }

    /// <summary>The latest step whose question reached the employer.</summary>
    public int Mailed { get; set; }

    public bool LinkAnswered { get; set; }

    /// <summary>What the employer and the other side said last of whether the person is there.</summary>
    public (bool There, DateTime At)? Employer { get; set; }

    public (bool There, DateTime At)? Side { get; set; }

    public bool SideIsOfficer { get; set; }

    /// <summary>The person finds it hard or wants a call, and no officer has reached anybody since.</summary>
    public bool Calls { get; set; }
}
