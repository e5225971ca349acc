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

    /// <summary>
    /// Given under a notice that no longer counts (<see cref="ConsentRules.OldestNotice"/>). It rests: nothing new happens under it, what
    /// is under way is neither ended nor shown to anybody, and the person is asked again. Written by the sweep.
    /// </summary>
    Superseded,
}

/// <summary>How an answer was made, as it must be provable.</summary>
public enum ConsentWay
{
    KioskCard,
    KioskOpenedByOfficer,
    KioskSlip,
    Paper,

    /// <summary>By the link in a mail that went to the person's own address.</summary>
    Mail,

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

    /// <summary>The last day it counts (of a superseded one, would have counted); null for a refusal, a withdrawal or an end.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public bool Stands(DateOnly day) => Decision == Decision.Given && ExpiresOn >= day;

    /// <summary>What was agreed may still carry something: it stands, or it rests until the person is asked again. Only such can be taken back.</summary>
    public bool CanWithdraw => ConsentMoves.After(Decision).Contains(Decision.Withdrawn);

    /// <summary>A yes or a no; <paramref name="last"/> is what it follows, null when the person was never asked.</summary>
    /// <exception cref="ArgumentException"><paramref name="last"/> is another person's, or about something else.</exception>
    /// <exception cref="RuleBroken"><see cref="Rule.WrongState"/>: a no where a yes stands; that is a withdrawal.</exception>
    public static Consent Answer(Guid returneeId, int sequence, Purpose purpose, Guid? employerId, bool yes, ConsentAct act, DateOnly expiresOn, Consent? last = null)
    {
        if (last is not null && (last.ReturneeId, last.Purpose, last.EmployerId) != (returneeId, purpose, employerId))
            throw new ArgumentException("An answer follows the answer of the same person to the same question.", nameof(last));
        var decision = yes ? Decision.Given : Decision.Refused;
        ConsentMoves.Require(last?.Decision, decision);
        return new(returneeId, sequence, purpose, employerId, decision, After(last, act), yes ? expiresOn : null);
    }

    public static Consent Withdraw(Consent given, int sequence, ConsentAct act) => Follow(given, sequence, Decision.Withdrawn, act, null);

    public static Consent Expire(Consent given, int sequence, DateTime now) => Follow(given, sequence, Decision.Expired, given.ByDate(now), null);

    public static Consent Supersede(Consent given, int sequence, DateTime now) => Follow(given, sequence, Decision.Superseded, given.ByDate(now), given.ExpiresOn);

    private static Consent Follow(Consent given, int sequence, Decision decision, ConsentAct act, DateOnly? expiresOn)
    {
        ConsentMoves.Require(given.Decision, decision);
        return new(given.ReturneeId, sequence, given.Purpose, given.EmployerId, decision, After(given, act), expiresOn);
    }

    private ConsentAct ByDate(DateTime now) => new(now, NoticeVersion, ConsentWay.ByDate, null, null, false, null);

    /// <summary>No act is dated before the one it follows, whatever the clock of a node says; a withdrawal is never refused for it.</summary>
    private static ConsentAct After(Consent? last, ConsentAct act) => last is not null && act.At < last.At ? act with { At = last.At } : act;
}

/// <summary>When, under which notice, where and beside whom an answer was made.</summary>
public sealed record ConsentAct(DateTime At, int NoticeVersion, ConsentWay Way, Guid? DeviceId, Guid? OfficerId, bool ReadAloud, Guid? ReceiptId);
