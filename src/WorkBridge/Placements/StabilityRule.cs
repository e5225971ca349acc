using System.Globalization;
using WorkBridge.Returnees;

namespace WorkBridge.Placements;

public enum ConditionKind
{
    Working,
    LongEnough,
    PaperOrLonger,
    EnoughWork,
    EnoughPay,
}

public enum ConditionState
{
    Held,
    Failed,
    Unknown,
}

/// <summary>One condition of the rule as it stood at a check; Value is what was found, in figures or a code, for the words of a page.</summary>
public sealed record Condition(ConditionKind Kind, ConditionState State, string? Value = null);

/// <summary>What the rule made of a check.</summary>
public sealed record Judgement(WorkState Result, int RuleVersion, IReadOnlyList<Condition> Conditions);

/// <summary>What is known at a check: the latest answer to each question, from this check or an earlier one with the same employer.</summary>
public sealed record Evidence
{
    public Answer Working { get; init; }

    public Continuity Continuity { get; init; }

    public ContractKind Contract { get; init; }

    public Answer Insurance { get; init; }

    public int? DaysPerMonth { get; init; }

    public int? HoursPerWeek { get; init; }

    public long? PayPerMonth { get; init; }

    public PayBand PayBand { get; init; }

    /// <summary>
    /// Reads the checks of one placement up to the last of them. Contract, insurance, days, hours and pay of an earlier check
    /// count on while the employer is the same; a change of employer forgets them.
    /// </summary>
    public static Evidence Of(IEnumerable<FollowUp> followUps, Continuity continuity)
    {
        var known = new Evidence();
        foreach (var check in followUps.Where(f => f.Reached).OrderBy(f => f.On).ThenBy(f => f.RecordedAt))
        {
            if (check.SameEmployer == Answer.No)
                known = new Evidence();
            var paySaid = check.PayPerMonth is not null || check.PayBand != PayBand.Unknown;
            var workSaid = check.DaysPerMonth is not null || check.HoursPerWeek is not null;
            known = new Evidence
            {
                Working = check.Working,
                Contract = check.Contract != ContractKind.Unknown ? check.Contract : known.Contract,
                Insurance = check.Insurance != Answer.Unknown ? check.Insurance : known.Insurance,
                DaysPerMonth = workSaid ? check.DaysPerMonth : known.DaysPerMonth,
                HoursPerWeek = workSaid ? check.HoursPerWeek : known.HoursPerWeek,
                PayPerMonth = paySaid ? check.PayPerMonth : known.PayPerMonth,
                PayBand = paySaid ? check.PayBand : known.PayBand,
            };
        }

        return known with { Continuity = continuity };
    }
}

/// <summary>
/// Whether work is stable (product brief, section 5), pure. Not working is "no work"; one failed condition is "unstable";
/// all held is "stable"; none failed but something not known is "unknown", because nothing is guessed.
/// </summary>
public static class StabilityRule
{
    public static Judgement Judge(Evidence evidence, StabilityTerms terms, MinimumPayRange? minimum)
    {
        var working = new Condition(ConditionKind.Working, evidence.Working switch { Answer.Yes => ConditionState.Held, Answer.No => ConditionState.Failed, _ => ConditionState.Unknown });
        if (evidence.Working != Answer.Yes)
            return new Judgement(evidence.Working == Answer.No ? WorkState.None : WorkState.Unknown, terms.Version, [working]);

        Condition[] conditions =
        [
            working,
            new(ConditionKind.LongEnough, AtLeast(evidence.Continuity, terms.Days), Days(evidence.Continuity)),
            new(ConditionKind.PaperOrLonger, Paper(evidence, terms), evidence.Contract == ContractKind.Written ? "contract" : evidence.Insurance == Answer.Yes ? "insurance" : Days(evidence.Continuity)),
            new(ConditionKind.EnoughWork, Work(evidence, terms), WorkValue(evidence)),
            new(ConditionKind.EnoughPay, Pay(evidence, minimum), evidence.PayPerMonth?.ToString(CultureInfo.InvariantCulture)),
        ];
        var result = conditions.Any(c => c.State == ConditionState.Failed) ? WorkState.Unstable
            : conditions.Any(c => c.State == ConditionState.Unknown) ? WorkState.Unknown
            : WorkState.Stable;
        return new Judgement(result, terms.Version, conditions);
    }

    private static ConditionState AtLeast(Continuity continuity, int days) =>
        continuity.Certain >= days ? ConditionState.Held : continuity.Possible < days ? ConditionState.Failed : ConditionState.Unknown;

    private static ConditionState Paper(Evidence evidence, StabilityTerms terms)
    {
        if (evidence.Contract == ContractKind.Written || evidence.Insurance == Answer.Yes)
            return ConditionState.Held;
        var longer = AtLeast(evidence.Continuity, terms.DaysWithoutPaper);
        var saidNo = evidence.Contract is ContractKind.None or ContractKind.Spoken && evidence.Insurance == Answer.No;
        return longer == ConditionState.Failed && !saidNo ? ConditionState.Unknown : longer;
    }

    /// <summary>One measure that reaches its line holds; one that was told and does not, with the other untold or short too, fails.</summary>
    private static ConditionState Work(Evidence evidence, StabilityTerms terms) =>
        evidence.DaysPerMonth >= terms.DaysPerMonth || evidence.HoursPerWeek >= terms.HoursPerWeek ? ConditionState.Held
        : evidence.DaysPerMonth is null && evidence.HoursPerWeek is null ? ConditionState.Unknown
        : ConditionState.Failed;

    private static ConditionState Pay(Evidence evidence, MinimumPayRange? minimum) => (evidence.PayPerMonth, minimum) switch
    {
        ({ } pay, { } least) => pay >= least.Highest ? ConditionState.Held : pay < least.Lowest ? ConditionState.Failed : ConditionState.Unknown,
        (null, _) => evidence.PayBand switch
        {
            PayBand.AtLeastMinimum => ConditionState.Held,
            PayBand.UnderMinimum => ConditionState.Failed,
            _ => ConditionState.Unknown,
        },
        _ => ConditionState.Unknown,
    };

    private static string Days(Continuity continuity) => continuity.Certain == continuity.Possible
        ? continuity.Certain.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{continuity.Certain}-{continuity.Possible}");

    private static string? WorkValue(Evidence evidence) => (evidence.DaysPerMonth, evidence.HoursPerWeek) switch
    {
        ({ } days, { } hours) => string.Create(CultureInfo.InvariantCulture, $"{days}d{hours}h"),
        ({ } days, null) => string.Create(CultureInfo.InvariantCulture, $"{days}d"),
        (null, { } hours) => string.Create(CultureInfo.InvariantCulture, $"{hours}h"),
        _ => null,
    };
}
