namespace WorkBridge.Email;

public enum MailState
{
    Waiting,
    Sent,
    Dead,
    Cancelled,
}

/// <summary>
/// A mail that was promised in the transaction that made it due. One recipient. What it says is worked out when it is
/// sent, from <see cref="Kind"/> and <see cref="SubjectId"/>, so that nothing personal and no token waits in the database.
/// </summary>
public sealed class OutboxMail
{
    /// <summary>Stands for the address of a mail to a person.</summary>
    public const string ThePerson = "person";

    public const int KeyLength = 160;
    public const int AddressLength = 254;
    public const int ClaimedByLength = 64;

    /// <summary>Waits between attempts; after the last one the mail is dead and an officer is shown it.</summary>
    public static readonly IReadOnlyList<TimeSpan> Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4),
        TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromDays(1),
    ];

    /// <summary>How long a claim holds before anybody may take the row again; nobody sends one mail for longer.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(5);

    private OutboxMail()
    {
    }

    public OutboxMail(string key, string kind, Guid subjectId, string to, DateTime now, DateTime? notBefore = null)
    {
        Key = key;
        Kind = kind;
        SubjectId = subjectId;
        To = to;
        CreatedAt = now;
        NextTryAt = notBefore ?? now;
    }

    /// <summary>A mail to a person: the address stays sealed in the person's row until it is sent.</summary>
    public static OutboxMail ToPerson(string key, string kind, Guid subjectId, DateTime now, DateTime notBefore) => new(key, kind, subjectId, ThePerson, now, notBefore);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Unique: the promise can be made once.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Which mail (a name in <see cref="MailKinds"/>).</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What it is about: a referral, an opening, an account, the link that it carries.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The address, or <see cref="ThePerson"/>.</summary>
    public string To { get; private set; } = "";

    /// <summary>Whether it goes to a person, and its writer says where.</summary>
    public bool IsToPerson => To == ThePerson;

    public MailState State { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime NextTryAt { get; private set; }

    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>The process that holds the claim (<see cref="MailNode"/>).</summary>
    public string? ClaimedBy { get; private set; }

    /// <summary>How often it was tried. Counted when a try begins, so that a mail that ends the process is not tried for ever.</summary>
    public int Attempts { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>The server's reply code or the kind of failure; never its text, which could quote an address.</summary>
    public string? LastCode { get; private set; }

    /// <summary>Concurrency token: two workers cannot both claim, and none sends what was cancelled meanwhile.</summary>
    public int Version { get; private set; }

    public bool IsDue(DateTime now) => State == MailState.Waiting && NextTryAt <= now && (ClaimedUntil is null || ClaimedUntil <= now);

    /// <summary>Keeps it for one worker. What was tried as often as may be and never came to an end is dead.</summary>
    public void Claim(DateTime now, string by)
    {
        if (!IsDue(now))
            throw new RuleBroken(Rule.WrongState);
        Version++;
        (ClaimedUntil, ClaimedBy) = (now + ClaimLasts, by);
        if (Attempts > Waits.Count)
            Bury("stopped");
    }

    /// <summary>
    /// A try begins: it is counted and the turn after it is set, as if it had failed, so that a process that dies in the middle
    /// leaves nothing to put right but the claim.
    /// </summary>
    public void Begin(DateTime now)
    {
        if (State != MailState.Waiting || NextTryAt > now)
            throw new RuleBroken(Rule.WrongState);
        Version++;
        Attempts++;
        ClaimedUntil = now + ClaimLasts;
        NextTryAt = now + Waits[Math.Min(Attempts, Waits.Count) - 1];
    }

    public void Delivered(DateTime now)
    {
        State = MailState.Sent;
        SentAt = now;
        LastCode = "250";
        Free();
    }

    /// <summary>Notes a failed attempt: a permanent one ends it, another waits for its turn.</summary>
    public void Failed(string code, bool permanent, DateTime now)
    {
        LastCode = code;
        Free();
        if (permanent || Attempts > Waits.Count)
            State = MailState.Dead;
        else
            NextTryAt = now + Waits[Attempts - 1];
    }

    /// <summary>The server took nothing from anybody: the try is not this mail's to pay for. It waits behind the others, and the reason is kept.</summary>
    public void Postpone(string code, DateTime now)
    {
        LastCode = code;
        Attempts--;
        NextTryAt = now;
        Free();
    }

    /// <summary>Lets go of a claim. What was begun and not ended waits behind the others, due at once.</summary>
    public void GiveBack(DateTime now)
    {
        if (State != MailState.Waiting)
            return;
        if (NextTryAt > now)
            NextTryAt = now;
        Free();
    }

    public void Cancel()
    {
        if (State != MailState.Waiting)
            return;
        State = MailState.Cancelled;
        Free();
    }

    /// <summary>"Try again" of a dead mail, by an administrator: it begins its tries anew.</summary>
    public void Revive(DateTime now)
    {
        if (State != MailState.Dead)
            throw new RuleBroken(Rule.WrongState);
        State = MailState.Waiting;
        NextTryAt = now;
        Attempts = 0;
        Free();
    }

    private void Bury(string code)
    {
        State = MailState.Dead;
        LastCode = code;
        (ClaimedUntil, ClaimedBy) = (null, null);
    }

    private void Free()
    {
        Version++;
        (ClaimedUntil, ClaimedBy) = (null, null);
    }
}
