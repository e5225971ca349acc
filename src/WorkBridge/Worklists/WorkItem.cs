using WorkBridge.Placements;
using WorkBridge.Requests;
using WorkBridge.Support;
using WorkBridge.Training;

namespace WorkBridge.Worklists;

/// <summary>What there is to do. The order is the order within one day.</summary>
public enum WorkKind
{
    HelpCall,
    Interview,
    FollowUp,

    /// <summary>What an employer or a person said of running work needs an officer.</summary>
    WorkAtRisk,
    Training,
    EmployerAsked,
    EmployerSilent,
    MailReturned,
    SendReferral,
    InvitePerson,
    TellPerson,
    Interest,
    Correction,
    Support,

    /// <summary>No mentor came for a month.</summary>
    NoVisit,
    ApproveEmployer,
    ReviewOpening,
    ConsentEnding,
    AnswerRequest,
    FinishRequest,
}

/// <summary>One thing to do, worked out from state: nothing is kept, so nothing goes stale.</summary>
/// <param name="Kind">What.</param>
/// <param name="Due">The day it fell or falls due.</param>
/// <param name="SubjectId">The row the action opens: a referral, placement, opening, employer, person or ask.</param>
/// <param name="ReturneeId">The person it is about; null where it is about nobody.</param>
public sealed record WorkItem(WorkKind Kind, DateOnly Due, Guid SubjectId, Guid? ReturneeId)
{
    public string? Person { get; init; }

    public string? Opening { get; init; }

    public string? Employer { get; init; }

    /// <summary>What a training slot needs; null for everything else.</summary>
    public TrainingNeed? Training { get; init; }

    /// <summary>The employer's telephone, to ring.</summary>
    public string? Phone { get; init; }

    /// <summary>What was asked, of a request about the own data.</summary>
    public RequestKind? Request { get; init; }

    /// <summary>How many changes of the profile are proposed.</summary>
    public int Count { get; init; }

    /// <summary>What help was asked with, and how far it is.</summary>
    public (SupportKind Kind, SupportState State)? Support { get; init; }

    /// <summary>Days after the start, of a follow-up.</summary>
    public int? Step { get; init; }

    /// <summary>Why running work needs an officer.</summary>
    public IReadOnlyList<Risk> Risks { get; init; } = [];

    /// <summary>The moment of an interview or a call, UTC.</summary>
    public DateTime? At { get; init; }

    public int DaysLate(DateOnly today) => Math.Max(0, today.DayNumber - Due.DayNumber);
}

/// <summary>Somebody who waits, and for how many days.</summary>
public sealed record WaitingPerson(Guid ReturneeId, string Name, int Days);

/// <summary>An employer who owes an answer: days since the oldest open referral was sent.</summary>
public sealed record OwingEmployer(Guid EmployerId, string Name, string? Phone, int Days, int Referrals);

/// <summary>An officer's day. NotAsked counts people of the programme who have not yet answered whether they may be matched.</summary>
public sealed record Worklist(DateOnly Today, IReadOnlyList<WorkItem> Items, IReadOnlyList<WaitingPerson> Waiting, IReadOnlyList<OwingEmployer> Owing, int NotAsked, int DoneToday)
{
    /// <summary>People who agreed to be helped and of whom nothing was heard for <see cref="ReadWorklist.UnheardDays"/> days, longest first.</summary>
    public IReadOnlyList<WaitingPerson> Unheard { get; init; } = [];

    public IEnumerable<WorkItem> Late => Items.Where(i => i.Due < Today);

    public IEnumerable<WorkItem> ForToday => Items.Where(i => i.Due == Today);

    public int Tomorrow => Items.Count(i => i.Due == Today.AddDays(1));

    public IEnumerable<WorkItem> Soon => Items.Where(i => i.Due > Today);

    /// <summary>Things to do today, those that are late among them.</summary>
    public int Open => Items.Count(i => i.Due <= Today);
}
