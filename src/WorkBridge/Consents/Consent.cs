namespace WorkBridge.Consents;

public enum Purpose
{
    Matching,
    Employer,
    Reminders,
    Mentor,
    Statistics,
}

public enum Decision
{
    Given,
    Refused,
    Withdrawn,

    /// <summary>Its last day has passed, or the programme has ended. Written by the sweep; it stopped counting on the day itself.</summary>
    Expired,
}

/// <summary>How an answer was made, as it must be provable.</summary>
public enum ConsentWay
{
    KioskCard,
    KioskOpenedByOfficer,
    KioskSlip,
    Paper,

    /// <summary>Nobody acted: a date passed.</summary>
    ByDate,
}

/// <summary>A dated act on one purpose under one notice version. Immutable: a later act counts, this one stays.</summary>
public sealed class Consent : IAppendOnly
{
    private Consent()
    {
    }

    private Consent(Guid returneeId, int sequence, Purpose purpose, Guid? employerId, Decision decision, ConsentAct act, DateOnly? expiresOn)
    {
        if (purpose == Purpose.Employer != employerId is not null)
            throw new ArgumentException("An employer stands with consent for an employer, and with no other.", nameof(employerId));
        ReturneeId = returneeId;
        Sequence = sequence;
        Purpose = purpose;
        EmployerId = employerId;
        Decision = decision;
        At = act.At;
        NoticeVersion = act.NoticeVersion;
        Way = act.Way;
        DeviceId = act.DeviceId;
        OfficerId = act.OfficerId;
        ReadAloud = act.ReadAloud;
        ReceiptId = act.ReceiptId;
        ExpiresOn = expiresOn;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReturneeId { get; private set; }

    /// <summary>1, 2, 3 … within one person; unique, so that two devices at once cannot both be last.</summary>
    public int Sequence { get; private set; }

    public Purpose Purpose { get; private set; }

    public Guid? EmployerId { get; private set; }

    public Decision Decision { get; private set; }

    public DateTime At { get; private set; }

    public int NoticeVersion { get; private set; }

    public ConsentWay Way { get; private set; }

    public Guid? DeviceId { get; private set; }

    /// <summary>The officer who opened the part from the desk or took the paper; null when the person signed in alone.</summary>
    public Guid? OfficerId { get; private set; }

    public bool ReadAloud { get; private set; }

    public Guid? ReceiptId { get; private set; }

    /// <summary>The last day it counts; null for a refusal or a withdrawal.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public bool Stands(DateOnly day) => Decision == Decision.Given && ExpiresOn >= day;

    public static Consent Answer(Guid returneeId, int sequence, Purpose purpose, Guid? employerId, bool yes, ConsentAct act, DateOnly expiresOn) =>
        new(returneeId, sequence, purpose, employerId, yes ? Decision.Given : Decision.Refused, act, yes ? expiresOn : null);

    public static Consent Withdraw(Consent given, int sequence, ConsentAct act) =>
        given.Decision != Decision.Given
            ? throw new RuleBroken(Rule.WrongState)
            : new(given.ReturneeId, sequence, given.Purpose, given.EmployerId, Decision.Withdrawn, act, null);

    public static Consent Expire(Consent given, int sequence, DateTime now) =>
        given.Decision != Decision.Given
            ? throw new RuleBroken(Rule.WrongState)
            : new(given.ReturneeId, sequence, given.Purpose, given.EmployerId, Decision.Expired, new ConsentAct(now, given.NoticeVersion, ConsentWay.ByDate, null, null, false, null), null);
}

/// <summary>When, under which notice, where and beside whom an answer was made.</summary>
public sealed record ConsentAct(DateTime At, int NoticeVersion, ConsentWay Way, Guid? DeviceId, Guid? OfficerId, bool ReadAloud, Guid? ReceiptId);
