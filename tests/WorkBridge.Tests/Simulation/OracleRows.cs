namespace WorkBridge.Tests.Simulation;

public sealed class OPerson
{
    public DateOnly? ProgrammeEnds { get; set; }

    public DateOnly? Left { get; set; }

    /// <summary>Last day of each consent that was given and not taken back, by employer; matching under the empty id.</summary>
    public Dictionary<Guid, DateOnly> Consents { get; } = [];

    public List<OReferral> Referrals { get; } = [];

    public bool IsHelped(DateOnly day) => Left is null && !(ProgrammeEnds < day);
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

    public string State { get; set; } = "Prepared";

    public DateOnly? SentOn { get; set; }

    public DateOnly? AnswerBy { get; set; }

    public DateOnly? LinkEnds { get; set; }

    public int Reminded { get; set; }

    public bool WasSeen { get; set; }

    public DateTime? InterviewAt { get; set; }

    public bool InCalendar { get; set; }

    public bool EmployerKnows { get; set; }

    public bool ToldToDelete { get; set; }

    public bool Works { get; set; }

    public bool IsWithEmployer => State is "Sent" or "Seen" or "UnderReview" or "InterviewSet" or "Trial";

    public bool IsOpen => State == "Prepared" || IsWithEmployer;
}
