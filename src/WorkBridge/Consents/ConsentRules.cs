namespace WorkBridge.Consents;

/// <summary>Configuration of consent. The defaults are the product's; an operator may set others at start.</summary>
public sealed class ConsentRules
{
    /// <summary>Months a consent lasts, unless help ends sooner.</summary>
    public int Months { get; init; } = 12;

    /// <summary>Days for which a refusal is not asked again (same purpose, employer and notice).</summary>
    public int DaysUntilAskedAgain { get; init; } = 90;

    /// <summary>The notice that is read today (<see cref="Notices"/>).</summary>
    public int NoticeVersion { get; init; } = 1;

    /// <summary>Working days in which a request under the law is answered, and days in which it is done (Law 91/2025/QH15, Decree 356/2025).</summary>
    public int WorkingDaysToAnswer { get; init; } = 2;

    public int DaysToFinish { get; init; } = 15;

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
        { Decision: Decision.Expired } => true,
        _ => last.NoticeVersion < NoticeVersion || AskAgainOn(last) <= today,
    };

    /// <summary>The first day on which a refusal or a withdrawal may be asked about again.</summary>
    public DateOnly AskAgainOn(Consent refused) => Clock.DayOf(refused.At).AddDays(DaysUntilAskedAgain);
}
