namespace WorkBridge.Openings;

/// <summary>The pages on which an opening is written, in order.</summary>
public enum OpeningPart
{
    Kind,
    Work,
    Place,
    Teaching,
}

/// <summary>Something that keeps an opening from being submitted: on which page, beside which field, and what to do.</summary>
/// <param name="Part">The page.</param>
/// <param name="Field">The property of <see cref="OpeningContent"/>.</param>
/// <param name="Rule">What it breaks.</param>
/// <param name="Words">What to do.</param>
/// <param name="Phrases">The phrases found, where the wording is at fault.</param>
public sealed record OpeningFault(OpeningPart Part, string Field, Rule Rule, Words Words, IReadOnlyList<FoundPhrase> Phrases)
{
    public RuleBroken Broken() => new(Rule, Field, Words);
}
