namespace WorkBridge.Consents;

/// <summary>Configuration of consent. The defaults are the product's; an operator may set others at start.</summary>
public sealed class ConsentRules
{
    /// <summary>Months a consent lasts, unless help ends sooner.</summary>
    public int Months { get; init; } = 12;

    /// <summary>Days for which a refusal is not asked again (same purpose, employer and notice).</summary>
    public int DaysUntilAskedAgain { get; init; } = 90;

    /// <summary>The notice that is read today (<see cref="Notices"/>). A newer one is put to everybody at the next visit.</summary>
    public int NoticeVersion { get; init; } = Notices.Latest;

    /// <summary>
    /// The oldest notice under which a yes still counts. Raised when a new notice says something that people have not agreed to: from the
    /// start of the service on, every yes under an older one rests until its person has answered again.
    /// </summary>
    public int OldestNotice { get; init; } = 1;

    /// <summary>Whether these numbers fit together and the notices exist.</summary>
    public bool IsSound => Months > 0 && DaysUntilAskedAgain > 0 && OldestNotice >= 1 && OldestNotice <= NoticeVersion && NoticeVersion <= Notices.Latest;

    /// <summary>The last day of a consent given today.</summary>
    public DateOnly ExpiryFor(DateOnly today, DateOnly? helpEndsOn)
    {
        var end = today.AddMonths(Months);
        return helpEndsOn < end ? helpEndsOn.Value : end;
    }

    /// <summary>Whether the service may put the question by itself. The person may change the answer at any time without being asked.</summary>
    public bool MayAsk(Consent? last, DateOnly today) => last switch
    {
        null => true,
        { Decision: Decision.Given } => !last.Stands(today) || last.NoticeVersion < NoticeVersion,
        { Decision: Decision.Expired or Decision.Superseded } => true,
        _ => last.NoticeVersion < NoticeVersion || AskAgainOn(last) <= today,
    };

    /// <summary>The first day on which a refusal or a withdrawal may be asked about again.</summary>
    public DateOnly AskAgainOn(Consent refused) => Clock.DayOf(refused.At).AddDays(DaysUntilAskedAgain);
}
