namespace WorkBridge;

/// <summary>What a refused act ran against. The page turns it into words (RuleText) beside the field or above the form.</summary>
public enum Rule
{
    WrongState,
    NotYours,
    NotFound,
    ConsentMissing,
    NotInProgramme,
    HeldBack,
    EmployerNotApproved,
    OpeningNotLive,
    NoPlaceLeft,
    AlreadyReferred,
    ClosedWork,
    TaxCodeTaken,
    TaxCodeWrong,
    WordingDemandsRecord,
    WordingTellsPast,
    ReviewNeedsWords,
    DateInThePast,
    DateTooFar,
    DateBeforeStart,
    ReasonMissing,
    LinkSpent,
    LinkExpired,
    CodeWrong,
    CodeLocked,
    DeviceRevoked,
    CardMissing,
    AlreadyAnswered,
    RefusedRecently,
    NothingToSend,
    FileUnreadable,
    Duplicate,
    AppendOnly,
    LastAdministrator,
    Incomplete,
    ChangedMeanwhile,
    PasswordWeak,
    TooManyTries,
}

/// <summary>A person's slip or a lost race: nothing was changed. Carries the rule and, where it helps, the place and words about it.</summary>
public sealed class RuleBroken(Rule rule, string? field = null, Words? words = null)
    : Exception($"Rule {rule}")
{
    public Rule Rule { get; } = rule;

    /// <summary>The name of the field the words belong beside, as the form names it; null for the form as a whole.</summary>
    public string? Field { get; } = field;

    /// <summary>Words more exact than those of the rule alone.</summary>
    public Words? Words { get; } = words;
}
