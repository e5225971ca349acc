using System.Security.Cryptography;
using WorkBridge.Data;

namespace WorkBridge.Returnees;

public enum Sex
{
    Unknown,
    Male,
    Female,
}

/// <summary>What is personal about somebody: sealed as one, never in a log, a mail, an address or a title.</summary>
public sealed record PersonalDetails
{
    public string Name { get; init; } = "";

    public int? BirthYear { get; init; }

    public Sex Sex { get; init; }

    public string? Village { get; init; }

    /// <summary>In E.164 form.</summary>
    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>The day of coming home, as the survey gives it: for the cut "everyone since year X" and nothing else.</summary>
    public DateOnly? HomeSince { get; init; }

    /// <summary>Who was asked to help, as written in the survey.</summary>
    public string? Companion { get; init; }

    /// <summary>What the work needs; the person may read every word.</summary>
    public string? Note { get; init; }
}

public enum ProgrammeEnding
{
    PlannedEnd,
    MovedAway,
    Deceased,
    EnteredByMistake,
}

/// <summary>A person in a commune's programme (người tìm việc). No field here or elsewhere holds the past.</summary>
public sealed class Returnee : Sealing<PersonalDetails>
{
    public const int NameLength = 80;
    public const int NoteLength = 500;
    public const int VillageLength = 80;

    private readonly List<ProgrammePeriod> periods = [];

    private Returnee()
    {
    }

    private Returnee(string communeCode, PersonalDetails details, DateTime now)
    {
        CommuneCode = communeCode;
        Code = NewCode();
        CreatedAt = now;
        Seal(details);
    }

    protected override Guid SealId => Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What stands for the name on paper and on the kiosk: "HS-7K2M9", random, no look-alike letters.</summary>
    public string Code { get; private set; } = "";

    public string CommuneCode { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    /// <summary>Set when somebody outside the programme came and asked for help: then consent alone carries the profile.</summary>
    public DateTime? AskedForHelpAt { get; private set; }

    /// <summary>Set on the row that stays for the counts when somebody was erased: it has no name and no link, and nobody opens it.</summary>
    public DateOnly? ErasedOn { get; private set; }

    /// <summary>Digest by which an import recognises the same person again; null where the file said too little.</summary>
    public byte[]? SurveyKey { get; private set; }

    public DateTime? LastContactAt { get; private set; }

    public DateTime? LastReferralAt { get; private set; }

    public int Version { get; private set; }

    public PersonalDetails Details => Opened;

    public IReadOnlyList<ProgrammePeriod> Periods => periods;

    public bool InProgramme(DateOnly day) => periods.Any(p => p.Covers(day));

    /// <summary>Whether a profile, a card, consent and referrals may exist for this person today.</summary>
    public bool MayBeHelped(DateOnly day) => AskedForHelpAt is not null || InProgramme(day);

    /// <summary>When consent must end at the latest: the end of the programme, where there is one.</summary>
    public DateOnly? HelpEndsOn(DateOnly day) =>
        AskedForHelpAt is not null ? null : periods.Where(p => p.Covers(day)).Select(p => (DateOnly?)p.PlannedEnd).FirstOrDefault();

    public string Initials => InitialsOf(Details.Name);

    /// <summary>"anh" or "chị" where known, "anh/chị" otherwise.</summary>
    public string Pronoun => Details.Sex switch { Sex.Male => "anh", Sex.Female => "chị", _ => "anh/chị" };

    /// <summary>The given name, the last word of a Vietnamese name.</summary>
    public string GivenName => Details.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";

    public static Returnee Register(string communeCode, PersonalDetails details, DateTime now, byte[]? surveyKey = null) =>
        new(communeCode, details, now) { SurveyKey = surveyKey };

    /// <summary>
    /// What stays of somebody erased, for the counts of the commune: a new random id, the commune, the month of registration and the
    /// year of coming home.
    /// </summary>
    public static Returnee CountedAfter(Returnee erased, DateOnly on) =>
        new(erased.CommuneCode, new PersonalDetails { HomeSince = erased.Details.HomeSince is { } day ? new DateOnly(day.Year, 1, 1) : null }, Clock.MonthOf(erased.CreatedAt))
        {
            Id = Guid.NewGuid(),
            ErasedOn = Clock.MonthOf(on),
        };

    public void Correct(PersonalDetails details)
    {
        Seal(details);
        Version++;
    }

    /// <summary>Begins the programme period. The planned end is worked out by the officer; what it follows from is not stored.</summary>
    public ProgrammePeriod EnterProgramme(DateOnly start, DateOnly? plannedEnd)
    {
        if (plannedEnd < start)
            throw new RuleBroken(Rule.DateBeforeStart, "PlannedEnd");
        if (periods.Any(p => p.End is null))
            throw new RuleBroken(Rule.WrongState);
        var period = new ProgrammePeriod(Id, start, plannedEnd);
        periods.Add(period);
        Version++;
        return period;
    }

    /// <summary>Sets the last day the running period is planned to have; null while it is not known.</summary>
    public void PlanEnd(DateOnly? plannedEnd)
    {
        var open = periods.SingleOrDefault(p => p.End is null) ?? throw new RuleBroken(Rule.NotInProgramme);
        open.Plan(plannedEnd);
        Version++;
    }

    public void LeaveProgramme(DateOnly end, ProgrammeEnding ending)
    {
        var open = periods.SingleOrDefault(p => p.End is null) ?? throw new RuleBroken(Rule.NotInProgramme);
        open.Finish(end, ending);
        Version++;
    }

    public void AskForHelp(DateTime now)
    {
        AskedForHelpAt ??= now;
        Version++;
    }

    public void Contacted(DateTime at) => LastContactAt = LastContactAt > at ? LastContactAt : at;

    public void Referred(DateTime at) => LastReferralAt = at;

    public static string InitialsOf(string name) =>
        string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"{char.ToUpperInvariant(word[0])}."));

    private static string NewCode() => "HS-" + RandomNumberGenerator.GetString("ACDEFGHJKLMNPQRTUVWXY34679", 8);
}

/// <summary>A stay in the programme. At its end everything stops.</summary>
public sealed class ProgrammePeriod
{
    private ProgrammePeriod()
    {
    }

    internal ProgrammePeriod(Guid returneeId, DateOnly start, DateOnly? plannedEnd)
    {
        ReturneeId = returneeId;
        Start = start;
        PlannedEnd = plannedEnd;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReturneeId { get; private set; }

    public DateOnly Start { get; private set; }

    public DateOnly? PlannedEnd { get; private set; }

    public DateOnly? End { get; private set; }

    public ProgrammeEnding? Ending { get; private set; }

    public bool Covers(DateOnly day) => End is null && Start <= day && (PlannedEnd is null || day <= PlannedEnd);

    internal void Plan(DateOnly? plannedEnd)
    {
        if (plannedEnd < Start)
            throw new RuleBroken(Rule.DateBeforeStart, "PlannedEnd");
        PlannedEnd = plannedEnd;
    }

    internal void Finish(DateOnly end, ProgrammeEnding ending)
    {
        if (end < Start)
            throw new RuleBroken(Rule.DateBeforeStart, "End");
        End = end;
        Ending = ending;
    }
}
