namespace WorkBridge.Consents;

/// <summary>
/// Which act may follow which, on one purpose (and employer) of one person. A no where a yes stood is a withdrawal and never a refusal,
/// because something stops with it; nothing comes after a refusal or an end but a new answer.
/// </summary>
public static class ConsentMoves
{
    private static readonly Decision[] Answers = [Decision.Given, Decision.Refused];

    /// <summary>Everything that may follow; null stands for "never asked".</summary>
    public static IReadOnlyList<Decision> After(Decision? last) => last switch
    {
        Decision.Given => [Decision.Given, Decision.Withdrawn, Decision.Expired, Decision.Superseded],
        Decision.Superseded => [Decision.Given, Decision.Withdrawn, Decision.Expired],
        _ => Answers,
    };

    /// <exception cref="RuleBroken"><see cref="Rule.WrongState"/>: this act may not follow that one.</exception>
    internal static void Require(Decision? last, Decision next)
    {
        if (!After(last).Contains(next))
            throw new RuleBroken(Rule.WrongState);
    }
}
