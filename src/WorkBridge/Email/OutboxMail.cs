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
    public const int KeyLength = 160;
    public const int AddressLength = 254;

    /// <summary>Waits between attempts; after the last one the mail is dead and an officer is shown it.</summary>
    public static readonly IReadOnlyList<TimeSpan> Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4),
        TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromDays(1),
    ];

    /// <summary>How long a claim holds before another worker may take the row again.</summary>
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

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Unique: the promise can be made once.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Which mail (a name in <see cref="MailKinds"/>).</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What it is about: a referral, an opening, an account.</summary>
    public Guid SubjectId { get; private set; }

    public string To { get; private set; } = "";

    public MailState State { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime NextTryAt { get; private set; }

    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>Concurrency token: two workers cannot both claim.</summary>
    public int Attempts { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>The server's reply code or the kind of failure; never its text, which could quote an address.</summary>
    public string? LastCode { get; private set; }

    public bool IsDue(DateTime now) => State == MailState.Waiting && NextTryAt <= now && (ClaimedUntil is null || ClaimedUntil <= now);

    public void Claim(DateTime now)
    {
        if (!IsDue(now))
            throw new RuleBroken(Rule.WrongState);
        Attempts++;
        ClaimedUntil = now + ClaimLasts;
    }

    public void Delivered(DateTime now)
    {
        State = MailState.Sent;
        SentAt = now;
        ClaimedUntil = null;
        LastCode = "250";
    }

    /// <summary>Notes a failed attempt: a permanent one ends it, another waits for its turn.</summary>
    public void Failed(string code, bool permanent, DateTime now)
    {
        LastCode = code;
        ClaimedUntil = null;
        if (permanent || Attempts > Waits.Count)
            State = MailState.Dead;
        else
            NextTryAt = now + Waits[Attempts - 1];
    }

    public void Cancel()
    {
        if (State == MailState.Waiting)
            State = MailState.Cancelled;
    }

    /// <summary>"Try again" of a dead mail, by an administrator.</summary>
    public void Revive(DateTime now)
    {
        if (State != MailState.Dead)
            throw new RuleBroken(Rule.WrongState);
        State = MailState.Waiting;
        NextTryAt = now;
    }
}
